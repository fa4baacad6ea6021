import { useState } from 'react';
import type { InspectReport, ServerView, ToolView } from '../../../../shared/ipc/shapes.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useCommand, type CommandHandle } from '../../../store/use-command.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { useKept } from '../../../store/use-kept.ts';

/** What is known of what a server offers, and the way to find out. */
export interface Trial {
  /** What it said of itself when it was started from this window. */
  readonly report: InspectReport | undefined;
  /** Its tools: of the report, or of the last time that somebody looked. Undefined when nobody has. */
  readonly tools: readonly ToolView[] | undefined;
  /** Why the tools could not be listed, if so. */
  readonly listing: CommandHandle<'tool.list'>;
  readonly inspect: CommandHandle<'server.inspect'>;
  /** Whether it is started with the values that look like secrets. */
  readonly withSecrets: boolean;
  readonly setWithSecrets: (withSecrets: boolean) => void;
  readonly start: () => Promise<void>;
  /** Lists the tools again, for their states may have changed. */
  readonly reload: () => void;
}

/** Starting a server on trial. The report is kept, so that it is still there after a look at another screen. */
export function useTrial(server: ServerView): Trial {
  const { id, addedAt, eraAt, state } = server;
  const inspect = useCommand('server.inspect');
  // Not kept: giving secrets away is decided each time.
  const [withSecrets, setWithSecrets] = useState(false);
  // A server that was removed and added again under its name is another one.
  const [report, setReport] = useKept<InspectReport | undefined>(
    `servers.report ${id} ${addedAt}`,
    undefined,
  );
  // Tools change their states whenever something else is on hold.
  const waiting = useHost((host) => {
    const review = host.reviews.find((each) => each.server === id);
    return review === undefined ? '' : review.items.map(({ key, digest }) => `${key} ${digest}`).join();
  });
  const listed = useAnswer('tool.list', { server: id }, `${eraAt} ${state} ${waiting}`);
  const seen = state === 'inspected' || (state !== 'unreviewed' && eraAt !== undefined);
  const tools = seen ? listed.value : undefined;
  return {
    report: seen ? report : undefined,
    tools,
    listing: listed.command,
    inspect,
    withSecrets,
    setWithSecrets,
    reload: listed.reload,
    start: async () => {
      const found = await inspect.run({ id, withSecrets });
      if (found === undefined) return;
      setReport(found);
      listed.reload();
    },
  };
}
