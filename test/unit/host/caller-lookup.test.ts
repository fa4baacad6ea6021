import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ran } from '../../../electron/host/endpoint/system-program.ts';
import { type LookupPorts, whoConnects } from '../../../electron/host/policy/caller-lookup.ts';

// 50000 = C350, 7411 = 1CF3.
const ENDS = { theirs: 50_000, ours: 7411 };
const row = (local: string, foreign: string, state: string, inode: string): string =>
  `   0: ${local} ${foreign} ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000 20 4 30 10 -1`;
const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const MINE = row('0100007F:C350', '0100007F:1CF3', '01', '4711');

const CODESIGN = [
  'Executable=/Applications/Claude.app/Contents/MacOS/Claude',
  'Identifier=com.anthropic.claudefordesktop',
  'Format=app bundle with Mach-O universal (x86_64 arm64)',
  'CodeDirectory v=20500 size=504 flags=0x10000(runtime) hashes=5+7 location=embedded',
  'Signature size=9040',
  'Authority=Developer ID Application: Anthropic PBC (Q6L2SF6YDW)',
  'Authority=Developer ID Certification Authority',
  'Authority=Apple Root CA',
  'Timestamp=1 Jul 2026 at 12:00:00',
  'Info.plist entries=35',
  'TeamIdentifier=Q6L2SF6YDW',
].join('\n');

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'doorward-caller-')));
  folders.push(made);
  return made;
}

const ran = (stdout: string, ended = true, stderr = ''): Ran => ({ ended, stdout, stderr });
function ports(over: Partial<LookupPorts>): LookupPorts {
  return {
    platform: 'linux',
    systemRoot: 'C:\\Windows',
    proc: '/nowhere',
    run: () => Promise.reject(new Error('nothing is run')),
    now: () => 0,
    mostFiles: 20,
    ...over,
  };
}

/** A folder like `/proc`: processes by number, with what their files are. */
function proc(processes: Record<string, { exe?: string; fds: readonly string[] }>, table = MINE): string {
  const root = folder();
  mkdirSync(join(root, 'net'));
  writeFileSync(join(root, 'net', 'tcp'), `${HEAD}\n${table}\n`);
  for (const [pid, { exe, fds }] of Object.entries(processes)) {
    mkdirSync(join(root, pid, 'fd'), { recursive: true });
    if (exe !== undefined) symlinkSync(exe, join(root, pid, 'exe'));
    fds.forEach((fd, at) => symlinkSync(fd, join(root, pid, 'fd', String(at))));
  }
  return root;
}

describe('whoConnects on Linux', () => {
  const exe = process.execPath;
  const mine = { exe, fds: ['pipe:[1]', 'socket:[4711]', 'socket:[4711]'] };

  it('tells the process that holds the other end, and its file', async () => {
    const root = proc({ 12: { exe, fds: ['socket:[12]'] }, 77: mine, self: mine, 9: { fds: [] } });
    expect(await whoConnects(ENDS, ports({ proc: root }))).toEqual({ pid: 77, path: exe });
  });

  it('tells the number alone where the file cannot be read, or is another than the one that runs', async () => {
    const gone = proc({ 77: { exe: '/no/such/file (deleted)', fds: mine.fds } });
    expect(await whoConnects(ENDS, ports({ proc: gone }))).toEqual({ pid: 77 });
    const unreadable = proc({ 77: { fds: mine.fds } });
    expect(await whoConnects(ENDS, ports({ proc: unreadable }))).toEqual({ pid: 77 });
  });

  it('tells nothing of an end that two processes hold, that nobody holds, or that is not there', async () => {
    expect(await whoConnects(ENDS, ports({ proc: proc({ 77: mine, 78: mine }) }))).toBeUndefined();
    expect(await whoConnects(ENDS, ports({ proc: proc({ 78: { exe, fds: [] } }) }))).toBeUndefined();
    expect(await whoConnects(ENDS, ports({ proc: proc({ 77: mine }, '') }))).toBeUndefined();
    expect(await whoConnects(ENDS, ports({}))).toBeUndefined();
    for (const port of [0, -1, 70_000, 1.5, Number.NaN])
      expect(
        await whoConnects({ ...ENDS, theirs: port }, ports({ proc: proc({ 77: mine }) })),
      ).toBeUndefined();
  });

  it('gives up when it takes too long', async () => {
    let at = 0;
    expect(
      await whoConnects(ENDS, ports({ proc: proc({ 77: mine }), now: () => (at += 4000) })),
    ).toBeUndefined();
  });

  it('looks no further into a process with a mass of open files', async () => {
    const root = proc({
      77: { exe, fds: [...Array.from({ length: 20 }, () => 'pipe:[1]'), 'socket:[4711]'] },
    });
    expect(await whoConnects(ENDS, ports({ proc: root }))).toBeUndefined();
  });
});

