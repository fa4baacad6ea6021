import type { Stage } from '../relay/pipeline.ts';

/** Is the AI app still one of ours? Its token was checked at the door; it may have been revoked since. */
export function identify(known: (clientId: string) => boolean): Stage {
  const look = (clientId: string): ReturnType<NonNullable<Stage['recheck']>> =>
    known(clientId)
      ? undefined
      : {
          kind: 'refused',
          sentence: 'This AI app was removed from Doorward. Connect it again to use its tools.',
        };
  return {
    name: 'identify',
    request: (call) => look(call.client.id),
    recheck: (call) => look(call.client.id),
  };
}
