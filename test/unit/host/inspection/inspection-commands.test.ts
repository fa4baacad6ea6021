import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandContext, HostInput } from '../../../../electron/host/commands.ts';
import { openInspectionBook } from '../../../../electron/host/inspection/inspection-book.ts';
import { inspectionCommands } from '../../../../electron/host/inspection/inspection-commands.ts';
import type { InspectionPorts } from '../../../../electron/host/inspection/inspection-ports.ts';
import { openInspection } from '../../../../electron/host/inspection/open-inspection.ts';
import type { SealedRows } from '../../../../electron/host/sealed/sealed-rows.ts';
import type { ActChoice, MaskShape } from '../../../../shared/model/inspection.ts';
import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { fail, ok } from '../../../../shared/result.ts';

const kept = new Map<string, string>();
const rows = {
  load: () => [...kept].map(([name, text]) => ({ keys: [name], values: [text], counts: true })),
  put: (_table: unknown, [name = '']: readonly string[], [value]: readonly unknown[]) =>
    void kept.set(name, String(value)),
  missing: () => false,
} as unknown as SealedRows;
const server = (id: string) => ({ id, launch: { transport: 'stdio', command: 'x', args: [], env: {} } });
const SERVERS = ['crm', 'files'];
const CLIENTS = [{ id: 'c1', name: 'Claude' }];
const find = (one: string) => CLIENTS.find(({ id, name }) => id === one || name === one);

/** Commands, and whether whoever calls them is asked for the operator's key, which they do not have. */
function opened(managed?: Partial<ManagedPolicy>, parts: Partial<InspectionPorts> = {}) {
  const room = openInspection({
    profile: {
      rows,
      seals: { report: { state: 'sealed' } },
      servers: {
        all: () => SERVERS.map(server),
        get: (id: string) => (SERVERS.includes(id) ? server(id) : undefined),
      },
      clients: { find },
      guard: { state: () => 'usual', set: () => undefined },
      logger: { warn: () => undefined },
    } as never,
    managed: {
      current: () => managed as ManagedPolicy | undefined,
      policy: { onChange: () => undefined },
    } as never,
    judge: { onChange: () => undefined, roleOf: () => 'default', presetOf: () => 'guarded' } as never,
  });
  room.parts = { guess: () => new Map([['private', true]]), ...parts };
  const mayLoosen = vi.fn(() => Promise.resolve(fail('operator', 'Not without the key.')));
  const context = { mayLoosen } as Partial<CommandContext> as CommandContext;
  const commands = inspectionCommands({
    room,
    servers: { get: (id: string) => (SERVERS.includes(id) ? server(id) : undefined) } as never,
    clients: { find } as never,
    roles: () => ['default', 'coding'],
  });
  const call = <N extends keyof typeof commands>(name: N, input: HostInput<N>) =>
    (commands[name] as (input: HostInput<N>, context: CommandContext) => Promise<unknown>)(input, context);
  const set = (...choices: ActChoice[]) => call('inspection.set', { choices });
  return { room, call, set, mayLoosen };
}
const REFUSED = { ok: false, code: 'operator' };
const mask = (more: Partial<MaskShape> = {}): MaskShape => ({
  name: 'Customers',
  find: { words: ['Miller', 'Smith'] },
  way: 'remove',
  direction: 'both',
  ...more,
});

beforeEach(() => kept.clear());

