import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView, ToolView } from '../../../../shared/ipc/shapes.ts';
import { useHost, useUi } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { EffectSelect } from '../../review/effects/effect-select.tsx';
import { ToolList } from '../tool-list.tsx';
import styles from './settled-server.module.css';

export interface ToolsTabProps {
  readonly server: ServerView;
  readonly tools: readonly ToolView[];
  readonly onChanged: () => void;
}

/** The tools of a server that was decided about: which of them AI apps have, what each does, and how to change that. */
export function ToolsTab({ server, tools, onChanged }: ToolsTabProps) {
  const { id, state } = server;
  const waiting = useHost((host) => host.reviews.find((each) => each.server === id));
  const more = useCallback(
    (tool: ToolView) => (state === 'approved' ? <ToolActs tool={tool} onChanged={onChanged} /> : null),
    [state, onChanged],
  );
  return (
    <ToolList
      tools={tools}
      waiting={state === 'approved' ? waiting : undefined}
      states={state === 'approved' && tools.some((tool) => tool.state !== 'approved')}
      more={more}
    />
  );
}

function ToolActs({ tool, onChanged }: { tool: ToolView; onChanged: () => void }) {
  const { t } = useTranslation('review');
  const { server, name, state, effect } = tool;
  const review = useUi((ui) => ui.review);
  const correct = useCommand('tool.effect');
  const block = useCommand('tool.block');
  const allow = useCommand('tool.approve');
  const [told, setTold] = useState<string>();
  const shown = visible(name.slice(0, 120));
  const items = [{ kind: 'tool' as const, key: name }];
  // To take back "left off" is no approval of anything: no version that waits has this digest.
  const noVersion = items.map((item) => ({ ...item, digest: '0'.repeat(64) }));
  const after = async (done: Promise<unknown>, sentence: string): Promise<void> => {
    setTold(undefined);
    if ((await done) === undefined) return;
    setTold(sentence);
    onChanged();
  };
  if (state === 'new' || state === 'changed') {
    return (
      <div className={styles.buttons}>
        <ActButton act={t('tools.review')} on={shown} onClick={() => review(server)} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.toolActs}>
        {effect !== undefined && (
          <EffectSelect
            className={styles.effect}
            label={t('effect.labelOf', { tool: shown })}
            value={effect}
            disabled={correct.busy}
            onChange={(next) =>
              void after(
                correct.run({ server, tool: name, effect: next }),
                t('effect.corrected', { tool: shown, effect: t(`effect.${next}`) }),
              )
            }
          />
        )}
        {state === 'approved' ? (
          <ActButton
            act={t('tools.leaveOff')}
            on={shown}
            busy={block.busy}
            onClick={() => void after(block.run({ server, items }), t('tools.nowOff', { tool: shown }))}
          />
        ) : (
          <ActButton
            act={t('tools.allowAgain')}
            on={shown}
            busy={allow.busy}
            onClick={() =>
              void after(allow.run({ server, items: noVersion }), t('tools.allowed', { tool: shown }))
            }
          />
        )}
      </div>
      {[correct, block, allow].map((command, index) => (
        <CommandNote key={index} command={command} />
      ))}
      {told !== undefined && <p role="status">{told}</p>}
    </>
  );
}
