import fc from 'fast-check';
import type { LiveCall } from '../../../shared/model/live.ts';
import { outcome } from '../../../shared/model/log.ts';
import type { CallFilter } from '../../../renderer/features/activity/live/filter.ts';

/** A call of few kinds, so that random filters and patches meet it. */
export const anyCall: fc.Arbitrary<LiveCall> = fc
  .record({
    n: fc.nat(60),
    app: fc.nat(2),
    server: fc.constantFrom('', 'files', 'mail'),
    name: fc.constantFrom('', 'read_file', 'Send'),
    outcome: fc.constantFrom(...outcome.options),
    preview: fc.constantFrom(undefined, '{"path":"A"}', '{"to":"b"}'),
    reason: fc.constantFrom(undefined, undefined, 'Why.'),
  })
  .map(({ n, app, preview, reason, ...rest }) => ({
    ...rest,
    n,
    call: `call-${n}`,
    at: n,
    clientId: `c${app}`,
    clientName: `App ${app}`,
    direction: 'client',
    method: rest.name === '' ? 'tools/list' : 'tools/call',
    ...(preview !== undefined && { preview }),
    ...(reason !== undefined && { reason }),
  }));

export const anyFilter: fc.Arbitrary<CallFilter> = fc.record({
  app: fc.constantFrom(undefined, undefined, 'c0', 'c1'),
  server: fc.constantFrom(undefined, undefined, '', 'files'),
  outcome: fc.constantFrom(undefined, undefined, 'ok' as const, 'trouble' as const, 'unfinished' as const),
  text: fc.constantFrom('', '', ' ', 'read', 'SEND to', 'tools/list', 'path'),
});
