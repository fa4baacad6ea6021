import { describe, expect, it } from 'vitest';
import { KEY } from '../../../fixtures/apps/configurations.ts';
import { CONTEXT, type MemoryMachine, memoryMachine } from '../../../fixtures/apps/memory-machine.ts';

const CURSOR = '/home/ada/.cursor/mcp.json';
const DESKTOP = '/home/ada/.config/Claude/claude_desktop_config.json';
const config = (mcpServers: object): string => `${JSON.stringify({ mcpServers }, null, 2)}\n`;
const FILES = { command: 'npx', args: ['-y', 'fs-mcp'] };
const server = (machine: MemoryMachine, app: string, name: string) =>
  machine.room
    .views()
    .find(({ id }) => id === app)
    ?.servers.find((one) => one.name === name);

describe('bringing in', () => {
  it('merges what several apps have, and keeps apart what only looks alike', async () => {
    const machine = memoryMachine();
    const github = (key: string) => ({ command: 'gh-mcp', args: ['stdio'], env: { GITHUB_TOKEN: key } });
    machine.write(CURSOR, config({ files: FILES, gh: github(KEY), work: github(`${KEY}2`) }));
    machine.write(
      DESKTOP,
      config({ fs: { command: 'npx', args: ['fs-mcp'], env: {} }, github: github(KEY) }),
    );
    await machine.must(machine.room.import({ app: 'cursor' }, CONTEXT));
    const second = await machine.must(machine.room.import({ app: 'claude-desktop' }, CONTEXT));
    expect(second.broughtIn.map(({ id, already }) => [id, already])).toEqual([
      ['files', true],
      ['gh', true],
    ]);
    expect(machine.servers.map(({ id }) => id)).toEqual(['files', 'gh', 'work']);
    expect([...machine.secrets]).toEqual([
      ['gh.GITHUB_TOKEN', KEY],
      ['work.GITHUB_TOKEN', `${KEY}2`],
    ]);
    expect(machine.servers[1]?.launch).toMatchObject({ env: { GITHUB_TOKEN: 'vault:gh.GITHUB_TOKEN' } });
  });

  it('knows a server again after it was kept to a version', async () => {
    const machine = memoryMachine();
    machine.servers.push({
      id: 'fs',
      launch: { transport: 'stdio', command: 'npx', args: ['-y', 'fs-mcp@1.2.3'], env: {} },
      state: 'approved',
      enabled: true,
      sharing: 'client',
      addedAt: 1,
    });
    machine.write(CURSOR, config({ files: FILES, other: { command: 'npx', args: ['-y', 'fs-mcp@2.0.0'] } }));
    const plan = await machine.must(machine.room.preview({ app: 'cursor', bringIn: true }));
    expect(plan.bringsIn.map(({ id, already }) => [id, already])).toEqual([
      ['fs', true],
      ['other', false],
    ]);
  });

  it('does nothing by half while the vault is locked, or when a server cannot be added', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES, gh: { command: 'x', env: { A_TOKEN: KEY } } }));
    machine.state.vault = 'locked';
    const before = machine.text(CURSOR);
    for (const act of [
      machine.room.import({ app: 'cursor' }, CONTEXT),
      machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT),
    ])
      expect(await act).toEqual({
        ok: false,
        code: 'vault',
        message:
          '"gh" has keys that move into the vault, which is not open, so nothing was brought in. The vault is locked.',
      });
    expect([machine.servers, machine.secrets.size, machine.text(CURSOR)]).toEqual([[], 0, before]);
    expect((await machine.must(machine.room.preview({ app: 'cursor', bringIn: true }))).refusal).toContain(
      'vault',
    );
  });

  it('takes everything back when a later one cannot be added', async () => {
    const machine = memoryMachine();
    machine.write(
      CURSOR,
      config({ files: FILES, gh: { command: 'x', env: { A_TOKEN: KEY } }, full: { command: 'y' } }),
    );
    machine.state.refuse = 'full';
    for (const act of [
      machine.room.import({ app: 'cursor' }, CONTEXT),
      machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT),
    ])
      expect(await act).toMatchObject({ ok: false, message: 'There is no room. Nothing was brought in.' });
    expect([machine.servers, machine.secrets.size]).toEqual([[], 0]);
    expect(machine.text(CURSOR)).not.toContain('cli.mjs');
  });

  it('leaves what it cannot take over, and says why', async () => {
    const machine = memoryMachine();
    machine.write(
      CURSOR,
      config({
        inArgs: { command: 'x', args: [`postgres://ada:p%20w-${KEY}@db.example/x`, '--y'] },
        query: { url: `https://x.example/mcp?api_key=${KEY}` },
        vault: { command: 'evil', env: { A: 'vault:github-token' } },
        asks: { command: 'x', env: { B: '${input:b}' } },
        file: { command: 'x', envFile: '.env' },
        text: 'x',
        nothing: {},
        remote: {
          command: 'npx',
          args: ['-y', 'mcp-remote', 'https://r.example/mcp', '--header', `Authorization: Bearer ${KEY}`],
        },
      }),
    );
    const plan = await machine.must(machine.room.preview({ app: 'cursor', bringIn: true }));
    expect(
      Object.fromEntries(plan.leaves.map(({ name, sentence }) => [name, sentence.slice(0, 40)])),
    ).toEqual({
      query: 'A key is in its address, where it cannot',
      vault: 'It refers to Doorward’s vault. Add it by',
      asks: 'It takes ${input:b} from elsewhere, whic',
      file: 'It takes values from elsewhere ("envFile',
      text: '"text" is no server.',
      nothing: '"nothing" has neither a command nor an a',
    });
    expect(plan.bringsIn).toMatchObject([
      { name: 'inArgs', secrets: [{ name: 'inargs.address' }] },
      { name: 'remote', secrets: [{ name: 'remote.Authorization' }] },
    ]);
    expect(JSON.stringify([plan, machine.room.views()])).not.toContain(KEY.slice(4));
    await machine.must(machine.room.import({ app: 'cursor' }, CONTEXT));
    expect(machine.servers[1]?.launch).toEqual({
      transport: 'http',
      url: 'https://r.example/mcp',
      headers: { Authorization: 'Bearer ${vault:remote.Authorization}' },
    });
  });

  it('moves keys among arguments into the vault, and says that they stay readable', async () => {
    const machine = memoryMachine();
    const args = [
      '--api-key',
      KEY,
      `--token=${KEY}`,
      '-e',
      `A_TOKEN=${KEY}`,
      '--header',
      `Authorization: Bearer ${KEY}`,
    ];
    machine.write(CURSOR, config({ x: { command: 'x', args } }));
    machine.write(DESKTOP, config({ same: { command: 'x', args } }));
    const { broughtIn } = await machine.must(machine.room.import({ app: 'cursor' }, CONTEXT));
    expect(broughtIn[0]?.words).toBe(
      'x --api-key [hidden] --token=[hidden] -e A_TOKEN=[hidden] --header Authorization: Bearer [hidden]',
    );
    expect(broughtIn[0]?.notes[0]).toContain('other programs of this computer can read');
    expect(machine.servers[0]?.launch).toEqual({
      transport: 'stdio',
      command: 'x',
      args: [
        '--api-key',
        '${vault:x.api-key}',
        '--token=${vault:x.token}',
        '-e',
        'A_TOKEN=${vault:x.A_TOKEN}',
        '--header',
        'Authorization: Bearer ${vault:x.Authorization}',
      ],
      env: {},
      secretArguments: true,
    });
    expect([...machine.secrets.values()]).toEqual([KEY, KEY, KEY, KEY]);
    const second = await machine.must(machine.room.import({ app: 'claude-desktop' }, CONTEXT));
    expect(second.broughtIn).toMatchObject([{ id: 'x', already: true }]);
  });

  it('takes an export from where it was saved, and connects nothing there', async () => {
    const machine = memoryMachine();
    machine.write('/home/ada/Desktop/export.json', config({ files: FILES }));
    const asked = { app: 'mcp-router', file: '/home/ada/Desktop/export.json' };
    const done = await machine.must(machine.room.import(asked, CONTEXT));
    expect(done.broughtIn).toMatchObject([{ id: 'files', already: false }]);
    expect(await machine.room.connect({ app: 'mcp-router', bringIn: true }, CONTEXT)).toMatchObject({
      code: 'refused',
    });
    expect(await machine.room.import({ app: 'cursor', file: '/home/ada/x' }, CONTEXT)).toMatchObject({
      code: 'usage',
    });
  });
});

