import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterEach, describe, expect, it } from 'vitest';
import { engineFactory } from '../../electron/host/engine.ts';
import type { Host } from '../../electron/host/host.ts';
import type { BridgeInput, BridgeOutput, HostCommand } from '../../shared/ipc/window.ts';
import type { LogTexts } from '../../shared/model/log-texts.ts';
import { testProfile, type TestProfile, WINDOW } from '../fixtures/host-in-process.ts';
import { until } from '../fixtures/process-facts.ts';

// Attack: whoever gets hold of the log, its index, a backup or an export reads secrets and personal data in it. Real
// calls through a real server; then the raw bytes of every file of the log are searched.

const server = fileURLToPath(new URL('../fixtures/texts/server.mjs', import.meta.url));
const VAULT = 'quiet-Vault-Value-81/9+"q';
/** In pieces, so that nobody who scans this file takes it for a real one. */
const TOKEN = ['ghp', 'q7Zk2mX9vR4tB8nW3cJ6yH1sD5fG0pLAu2Ee'].join('_');
const SENSITIVE = {
  token: TOKEN,
  password: 'Tr0ub4dor&3xyz',
  card: '4111 1111 1111 1111',
  digits: '5555555555554444',
  mail: 'alice.canary@example.com',
  iban: 'DE89370400440532013000',
};
const PLAIN = 'purple elephants visit';

const TEXT = `${PLAIN}: ${TOKEN}, password="${SENSITIVE.password}", card ${SENSITIVE.card} and ${SENSITIVE.digits}, write to ${SENSITIVE.mail}, pay to ${SENSITIVE.iban}, key ${VAULT}.`;
const forms = (text: string): string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  encodeURIComponent(text),
  JSON.stringify(JSON.stringify(text)).slice(3, -3),
];

const profiles: TestProfile[] = [];
afterEach(async () => {
  for (const profile of profiles.splice(0)) await profile.remove();
});

interface Scene {
  readonly profile: TestProfile;
  readonly host: Host;
  readonly must: <N extends HostCommand>(name: N, input: BridgeInput<N>) => Promise<BridgeOutput<N>>;
  readonly client: Client;
}

/** A host whose rules let everything pass, and one server that is given the secret of the vault. */
async function scene(keep: LogTexts): Promise<Scene> {
  const profile = testProfile();
  profiles.push(profile);
  const started = await profile.start({
    engine: engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env }),
  });
  if (!started.ok) throw new Error(started.message);
  const host = started.value;
  const must: Scene['must'] = async (name, input) => {
    const result = await host.run(name, input, WINDOW);
    if (!result.ok) throw new Error(`${name}: ${result.message}`);
    return result.value as never;
  };
  await must('preset.set', { preset: 'observe' });
  await must('secret.set', { name: 'key', value: VAULT });
  const launch = {
    transport: 'stdio' as const,
    command: process.execPath,
    args: [server],
    env: { KEY: 'vault:key' },
  };
  await must('server.add', { id: 'texts', launch });
  await must('server.inspect', { id: 'texts', withSecrets: true });
  await must('server.approve', { id: 'texts', all: true });
  await must('texts.set', { server: 'texts', keep });
  const { token } = await must('client.add', { name: 'Claude' });
  const client = new Client({ name: 'app', version: '1' }, { capabilities: { elicitation: { form: {} } } });
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { note: TEXT } }));
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${host.url}/s/texts`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return { profile, host, must, client };
}

/** Says it in every way in which something is said in a call. */
async function talk({ client }: Scene): Promise<void> {
  const quiet = { onprogress: () => undefined };
  const said = await client.callTool({ name: 'say', arguments: { text: TEXT, [SENSITIVE.mail]: 1 } }, quiet);
  expect(JSON.stringify(said)).toContain(PLAIN);
  await client
    .callTool({ name: 'fail', arguments: { text: TEXT, n: 5555555555554444 } })
    .catch(() => undefined);
  await client.callTool({ name: 'ask', arguments: { text: TEXT } }).catch(() => undefined);
  await client.callTool({ name: `no ${TEXT}`, arguments: { text: TEXT } }).catch(() => undefined);
  await client.readResource({ uri: `notes://${SENSITIVE.mail}/${TOKEN}` }).catch(() => undefined);
}

