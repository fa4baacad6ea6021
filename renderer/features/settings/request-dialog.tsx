import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../../shared/ipc/window.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useHost } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Select } from '../../ui/select.tsx';
import { requestLetter } from './request-letter.ts';
import styles from './settings.module.css';

/** A request to whoever manages Doorward here, as a text to copy. Nothing is sent, and no other program is opened. */
export function RequestDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const formId = useId();
  const servers = useHost((host) => host.servers);
  const contact = useHost((host) => host.managed?.contact);
  const [chosen, setChosen] = useState<string>();
  const [tool, setTool] = useState('');
  const [written, setWritten] = useState<BridgeOutput<'policy.request'>>();
  const request = useCommand('policy.request');
  const server = servers.find(({ id }) => id === chosen)?.id ?? servers[0]?.id;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (server === undefined || request.busy) return;
    setWritten(undefined);
    const name = tool.trim();
    setWritten(await request.run({ server, ...(name !== '' && { tool: name }) }));
  };
  const letter =
    written &&
    requestLetter(
      { server: server ?? '', tool: tool.trim() || undefined, to: written.to, request: written.text },
      (part, names) => t(`settings:managed.${part}`, names),
    );
  const clear = (): void => {
    setWritten(undefined);
    request.clear();
  };
  return (
    <Dialog
      open={open}
      onClose={() => {
        clear();
        onClose();
      }}
      title={t('settings:managed.title')}
      sticky
      actions={
        <Button
          type="submit"
          form={formId}
          variant="primary"
          busy={request.busy}
          disabled={server === undefined}
        >
          {t('settings:managed.write')}
        </Button>
      }
    >
      <form id={formId} noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
        {server === undefined ? (
          <p>{t('settings:managed.noServers')}</p>
        ) : (
          <Select
            label={t('settings:managed.server')}
            value={server}
            onChange={(next) => {
              clear();
              setChosen(next);
            }}
            choices={servers.map(({ id }) => ({ value: id, label: id }))}
          />
        )}
        <TextField
          label={t('settings:managed.tool')}
          hint={t('settings:managed.toolHint')}
          mono
          maxLength={4096}
          value={tool}
          onChange={(next) => {
            clear();
            setTool(next);
          }}
        />
        <CommandNote command={request} />
        {letter !== undefined && (
          <>
            <p role="status">
              <Sentence
                text={t('settings:managed.send', slots('contact'))}
                parts={{
                  contact:
                    contact === undefined ? (
                      t('settings:managed.someone')
                    ) : (
                      <HostileText text={contact} max={200} />
                    ),
                }}
              />
            </p>
            <CodeBlock text={letter.text} label={t('settings:managed.text')} />
            {letter.mailto !== undefined && (
              <div>
                <p className={styles.hint}>{t('settings:managed.mail')}</p>
                <CodeBlock text={letter.mailto} label={t('settings:managed.mail')} />
              </div>
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}
