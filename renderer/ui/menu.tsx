import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import popup from './popup.module.css';

export interface MenuProps {
  /** A `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  /** `MenuItem`s and `MenuSeparator`s. */
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

/** Acts on one thing, behind one button. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} align={align}>
          <Base.Popup className={cx(popup.popup, popup.list)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly onSelect: () => void;
  readonly icon?: IconName | undefined;
  /** Only where the act is grave. */
  readonly alarm?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, icon, alarm = false, disabled = false, children }: MenuItemProps) {
  return (
    <Base.Item className={cx(popup.item, alarm && popup.alarm)} disabled={disabled} onClick={onSelect}>
      <span className={popup.mark}>{icon !== undefined && <Icon name={icon} />}</span>
      {children}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={popup.separator} />;
}