/** Everything that the log has on the disk, and what it gives away as exports. */
async function everywhere({ profile, must }: Scene): Promise<Map<string, string>> {
  const [newest] = await must('log.list', { limit: 1 });
  expect(newest).toBeDefined();
  const found = new Map<string, string>();
  for (const format of ['jsonl', 'csv'] as const) {
    let piece = await must('log.export', { format });
    let text = piece.text;
    while (piece.next !== undefined) {
      piece = await must('log.export', { next: piece.next });
      text += piece.text;
    }
    found.set(format, text);
  }
  for (const name of readdirSync(profile.home))
    if (name.startsWith('log') && name !== 'logs')
      found.set(name, readFileSync(join(profile.home, name)).toString('latin1'));
  expect([...found.keys()]).toEqual(expect.arrayContaining(['log.db', 'log.db-wal', 'log-index.db']));
  return found;
}

/** Where a text stands, in any of its forms. */
const placesOf = (text: string, all: ReadonlyMap<string, string>): string[] =>
  [...all].flatMap(([name, bytes]) => (forms(text).some((form) => bytes.includes(form)) ? [name] : []));

describe('the log of calls', () => {
  it('says who let a call pass, on every leg before its answer, and keeps no value that it was decided on', async () => {
    const here = await scene('redacted');
    await here.must('rule.add', { action: 'ask', server: 'texts', kind: 'tool' });
    const calling = here.client.callTool({ name: 'say', arguments: { text: SENSITIVE.mail } });
    await until('the call waits', () => here.host.approvals.pending().length === 1);
    await here.must('approval.allow', { id: here.host.approvals.pending()[0]?.id ?? '' });
    await calling;
    const [newest] = await here.must('log.list', { limit: 1 });
    const [sent] = await here.must('log.show', { call: newest?.call ?? '' });
    expect(JSON.parse(sent?.ruling ?? '')).toMatchObject({
      decision: 'ask',
      answer: 'allowed',
      answeredBy: 'window',
    });
    expect(JSON.stringify(sent)).not.toContain(SENSITIVE.mail);
  });

  it('that keeps texts redacted has no secret and nothing personal in any file or export', async () => {
    const here = await scene('redacted');
    await talk(here);
    const all = await everywhere(here);
    for (const [kind, text] of Object.entries({ ...SENSITIVE, vault: VAULT }))
      expect([kind, ...placesOf(text, all)]).toEqual([kind]);
    // It can be seen here at all, and a person can read what was said.
    expect(placesOf(PLAIN, all)).toEqual(expect.arrayContaining(['jsonl']));
    expect(all.get('jsonl')).toContain('[email]');
  });

  it('that keeps digests has no text at all', async () => {
    const here = await scene('digests');
    await talk(here);
    const all = await everywhere(here);
    for (const [kind, text] of Object.entries({ ...SENSITIVE, vault: VAULT, plain: PLAIN }))
      expect([kind, ...placesOf(text, all)]).toEqual([kind]);
    const [call] = (await here.must('log.list', { limit: 50 })).filter(({ name }) => name === 'say');
    const legs = await here.must('log.show', { call: call?.call ?? '' });
    expect(
      legs.map(({ leg, text, argsBytes, resultBytes }) => [leg, text, (argsBytes ?? resultBytes ?? 0) > 0]),
    ).toEqual([
      ['sent', undefined, true],
      ['answered', undefined, true],
    ]);
    // Whoever reads the log could try all that a short text may be, were it a plain digest.
    const args = { text: '4711' };
    for (let i = 0; i < 2; i += 1) await here.client.callTool({ name: 'say', arguments: args });
    const newest = await here.must('log.list', { limit: 2 });
    const digests = await Promise.all(
      newest.map(async (one) => (await here.must('log.show', { call: one.call }))[0]?.argsDigest),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[0]).not.toBe(createHash('sha256').update(JSON.stringify(args)).digest('hex'));
  });

  it('that keeps texts whole has no secret of the vault in it still', async () => {
    const here = await scene('full');
    await talk(here);
    const all = await everywhere(here);
    expect(placesOf(VAULT, all)).toEqual([]);
    for (const text of [SENSITIVE.mail, SENSITIVE.card, TOKEN, PLAIN])
      expect(placesOf(text, all)).toEqual(expect.arrayContaining(['jsonl']));
  });
});
