import { expect, it } from 'vitest';
import { secretsOf, serverViewer } from '../../../electron/host/servers/server-view.ts';
import { knownWhenFilled, vaultConnector } from '../../../electron/host/vault/vault-connector.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import type { Connector, SendFailure, ServerTarget } from '../../../electron/upstream/connection.ts';
import { resolveLaunch } from '../../../electron/vault/references.ts';
import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok } from '../../../shared/result.ts';

const launch: Launch = {
  transport: 'http',
  url: 'https://h.example/mcp',
  headers: { Authorization: 'Basic ${vault:login}', 'X-Key': 'vault:key' },
};
const LOGIN = Buffer.from('me:pass-hunter2').toString('base64');
const secrets = new Map([
  ['login', LOGIN],
  ['key', 'key-hunter2'],
]);
const fillIn = (id: string, given: Launch) =>
  resolveLaunch(id, given, (name) => {
    const value = secrets.get(name);
    return value === undefined ? fail('unknown', `There is no secret "${name}".`) : ok(value);
  });

/** A connector that notes what it is told to reach. */
function noting(): { connector: Connector; reached: Launch[] } {
  const reached: Launch[] = [];
  const open = {
    transport: 'http' as const,
    backlog: 0,
    send: () => undefined,
    abort: () => undefined,
    initialized: () => undefined,
    close: () => Promise.resolve(),
  };
  return {
    reached,
    connector: {
      connect: (server) => (reached.push(server.launch), open),
      async probe(server) {
        reached.push(server.launch);
        return { ok: true, era: 'session', transport: 'http' };
      },
      close: () => Promise.resolve(),
    },
  };
}
const events = (closed: SendFailure[]) => ({
  message: () => undefined,
  failed: () => undefined,
  detached: () => undefined,
  closed: (failure: SendFailure) => void closed.push(failure),
});
const target: ServerTarget = { id: 'mail', launch, era: 'session' };

it('fills in for the connection alone, and hides what the secrets were made into', async () => {
  const { connector, reached } = noting();
  const redactor = createRedactor();
  const filling = vaultConnector(connector, knownWhenFilled(fillIn, redactor));
  filling.connect(target, events([]));
  await filling.probe(target);
  const headers = { Authorization: `Basic ${LOGIN}`, 'X-Key': 'key-hunter2' };
  expect(reached).toEqual([
    { ...launch, headers },
    { ...launch, headers },
  ]);
  expect(target.launch).toBe(launch);
  expect(redactor.redact(`sent key-hunter2 as me, pass-hunter2, ${LOGIN}`)).not.toMatch(/hunter2|bWU6/);
  // The same values are told once: every telling makes the redactor anew.
  expect(redactor.version).toBe(1);
});

it('reaches nothing when a secret is missing, and says which', async () => {
  const { connector, reached } = noting();
  const filling = vaultConnector(connector, fillIn);
  const missing: ServerTarget = { ...target, launch: { ...launch, headers: { 'X-Key': 'vault:gone' } } };
  const message = '"mail" lacks its "X-Key", so it was not started. There is no secret "gone".';
  const closed: SendFailure[] = [];
  filling.connect(missing, events(closed)).send({ bytes: Buffer.from('{}') });
  await expect.poll(() => closed).toEqual([{ code: 'unreachable', message }]);
  expect(await filling.probe(missing)).toEqual({ ok: false, failure: { code: 'unreachable', message } });
  expect(reached).toEqual([]);
});

it('shows a person which secrets a server wants, and hides the rest', () => {
  const record = { id: 'mail', launch: { ...launch, headers: { ...launch.headers, Plain: 'hunter2' } } };
  const view = serverViewer(
    { note: () => undefined },
    {
      health: () => ({ state: 'stopped' }),
      newVersion: () => undefined,
      signInView: () => ({ state: 'none' }),
    },
    (text) => text,
  );
  expect(view(record as unknown as ServerRecord).launch).toMatchObject({
    headers: { Authorization: 'Basic ${vault:login}', 'X-Key': 'vault:key', Plain: '[hidden]' },
  });
  expect(secretsOf(record.launch)).toEqual(['hunter2']);
});