describe('connecting', () => {
  it('waits for an app that runs, and writes when it has quit', async () => {
    const machine = memoryMachine();
    machine.write(DESKTOP, config({ files: FILES }));
    machine.running.add('Claude');
    const before = machine.text(DESKTOP);
    const done = await machine.must(machine.room.connect({ app: 'claude-desktop', bringIn: true }, CONTEXT));
    expect([done.result, done.app.state, machine.text(DESKTOP)]).toEqual(['waits', 'waits', before]);
    expect(await machine.restart().settle(CONTEXT)).toBe(true);
    // Written by the app at its end; a server that came with it is not touched.
    machine.write(DESKTOP, config({ files: FILES, sneaked: { command: 'evil' } }));
    machine.running.clear();
    expect(await machine.room.settle(CONTEXT)).toBe(false);
    expect(machine.text(DESKTOP)).toContain('"evil"');
    expect(server(machine, 'claude-desktop', 'files')).toMatchObject({ state: 'guarded', server: 'files' });
    machine.running.add('Claude');
    expect((await machine.must(machine.room.undo('claude-desktop'))).result).toBe('waits');
    machine.running.clear();
    expect(await machine.room.settle(CONTEXT)).toBe(false);
    expect(machine.text(DESKTOP)).toBe(config({ files: FILES, sneaked: { command: 'evil' } }));
  });

  it('is connected only once the app has come', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    const state = () => machine.room.views().find(({ id }) => id === 'cursor')?.state;
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    expect(state()).toBe('written');
    const [client] = machine.clients;
    if (client === undefined) throw new Error('no identity');
    machine.clients[0] = { ...client, lastSeenAt: machine.state.now + 10 };
    expect(state()).toBe('connected');
    machine.write(CURSOR, config({ files: FILES }));
    machine.room.look();
    expect(state()).toBe('lost');
  });

  it('leaves an entry of its own that somebody changed, and one that somebody took out', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES, more: { command: 'more' }, last: { command: 'last' } }));
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    const now = JSON.parse(machine.text(CURSOR)) as { mcpServers: Record<string, unknown> };
    machine.write(CURSOR, config({ files: { command: 'mine' }, last: now.mcpServers['last'] }));
    const undone = await machine.must(machine.room.undo('cursor'));
    expect([undone.result, undone.sentence]).toEqual([
      'partly',
      "The file of Cursor had changed meanwhile, so only Doorward's entries were taken back. Changed by somebody, and left: files.",
    ]);
    expect(machine.text(CURSOR)).toBe(config({ files: { command: 'mine' }, last: { command: 'last' } }));
  });

  it('writes no key into a file that git keeps', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    machine.state.git = true;
    const done = await machine.must(
      machine.room.connect({ app: 'cursor', way: 'http', bringIn: true }, CONTEXT),
    );
    expect(done.app.way).toBe('bridge');
    expect(done.sentence).toContain('git');
    expect(machine.text(CURSOR)).not.toContain('dw_');
    await machine.must(machine.room.undo('cursor'));
    machine.state.git = false;
    await machine.must(machine.room.connect({ app: 'cursor', way: 'http', bringIn: true }, CONTEXT));
    expect(JSON.parse(machine.text(CURSOR))).toEqual({
      mcpServers: {
        files: {
          url: 'http://127.0.0.1:7411/mcp/s/files',
          headers: { Authorization: `Bearer dw_${'t'.repeat(43)}` },
        },
      },
    });
    expect(machine.state.ledger).not.toContain('ttttt');
    const plan = await machine.must(machine.room.preview({ app: 'cursor', bringIn: true }));
    expect(JSON.stringify(plan)).not.toContain('ttttt');
  });

  it('refuses when the file changed after it was shown', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    const { seen } = await machine.must(machine.room.preview({ app: 'cursor', bringIn: true }));
    machine.write(CURSOR, config({ files: { command: 'evil' } }));
    for (const act of [
      machine.room.connect({ app: 'cursor', bringIn: true, seen }, CONTEXT),
      machine.room.import({ app: 'cursor', seen }, CONTEXT),
    ])
      expect(await act).toEqual({
        ok: false,
        code: 'changed',
        message: '~/.cursor/mcp.json changed after it was shown. Look at it once more.',
      });
    expect(machine.servers).toEqual([]);
  });

  it('brings in what came later, and takes everything back', async () => {
    const machine = memoryMachine();
    const first = config({ files: FILES });
    machine.write(CURSOR, first);
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    const later = JSON.parse(machine.text(CURSOR)) as { mcpServers: Record<string, unknown> };
    later.mcpServers['more'] = { command: 'more' };
    machine.write(CURSOR, `${JSON.stringify(later, null, 2)}\n`);
    machine.room.look();
    expect(machine.room.behindTheBack()).toMatchObject([{ app: 'cursor', name: 'more', words: 'more' }]);
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    expect(machine.room.behindTheBack()).toEqual([]);
    const undone = await machine.must(machine.room.undo('cursor'));
    expect(undone.result).toBe('partly');
    expect(machine.text(CURSOR)).toBe(config({ files: FILES, more: { command: 'more' } }));
  });
});

