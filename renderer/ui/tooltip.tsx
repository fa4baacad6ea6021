import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import popup from './popup.module.css';

/**
 * A few words about the element inside, on hover and on keyboard focus. It never holds what is not said elsewhere:
 * the element needs its own accessible name.
 */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={popup.positioner}>
          <Base.Popup className={popup.tip}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One delay for all tooltips of the window. */
export const TooltipProvider = Base.Provider;
