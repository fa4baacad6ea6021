import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { connectControl, type ControlClient } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import { type CommandName, contract } from '../../shared/ipc/contract.ts';
import { startHost } from '../fixtures/host.ts';

// S12: a planted secret is found nowhere but in the server that it was meant for.

const CANARY = 'canary-9f3c-hunter2-value';
const TRACES = [
  CANARY,
  'hunter2',
  ...[0, 1, 2].map((cut) => Buffer.from(CANARY.slice(cut)).toString('base64').slice(4, 24)),
];
const digest = createHash('sha256').update(CANARY).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'doorward-canary-'));
const ledger = join(folder, 'ledger');
const script = join(folder, 'server.mjs');
// It notes who it is and what it was given (as a digest), and prints its key like a careless server would.
writeFileSync(
  script,
  `import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const { QUIET: token, MIXED: mixed } = process.env;
const hash = (text) => text === undefined ? 'absent' : createHash('sha256').update(text).digest('hex');
appendFileSync(${JSON.stringify(ledger)}, process.pid + ' ' + hash(token) + ' ' + hash(mixed) + '\\n');
console.error('started with QUIET=' + token + ' and ' + JSON.stringify({ mixed }));
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method } = JSON.parse(line);
  if (id === undefined) continue;
  const result = method === 'initialize'
    ? { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'careless', version: '1' } }
    : method === 'tools/list'
      ? { tools: [{ name: 'look', description: 'Looks.', inputSchema: { type: 'object' } }] }
      : undefined;
  console.log(JSON.stringify({ jsonrpc: '2.0', id, ...(result === undefined ? { error: { code: -32601, message: 'Method not found' } } : { result }) }));
}
`,
);

const here = spawnSync('sh', ['-c', 'command -v gnome-keyring-daemon && command -v dbus-run-session']);
const reason = here.status === 0 ? '' : ' (skipped: gnome-keyring and dbus-run-session are not installed)';

/** A Secret Service of its own; its address, and what ends it. */
async function secretService(): Promise<{ address: string; end: () => Promise<void> }> {
  const child = spawn(
    'dbus-run-session',
    [
      '--',
      'sh',
      '-c',
      'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && echo "$DBUS_SESSION_BUS_ADDRESS" && exec cat >/dev/null',
    ],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder },
    },
  );
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    address,
    async end() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

const filesIn = (path: string): string[] =>
  readdirSync(path).flatMap((name) => {
    const whole = join(path, name);
    const info = statSync(whole, { throwIfNoEntry: false });
    return info?.isDirectory() === true ? filesIn(whole) : info?.isFile() === true ? [whole] : [];
  });

function clean(what: string, text: string): void {
  for (const trace of TRACES) expect([what, text.includes(trace)]).toEqual([what, false]);
}

/** Processes whose arguments or environment hold the secret, as anybody of this user can read them. */
function processesWith(text: string): number[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      ['environ', 'cmdline'].some((part) => {
        try {
          return readFileSync(`/proc/${pid}/${part}`).includes(text);
        } catch {
          return false;
        }
      }),
    )
    .map(Number);
}