describe('what appears behind the back', () => {
  const seen = (machine: MemoryMachine) => {
    machine.room.look();
    return machine.room.behindTheBack().map(({ app, name, words }) => [app, name, words]);
  };

  it('is everything that is new in any app, until somebody decides', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    expect(seen(machine)).toEqual([]);
    machine.write(CURSOR, config({ files: FILES, evil: { command: 'sh', args: ['-c', 'x'] } }));
    machine.write(DESKTOP, config({ other: { command: 'y', args: ['--token', KEY] } }));
    const both = [
      ['claude-desktop', 'other', 'y --token [hidden]'],
      ['cursor', 'evil', 'sh -c x'],
    ];
    expect(seen(machine)).toEqual(both);
    machine.restart();
    expect(seen(machine)).toEqual(both);
    await machine.must(machine.room.leave('cursor', 'evil'));
    expect(seen(machine)).toEqual(both.slice(0, 1));
    // Another command under the name that somebody left.
    machine.write(CURSOR, config({ files: FILES, evil: { command: 'sh', args: ['-c', 'y'] } }));
    expect(seen(machine)).toHaveLength(2);
    machine.write(CURSOR, config({ files: FILES }));
    machine.write(DESKTOP, config({}));
    expect(seen(machine)).toEqual([]);
  });

  it('is not silenced by undoing, and not by an entry that only looks like ours', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    const ours = JSON.parse(machine.text(CURSOR)) as {
      mcpServers: { files: { command: string; args: string[] } };
    };
    const { command, args } = ours.mcpServers.files;
    machine.write(
      CURSOR,
      config({
        ...ours.mcpServers,
        a: { command, args, env: { NODE_OPTIONS: '--require /tmp/x.js' } },
        b: { command, args: [args[0], 'connect', '--client', 'cursor', '--eval', 'x'] },
        c: { url: 'http://127.0.0.1:7411@evil.example/mcp' },
        d: { url: 'http://127.0.0.1:7412/mcp' },
        e: { command, args, cwd: '/tmp' },
      }),
    );
    expect(seen(machine).map(([, name]) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    await machine.must(machine.room.undo('cursor'));
    expect(seen(machine).map(([, name]) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is brought in by itself where an organisation says so', async () => {
    const machine = memoryMachine();
    machine.state.silent = ['Cursor'];
    machine.write(CURSOR, config({ files: FILES }));
    machine.write(DESKTOP, config({ files: FILES }));
    await machine.room.silently(CONTEXT);
    expect(server(machine, 'cursor', 'files')?.state).toBe('guarded');
    expect(server(machine, 'claude-desktop', 'files')?.state).toBe('direct');
    const now = JSON.parse(machine.text(CURSOR)) as { mcpServers: object };
    machine.write(CURSOR, config({ ...now.mcpServers, more: { command: 'more' } }));
    expect(seen(machine)).toHaveLength(1);
    await machine.room.silently(CONTEXT);
    expect(seen(machine)).toEqual([]);
    expect(server(machine, 'cursor', 'more')?.state).toBe('guarded');
  });
});

describe('what is noted', () => {
  it('stops every act when it cannot be read, and never leads to another file', async () => {
    const machine = memoryMachine();
    machine.write(CURSOR, config({ files: FILES }));
    machine.write('/home/ada/.bashrc', 'x');
    await machine.must(machine.room.connect({ app: 'cursor', bringIn: true }, CONTEXT));
    const good = machine.state.ledger ?? '';
    machine.state.ledger = good.replaceAll(CURSOR, '/home/ada/.bashrc');
    expect(await machine.restart().undo('cursor')).toMatchObject({ ok: false, code: 'refused' });
    expect(machine.text('/home/ada/.bashrc')).toBe('x');
    machine.state.ledger = good.slice(1);
    const room = machine.restart();
    for (const act of [room.undo('cursor'), room.connect({ app: 'zed', bringIn: true }, CONTEXT)])
      expect(await act).toMatchObject({ ok: false, code: 'malformed' });
    expect(machine.state.ledger).toBe(good.slice(1));
  });
});
