import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { newPair, type Pair } from './launch-draft.ts';
import styles from './pairs-editor.module.css';

export interface PairsEditorProps {
  readonly kind: 'env' | 'headers';
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  /** What is wrong in which row. */
  readonly error?: { readonly sentence: string; readonly row: number | undefined } | undefined;
}

/** Rows of names and values. Values are masked until they are shown one by one. */
export function PairsEditor({ kind, pairs, onChange, error }: PairsEditorProps) {
  const { t } = useTranslation('servers');
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<ReadonlySet<number>>(new Set());
  const header = kind === 'headers';
  const change = (key: number, next: Partial<Pair>): void =>
    onChange(pairs.map((pair) => (pair.key === key ? { ...pair, ...next } : pair)));
  const rename = (pair: Pair, typed: string): void => {
    // `NAME=value` pasted into the name is both.
    const at = header ? -1 : typed.indexOf('=');
    if (at > 0 && pair.value === '')
      change(pair.key, { name: typed.slice(0, at), value: typed.slice(at + 1) });
    else change(pair.key, { name: typed });
  };
  const toggle = (key: number): void => {
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    setShown(next);
  };
  const focusSoon = (find: () => HTMLElement | null | undefined): void => {
    requestAnimationFrame(() => find()?.focus());
  };
  const add = (): void => {
    onChange([...pairs, newPair()]);
    focusSoon(() => [...(frame.current?.querySelectorAll<HTMLElement>('[data-pair-name]') ?? [])].at(-1));
  };
  const remove = (key: number): void => {
    onChange(pairs.filter((pair) => pair.key !== key));
    focusSoon(() => frame.current?.querySelector<HTMLElement>('[data-add]'));
  };
  return (
    <div ref={frame} role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <p id={`${id}-label`} className={styles.label}>
        {t(header ? 'add.headers' : 'add.env')}
      </p>
      <p id={`${id}-hint`} className={styles.hint}>
        {t(header ? 'add.headersHint' : 'add.envHint')}
      </p>
      {pairs.map((pair, index) => {
        const number = index + 1;
        const visible = shown.has(pair.key);
        return (
          <div key={pair.key} className={styles.row}>
            <TextField
              label={t(header ? 'add.headerName' : 'add.pairName', { number })}
              hideLabel
              mono
              data-pair-name=""
              aria-invalid={error?.row === number || undefined}
              placeholder={t('add.nameColumn')}
              value={pair.name}
              onChange={(typed) => rename(pair, typed)}
            />
            <TextField
              label={t(header ? 'add.headerValue' : 'add.pairValue', { number })}
              hideLabel
              mono
              type={visible ? 'text' : 'password'}
              placeholder={t('add.valueColumn')}
              value={pair.value}
              onChange={(value) => change(pair.key, { value })}
            />
            <Button
              variant="quiet"
              aria-label={t(visible ? 'add.hideRow' : 'add.showRow', { number })}
              onClick={() => toggle(pair.key)}
            >
              {t(visible ? 'add.hide' : 'add.show')}
            </Button>
            <IconButton
              icon="close"
              label={t('add.removeRow', { number })}
              onClick={() => remove(pair.key)}
            />
          </div>
        );
      })}
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error.sentence}
        </p>
      )}
      <Button variant="quiet" icon="plus" data-add="" className={styles.add} onClick={add}>
        {t(header ? 'add.addHeader' : 'add.addValue')}
      </Button>
    </div>
  );
}