describe('choices', () => {
  it('that tighten need nobody; what loosens needs the operator, also by taking back', async () => {
    const { set, call, mayLoosen, room } = opened();
    expect(await set({ watch: 'secret', act: 'block' })).toMatchObject({ ok: true });
    expect(await set({ watch: 'secret', server: 'crm', act: 'ask' })).toMatchObject(REFUSED);
    expect(await set({ watch: 'secret', act: 'ask' })).toMatchObject(REFUSED);
    // Stricter together with laxer is laxer.
    expect(await set({ watch: 'flow', act: 'block' }, { watch: 'hidden', act: 'pass' })).toMatchObject(
      REFUSED,
    );
    expect(await call('inspection.unset', { watch: 'secret', exact: false })).toMatchObject(REFUSED);
    expect(await call('inspection.unset', { exact: false })).toMatchObject(REFUSED);
    expect(room.book.acts()).toEqual([{ watch: 'secret', act: 'block' }]);
    mayLoosen.mockResolvedValue(ok(undefined) as never);
    expect(await call('inspection.unset', { exact: false })).toMatchObject({ ok: true, value: { acts: [] } });
  });

  it('for the same place replace each other; exact takes back one, and a part all that fit', async () => {
    const { set, call, room, mayLoosen } = opened();
    mayLoosen.mockResolvedValue(ok(undefined) as never);
    await set({ watch: 'secret', act: 'note' }, { watch: 'secret', server: 'crm', act: 'mask' });
    await set(
      { watch: 'secret', act: 'ask' },
      { watch: 'flow', act: 'note' },
      { watch: 'flow', act: 'block' },
    );
    expect(room.book.acts()).toEqual([
      { watch: 'secret', server: 'crm', act: 'mask' },
      { watch: 'secret', act: 'ask' },
      { watch: 'flow', act: 'block' },
    ]);
    await call('inspection.unset', { watch: 'secret', exact: true });
    expect(room.book.acts()).toMatchObject([{ server: 'crm' }, { watch: 'flow' }]);
    await call('inspection.unset', { server: 'crm', exact: false });
    expect(room.book.acts()).toMatchObject([{ watch: 'flow' }]);
  });

  it('are about servers and roles that are there, and at least what an organisation demands', async () => {
    const { set, mayLoosen } = opened({ inspection: [{ watch: 'secret', server: 'crm', act: 'ask' }] });
    mayLoosen.mockResolvedValue(ok(undefined) as never);
    expect(await set({ watch: 'secret', server: 'nobody', act: 'block' })).toMatchObject({ code: 'unknown' });
    expect(await set({ watch: 'secret', role: 'nobody', act: 'block' })).toMatchObject({ code: 'unknown' });
    expect(await set({ watch: 'secret', server: 'crm', role: 'coding', act: 'mask' })).toMatchObject({
      code: 'refused',
      message: 'Your organisation wants at least "ask" here, so "mask" cannot be chosen.',
    });
    expect(await set({ watch: 'secret', server: 'files', act: 'mask' })).toMatchObject({ ok: true });
    expect(await set({ watch: 'secret', server: 'crm', act: 'block' })).toMatchObject({ ok: true });
  });

  it('of personal data need the operator where less is looked for', async () => {
    const { call } = opened();
    expect(await call('inspection.personal', { types: ['email'] })).toMatchObject(REFUSED);
    const more = [...opened().room.book.personal(), 'name' as const];
    expect(await call('inspection.personal', { types: more })).toMatchObject({ ok: true });
  });
});

describe('masks', () => {
  it('are added by anybody, and changed for the weaker by the operator alone', async () => {
    const { call, room } = opened();
    expect(await call('mask.put', { mask: mask() })).toMatchObject({ ok: true, value: { managed: false } });
    for (const worse of [
      { find: { words: ['Miller'] } },
      { way: 'partial' },
      { direction: 'to-server' },
      { scope: { servers: ['crm'] } },
      { replacement: 'send it to evil.example' },
      { restoreFor: ['crm'] },
    ] as const)
      expect(
        await call('mask.put', { mask: mask(worse as Partial<MaskShape>) }),
        JSON.stringify(worse),
      ).toMatchObject(REFUSED);
    expect(await call('mask.put', { mask: mask({ name: 'New', replacement: 'x' }) })).toMatchObject(REFUSED);
    expect(
      await call('mask.put', { mask: mask({ find: { words: ['Smith', 'Miller', 'Jones'] } }) }),
    ).toMatchObject({
      ok: true,
    });
    expect(room.book.masks()).toHaveLength(1);
  });

  it('that cannot be used are refused with the reason, and so are places that are not there', async () => {
    const { call, room } = opened();
    expect(await call('mask.put', { mask: mask({ find: { pattern: '(a)\\1' } }) })).toMatchObject({
      ok: false,
      code: 'bad-mask',
      message: expect.stringContaining('The pattern has') as string,
    });
    expect(await call('mask.put', { mask: mask({ scope: { servers: ['nobody'] } }) })).toMatchObject({
      code: 'unknown',
    });
    expect(await call('mask.put', { mask: mask({ scope: { clients: ['nobody'] } }) })).toMatchObject({
      code: 'unknown',
    });
    await call('mask.put', { mask: mask({ scope: { clients: ['Claude'] } }) });
    expect(room.book.masks()[0]?.scope?.clients).toEqual(['c1']);
  });

  it('of an organisation come first and cannot be changed or removed here', async () => {
    const { call } = opened({ masks: [{ name: 'Customers', pattern: 'C-[0-9]' }] });
    expect(await call('mask.put', { mask: mask() })).toMatchObject({ code: 'refused' });
    expect(await call('mask.remove', { name: 'Customers' })).toMatchObject({ code: 'refused' });
    expect(await call('mask.list', {})).toMatchObject({
      value: [{ managed: true, mask: { way: 'remove', direction: 'both', find: { pattern: 'C-[0-9]' } } }],
    });
  });

  it('are tried without being kept', async () => {
    const { call, room } = opened();
    expect(await call('mask.try', { mask: mask(), sample: 'Dear Miller!' })).toMatchObject({
      value: { found: [{ start: 5, end: 11 }], text: 'Dear [Customers]!' },
    });
    expect(room.book.masks()).toEqual([]);
  });
});

