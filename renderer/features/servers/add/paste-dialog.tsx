import { useCallback, useEffect, useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { useApp, useUi } from '../../../store/app-context.tsx';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogFoot } from '../../../ui/dialog-foot.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import styles from './add-dialog.module.css';
import { chosenOf, emptyPaste, foundOf, problemOf, type Found, type PasteDraft } from './paste-draft.ts';
import { PasteFound } from './paste-found.tsx';
import type { AddDialogProps } from './add-dialog.tsx';

export interface PasteDialogProps extends AddDialogProps {
  /** More than one was added; they are reviewed together. */
  readonly onSeveral: () => void;
}

/** Servers from a pasted configuration: the text, then what was found in it, then all that was chosen at once. */
export function PasteDialog({ open, onClose, onAdded, onSeveral, focusAfter }: PasteDialogProps) {
  const { t } = useTranslation(['servers', 'common']);
  const formId = useId();
  const { bridge } = useApp();
  const toast = useToast();
  const [draft, setDraft] = useKept<PasteDraft>('servers.paste', emptyPaste);
  const [adding, setAdding] = useKept('servers.pasteAdding', false);
  const parse = useCommand('server.parse');
  const { text, found, fromLink = false } = draft;
  const offered = useUi((ui) => ui.offered);
  const offer = useUi((ui) => ui.offer);
  const takeOffer = useCallback((): void => {
    if (offered === undefined) return;
    setDraft({ text: offered, found: undefined, fromLink: true });
    offer(undefined);
  }, [offered, offer, setDraft]);
  // What the person has typed is theirs: a link replaces it only when they say so.
  const mayFill = text.trim() === '' || fromLink;
  useEffect(() => {
    if (open && mayFill) takeOffer();
  }, [open, mayFill, takeOffer]);
  const chosen = found === undefined ? [] : chosenOf(found);
  const wrong = chosen.some((one) => problemOf(one, found ?? []) !== undefined);

  const update = (key: number, next: Partial<Found>): void =>
    setDraft((before) => ({
      ...before,
      found: before.found?.map((one) => (one.key === key ? { ...one, ...next } : one)),
    }));
  const find = async (): Promise<void> => {
    const servers = await parse.run({ text });
    if (servers !== undefined) setDraft({ text, found: foundOf(servers), fromLink });
  };
  const addAll = async (): Promise<void> => {
    setAdding(true);
    const ids: string[] = [];
    // One after the other: a refusal is about one of them, and the order is that of the text.
    for (const { key, id, launch } of chosen) {
      const wire = await bridge.commands['server.add']({ id, launch }).catch(() => undefined);
      if (wire?.ok === true) {
        ids.push(id);
        update(key, { added: true, refused: undefined });
      } else update(key, { refused: wire?.message ?? t('common:noAnswer') });
    }
    setAdding(false);
    if (ids.length < chosen.length) return;
    setDraft(emptyPaste);
    toast({ sentence: t('servers:pasting.done', { count: ids.length }) });
    if (ids.length > 1) onSeveral();
    else onAdded(ids[0] ?? '');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (parse.busy || adding) return;
    if (found === undefined) void find();
    else if (chosen.length > 0 && !wrong) void addAll();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('servers:pasting.title')}
      sticky
      wide
      focusAfter={focusAfter}
      actions={
        found === undefined ? (
          <DialogFoot
            start={t('servers:pasting.nothingStarts')}
            form={formId}
            submit={t('servers:pasting.find')}
            busy={parse.busy}
            disabled={text.trim() === ''}
            onCancel={onClose}
          />
        ) : (
          <>
            <Button disabled={adding} onClick={() => setDraft({ text, found: undefined, fromLink })}>
              {t('servers:pasting.back')}
            </Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              busy={adding}
              disabled={chosen.length === 0 || wrong}
            >
              {t('servers:pasting.submit', { count: chosen.length })}
            </Button>
          </>
        )
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        {offered !== undefined && !mayFill && (
          <Banner tone="hold" action={<Button onClick={takeOffer}>{t('servers:pasting.replace')}</Button>}>
            {t('servers:pasting.linkWaits')}
          </Banner>
        )}
        {fromLink && <Banner tone="hold">{t('servers:pasting.fromLink')}</Banner>}
        {found === undefined ? (
          <TextArea
            label={t('servers:pasting.text')}
            hint={t('servers:pasting.hint')}
            mono
            rows={10}
            value={text}
            onChange={(next) => {
              parse.clear();
              setDraft({ text: next, found: undefined });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
            }}
            error={parse.error?.message}
          />
        ) : (
          <PasteFound found={found} update={update} />
        )}
      </form>
    </Dialog>
  );
}
