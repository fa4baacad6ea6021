import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button.tsx';
import { useToast } from './toast.tsx';

export interface CopyButtonProps {
  /** What gets into the clipboard, unchanged. */
  readonly text: string;
  /** With words instead of only a picture. */
  readonly words?: boolean | undefined;
  readonly label?: string | undefined;
}

/** Copies a text and says so. */
export function CopyButton({ text, words = false, label }: CopyButtonProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => toast({ sentence: t('copyFailed') }),
    );
  };
  const name = done ? t('action.copied') : (label ?? t('action.copy'));
  const icon = done ? 'check' : 'copy';
  return words ? (
    <Button icon={icon} onClick={copy} aria-live="polite">
      {name}
    </Button>
  ) : (
    <IconButton icon={icon} label={name} onClick={copy} />
  );
}
