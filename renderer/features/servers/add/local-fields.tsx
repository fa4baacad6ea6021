import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/toggles.tsx';
import { Argv } from '../argv.tsx';
import styles from './add-dialog.module.css';
import { argsOf, withCommand, type Draft } from './launch-draft.ts';
import { PairsEditor, type PairsEditorProps } from './pairs-editor.tsx';

export interface LocalFieldsProps {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  readonly programError: string | undefined;
  readonly argsError: string | undefined;
  readonly folderError: string | undefined;
  readonly envError: PairsEditorProps['error'];
}

/** The fields of a server that is a program on this computer. */
export function LocalFields(props: LocalFieldsProps) {
  const { draft, change, programError, argsError, folderError, envError } = props;
  const { t } = useTranslation('servers');
  const parse = useCommand('server.parse');
  const [unfit, setUnfit] = useState<string>();
  const words = [draft.program.trim(), ...argsOf(draft)].filter((word, index) => index > 0 || word !== '');
  const isLine = /\S\s+\S/.test(draft.program);

  const takeApart = async (): Promise<void> => {
    setUnfit(undefined);
    const found = await parse.run({ text: draft.program });
    if (found === undefined) return;
    const [first, ...others] = found;
    if (first === undefined || others.length > 0) setUnfit(t('add.error.several'));
    else if (first.launch.transport === 'http') setUnfit(t('add.error.address'));
    else change(withCommand(draft, first.id, first.launch));
  };

  return (
    <>
      <div className={styles.split}>
        <TextField
          className={styles.wide}
          label={t('add.program')}
          hint={t('add.programHint')}
          mono
          value={draft.program}
          onChange={(program) => {
            parse.clear();
            setUnfit(undefined);
            change({ program });
          }}
          error={programError ?? unfit ?? parse.error?.message}
        />
        {isLine && (
          <Button variant="quiet" icon="terminal" busy={parse.busy} onClick={() => void takeApart()}>
            {t('add.split')}
          </Button>
        )}
        <CommandNote command={{ ...parse, error: undefined }} />
      </div>
      <TextArea
        label={t('add.args')}
        hint={t('add.argsHint')}
        mono
        rows={3}
        value={draft.args}
        onChange={(args) => change({ args })}
        error={argsError}
      />
      {words.length > 0 && (
        <div className={styles.chips}>
          <p className={styles.small}>{t('add.chips')}</p>
          <Argv label={t('launch.argv')} words={words} inline />
        </div>
      )}
      <PairsEditor kind="env" pairs={draft.env} onChange={(env) => change({ env })} error={envError} />
      <TextField
        label={t('add.folder')}
        hint={t('add.folderHint')}
        mono
        value={draft.folder}
        onChange={(folder) => change({ folder })}
        error={folderError}
      />
      <div className={styles.sharing}>
        <p className={styles.label} aria-hidden="true">
          {t('add.sharing')}
        </p>
        <RadioGroup
          label={t('add.sharing')}
          value={draft.sharing}
          onChange={(sharing) => change({ sharing })}
          choices={[
            { value: 'client', label: t('add.own'), hint: t('add.ownHint') },
            { value: 'shared', label: t('add.shared'), hint: t('add.sharedHint') },
          ]}
        />
      </div>
    </>
  );
}