describe('whoConnects elsewhere', () => {
  const LSOF = 'p4242\nf7\nn127.0.0.1:50000->127.0.0.1:7411\n';
  const NETSTAT = ' TCP 127.0.0.1:50000 127.0.0.1:7411 ESTABLISHED 4242';
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  function scripted(platform: NodeJS.Platform, answer: (program: string, nth: number) => Ran) {
    const lines: string[] = [];
    const run: LookupPorts['run'] = (file, args) => {
      const nth = lines.filter((line) => line.startsWith(file)).length;
      lines.push([file, ...args].join(' '));
      return Promise.resolve(answer(/(\w+)(\.exe)?$/.exec(file)?.[1] ?? '', nth));
    };
    return { lines, find: () => whoConnects(ENDS, ports({ platform, run })) };
  }

  it('macOS: the signer is told only when the system finds the signature valid', async () => {
    const mac = (valid: boolean) =>
      scripted('darwin', (program, nth) =>
        program === 'lsof' ? ran(LSOF) : nth === 0 ? ran('', valid) : ran('', true, CODESIGN),
      );
    const good = mac(true);
    expect(await good.find()).toEqual({
      pid: 4242,
      path: '/Applications/Claude.app/Contents/MacOS/Claude',
      signer: 'Developer ID Application: Anthropic PBC (Q6L2SF6YDW)',
    });
    expect(good.lines).toEqual([
      '/usr/sbin/lsof -nP -iTCP@127.0.0.1:50000 -F pn',
      '/usr/bin/codesign --verify -R=anchor apple generic 4242',
      '/usr/bin/codesign --display --verbose=2 4242',
      '/usr/sbin/lsof -nP -iTCP@127.0.0.1:50000 -F pn',
    ]);
    expect(await mac(false).find()).toEqual({
      pid: 4242,
      path: '/Applications/Claude.app/Contents/MacOS/Claude',
    });
    const unsigned = scripted('darwin', (program) =>
      program === 'lsof' ? ran(LSOF) : ran('', false, CODESIGN),
    );
    expect(await unsigned.find()).toEqual({ pid: 4242 });
  });

  it('Windows: programs of the system by their full path', async () => {
    const windows = scripted('win32', (program) =>
      program === 'netstat' ? ran(NETSTAT) : ran(`${base64('C:\\x.exe')}\r\n`, false, 'not found'),
    );
    expect(await windows.find()).toEqual({ pid: 4242, path: 'C:\\x.exe' });
    expect(windows.lines[0]).toBe('C:\\Windows\\System32\\netstat.exe -ano -p TCP');
    expect(windows.lines[1]).toMatch(
      /^C:\\Windows\\System32\\WindowsPowerShell\\v1\.0\\powershell\.exe -NoLogo -NoProfile -NonInteractive -Command /,
    );
  });

  it.each([
    ['darwin', LSOF, LSOF.replace('p4242', 'p4243')],
    ['win32', NETSTAT, NETSTAT.replace('4242', '4243')],
  ] as const)(
    '%s: a process that ended meanwhile, or whose place another has taken, is not told',
    async (platform, before, after) => {
      for (const later of ['', after]) {
        const end = scripted(platform, (program, nth) =>
          program === 'lsof' || program === 'netstat'
            ? ran(nth === 0 ? before : later)
            : ran('', true, CODESIGN),
        );
        expect(await end.find()).toBeUndefined();
      }
      const two = scripted(platform, () => ran(`${before}\n${after}`));
      expect(await two.find()).toBeUndefined();
      const broken = ports({ platform });
      expect(await whoConnects(ENDS, broken)).toBeUndefined();
    },
  );
});

describe.runIf(process.platform === 'linux')('whoConnects here', () => {
  /** Starts a program under a name of its choice that connects to us and then waits. */
  async function scene(name: string) {
    const home = folder();
    const program = join(home, name);
    copyFileSync('/bin/bash', program);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const child = spawn(program, ['-c', `exec 3<>/dev/tcp/127.0.0.1/${port}; read -r line <&3`], {
      stdio: 'ignore',
    });
    const [socket] = (await once(server, 'connection')) as [Socket];
    const ends = { theirs: socket.remotePort ?? 0, ours: port };
    return {
      home,
      program,
      child,
      ends,
      async end() {
        child.kill('SIGKILL');
        socket.destroy();
        server.close();
        await once(server, 'close');
      },
    };
  }

  it('finds the program by what the kernel says of it', async () => {
    const it = await scene('Claude');
    expect(await whoConnects(it.ends)).toEqual({ pid: it.child.pid, path: it.program });
    await it.end();
    expect(await whoConnects(it.ends)).toBeUndefined();
  });

  it('shows a path with line ends in one line', async () => {
    const it = await scene('Claude\n(signed by Anthropic)');
    const found = await whoConnects(it.ends);
    expect(found?.path).toBe(join(it.home, 'Claude\ufffd(signed by Anthropic)'));
    await it.end();
  });

  it('does not show a path at which another file lies by now', async () => {
    const it = await scene('Claude');
    unlinkSync(it.program);
    expect(await whoConnects(it.ends)).toEqual({ pid: it.child.pid });
    // The name that the kernel gives to a file that is gone.
    copyFileSync('/bin/sh', `${it.program} (deleted)`);
    expect(await whoConnects(it.ends)).toEqual({ pid: it.child.pid });
    renameSync(`${it.program} (deleted)`, it.program);
    expect(await whoConnects(it.ends)).toEqual({ pid: it.child.pid });
    await it.end();
  });
});