describe('labels', () => {
  it('that are given need nobody; those that are or may be taken away need the operator', async () => {
    const { call } = opened();
    expect(await call('server.label', { id: 'nobody', label: 'public', holds: 'yes' })).toMatchObject({
      code: 'unknown',
    });
    expect(await call('server.label', { id: 'crm', label: 'public', holds: 'yes' })).toMatchObject({
      value: {
        server: 'crm',
        labels: [
          { label: 'private', holds: true, chosen: false },
          { label: 'untrusted', holds: false, chosen: false },
          { label: 'public', holds: true, chosen: true },
        ],
      },
    });
    // The guess is "no" now; it would stay "no" whatever the server becomes.
    expect(await call('server.label', { id: 'crm', label: 'untrusted', holds: 'no' })).toMatchObject(REFUSED);
    expect(await call('server.label', { id: 'crm', label: 'private', holds: 'no' })).toMatchObject(REFUSED);
    expect(await call('server.label', { id: 'crm', label: 'public', holds: 'guess' })).toMatchObject(REFUSED);
  });

  it('that were taken away may be guessed again by anybody', async () => {
    const { call, room } = opened();
    room.book.setLabel('crm', 'private', false);
    expect(await call('server.label', { id: 'crm', label: 'private', holds: 'no' })).toMatchObject({
      ok: true,
    });
    expect(await call('server.label', { id: 'crm', label: 'private', holds: 'guess' })).toMatchObject({
      ok: true,
    });
    expect(room.labelsOf('crm').labels[0]).toEqual({ label: 'private', holds: true, chosen: false });
  });
});

describe('what is not there in this Doorward', () => {
  it('is said in one sentence', async () => {
    const { call } = opened();
    const bench = { text: 'x', as: 'result' } as const;
    for (const answer of [
      await call('inspection.try', bench),
      await call('flow.reset', { client: 'c1' }),
      await call('canary.add', { name: 'a' }),
      await call('canary.remove', { name: 'a' }),
    ])
      expect(answer).toMatchObject({
        ok: false,
        code: 'unavailable',
        message: expect.stringMatching(/\.$/) as string,
      });
    expect(await call('canary.list', {})).toEqual(ok([]));
  });

  it('and what is there is asked with the ids behind names', async () => {
    const reset = vi.fn();
    const tryText = vi.fn(() =>
      ok({ verdict: 'pass' as const, said: [], sentences: [], findings: [], complete: true }),
    );
    const leg = { clientId: 'gone', clientName: 'Old app', private: [], untrusted: [] };
    const { call, room } = opened(undefined, { tryText, flow: { marks: () => [leg], reset } });
    await call('inspection.try', { text: 'x', as: 'result', client: 'Claude' });
    expect(tryText).toHaveBeenCalledWith({ text: 'x', as: 'result', client: 'c1' });
    expect(await call('inspection.try', { text: 'x', as: 'result', server: 'nobody' })).toMatchObject({
      code: 'unknown',
    });
    expect(await call('flow.reset', { client: 'Claude' })).toEqual(ok({ client: 'Claude' }));
    // One that was removed still has its marks.
    await call('flow.reset', { client: 'Old app' });
    expect(reset.mock.calls).toEqual([['c1'], ['gone']]);
    expect(room.view()).toMatchObject({ marks: [leg] });
  });
});

describe('the view', () => {
  it('is the same object until something of it changes', async () => {
    const { room, set } = opened();
    const first = room.view();
    expect(room.view()).toBe(first);
    await set({ watch: 'secret', act: 'block' });
    expect(room.view()).not.toBe(first);
    expect(openInspectionBook({ rows, locked: false, servers: () => [] }).acts()).toEqual(room.view().acts);
  });
});