const started = (): string[][] =>
  existsSync(ledger)
    ? readFileSync(ledger, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' '))
    : [];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(reason !== '')(
  `a secret is in its server and nowhere else${reason}`,
  async () => {
    const service = await secretService();
    const env = { DBUS_SESSION_BUS_ADDRESS: service.address };
    const first = await startHost({ env });
    const answers: string[] = [];
    const control = async (home: string): Promise<ControlClient> => {
      const client = await connectControl(profilePaths(home, systemSurroundings(home)));
      if (!client.ok) throw new Error(client.message);
      return client.value;
    };
    let client = await control(first.home);
    const call = async (name: CommandName, input: unknown, operatorKey: string | undefined = 'test-key') => {
      const answer = await client.call(name, input as never, {
        operatorKey,
        onProgress: (said) => answers.push(said),
      });
      answers.push(`${name} ${JSON.stringify(answer)}`);
      return answer;
    };

    const value = { name: 'canary', value: CANARY };
    expect(await call('secret.set', value, 'wrong')).toMatchObject({ ok: false, code: 'operator' });
    const set = await first.cli(['secret', 'set', 'canary'], { input: `${CANARY}\n` });
    expect([set.code, set.stdout]).toEqual([
      0,
      '"canary" is in the vault. A server refers to it as vault:canary\n',
    ]);
    answers.push(set.stdout, set.stderr);
    const launch = {
      transport: 'stdio',
      command: process.execPath,
      args: [script],
      // No name and no form of a key: only that it is a reference says so.
      env: { QUIET: 'vault:canary', MIXED: 'user:${vault:canary}@host' },
    };
    expect(await call('server.add', { id: 'careless', launch }, undefined)).toMatchObject({
      ok: true,
      value: { launch: { env: { QUIET: 'vault:canary', MIXED: '[hidden] ${vault:canary}' } } },
    });
    // Nobody has looked at it yet: it gets nothing of the vault.
    expect(await call('server.inspect', { id: 'careless' })).toMatchObject({
      value: { withheldSecrets: ['MIXED', 'QUIET'] },
    });
    expect(new Set(started().map(([, quiet, mixed]) => `${quiet} ${mixed}`))).toEqual(
      new Set(['absent absent']),
    );
    const looks = started().length;
    expect(await call('server.inspect', { id: 'careless', withSecrets: true })).toMatchObject({ ok: true });
    const mixed = createHash('sha256').update(`user:${CANARY}@host`).digest('hex');
    expect(
      new Set(
        started()
          .slice(looks)
          .map((line) => line.slice(1).join(' ')),
      ),
    ).toEqual(new Set([`${digest} ${mixed}`]));
    expect(await call('server.approve', { id: 'careless' })).toMatchObject({ ok: true });
    // Sampled while it runs.
    const testing = call('server.test', { id: 'careless' });
    const seen = new Set<number>();
    for (let over = false; !over;) {
      over = await Promise.race([
        testing.then(() => true),
        new Promise<false>((r) => setTimeout(() => r(false), 20)),
      ]);
      for (const pid of processesWith(CANARY)) seen.add(pid);
    }
    expect(await testing).toMatchObject({ ok: true });
    const own = new Set(started().map(([pid]) => Number(pid)));
    expect([...seen].filter((pid) => !own.has(pid))).toEqual([]);
    expect(await call('secret.remove', { name: 'canary' }, undefined)).toMatchObject({
      ok: false,
      code: 'used',
    });

    // Every command, asked as much as it takes.
    for (const name of Object.keys(contract) as CommandName[]) {
      if (/^(?:server\.(?:remove|block|disable)|guard\.|operator\.)/.test(name)) continue;
      for (const input of [{}, { id: 'careless' }, { server: 'careless' }]) await call(name, input);
    }
    expect(answers.find((one) => one.startsWith('server.log {"ok":true'))).toContain('QUIET=[hidden]');
    expect(answers.find((one) => one.startsWith('secret.list {"ok":true'))).toContain(
      '"usedBy":["careless"]',
    );
    // One of them began to replace the key.
    expect(answers.find((one) => one.startsWith('secret.rotate {"ok":true'))).toContain('at the next start');
    client.close();
    await first.kill9();
    for (const file of filesIn(first.home)) clean(file, readFileSync(file, 'latin1'));
    clean('standard error', first.stderr());

    // Over an end without warning, with the key out of the keychain.
    const before = started().length;
    const keyOf = (): unknown =>
      (JSON.parse(readFileSync(join(first.home, 'vault.json'), 'utf8')) as { keyId: unknown }).keyId;
    const replaced = keyOf();
    const second = await startHost({ env, home: first.home });
    client = await control(second.home);
    expect(await call('server.test', { id: 'careless' })).toMatchObject({ ok: true });
    expect(
      started()
        .slice(before)
        .map((line) => line[1]),
    ).toContain(digest);
    expect(keyOf()).not.toBe(replaced);
    // Into a file that only a passphrase opens, and back from it.
    const backup = await call('secret.export', { passphrase: 'correct horse' });
    if (!backup.ok) throw new Error(backup.message);
    const { text } = backup.value as { text: string };
    expect(await call('secret.import', { text, passphrase: 'wrong horse' })).toMatchObject({
      ok: false,
      code: 'passphrase',
    });
    expect(await call('secret.import', { text, passphrase: 'correct horse' })).toMatchObject({
      value: { added: [], replaced: [], kept: [], same: ['canary'] },
    });
    client.close();
    await second.kill9();

    // Without the keychain the vault is locked, and a start fails with the reason.
    const third = await startHost({ home: first.home, guarded: true });
    client = await control(third.home);
    expect(await call('secret.list', {})).toMatchObject({ value: { state: 'locked', secrets: [] } });
    expect(await call('secret.set', { name: 'x', value: CANARY })).toMatchObject({
      ok: false,
      code: 'locked',
    });
    client.close();
    clean('third', third.stderr());
    await third.stop();
    clean('answers', answers.join('\n'));
    await service.end();
  },
  400_000,
);
