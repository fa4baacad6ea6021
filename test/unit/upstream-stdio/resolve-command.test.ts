import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveCommand, searchFolders } from '../../../electron/upstream/stdio/resolve-command.ts';
import type { CommandSurroundings } from '../../../electron/upstream/stdio/resolve-command.ts';
import { batchLine } from '../../../electron/upstream/stdio/windows-command.ts';

/** A file system of runnable files, and of files that may not be run. */
function around(
  platform: NodeJS.Platform,
  path: string,
  runnable: readonly string[],
  more: Partial<CommandSurroundings> & { plain?: readonly string[] } = {},
): CommandSurroundings {
  const fold = (name: string) => (platform === 'win32' ? name.toLowerCase() : name);
  const files = new Set(runnable.map(fold));
  const plain = new Set((more.plain ?? []).map(fold));
  return {
    platform,
    path,
    files: {
      kind: async (name) =>
        files.has(fold(name)) ? 'runnable' : plain.has(fold(name)) ? 'not-runnable' : 'missing',
    },
    ...more,
  };
}

describe('on POSIX', () => {
  it('takes the first runnable file in PATH and leaves arguments alone', async () => {
    const there = around('linux', '/a:/b:/c', ['/b/npx', '/c/npx'], { plain: ['/a/npx'] });
    expect(await resolveCommand('npx', ['-y', '$(id)', 'a b'], there)).toEqual({
      ok: true,
      value: { file: '/b/npx', args: ['-y', '$(id)', 'a b'], verbatim: false },
    });
  });

  it('never searches the current folder or relative entries of PATH', async () => {
    expect(searchFolders(':.:bin:/a::/a:', 'linux')).toEqual(['/a']);
    expect((await resolveCommand('x', [], around('linux', ':.', ['x', './x']))).ok).toBe(false);
  });

  it('takes a path as it is, and a relative one from the folder of the server', async () => {
    const there = around('linux', '/bin', ['/opt/s', '/srv/bin/s'], { cwd: '/srv' });
    expect(await resolveCommand('/opt/s', [], there)).toMatchObject({ value: { file: '/opt/s' } });
    expect(await resolveCommand('./bin/s', [], there)).toMatchObject({ value: { file: '/srv/bin/s' } });
    const homeless = around('linux', '/bin', ['/opt/s']);
    expect(await resolveCommand('./s', [], homeless)).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('relative path'),
    });
    expect(await resolveCommand('~/s', [], homeless)).toMatchObject({
      message: expect.stringContaining('only a shell'),
    });
  });

  it('says what may not be run', async () => {
    const there = around('linux', '/a', [], { plain: ['/a/s', '/b/s'] });
    expect(await resolveCommand('s', [], there)).toMatchObject({
      code: 'not-runnable',
      message: expect.stringContaining('"/a/s"'),
    });
    expect(await resolveCommand('/b/s', [], there)).toMatchObject({ code: 'not-runnable' });
    expect(await resolveCommand('', [], there)).toMatchObject({ code: 'bad-argument' });
  });

  it.each([
    ['npx', 'Node.js'],
    ['node', 'Node.js'],
    ['uvx', 'uv'],
    ['docker', 'Docker Desktop'],
    ['python3', 'Python'],
    ['pipx', 'pipx'],
    ['deno', 'Deno'],
    ['bun', 'Bun'],
  ])('tells where %s comes from', async (command, product) => {
    const found = await resolveCommand(command, [], around('linux', '/a:/b', []));
    expect(found).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(
        `The program "${command}" was not found. It was looked for in /a, /b. It comes with ${product}:`,
      ),
    });
  });

  it('explains a whole command line, an empty PATH and a very long one', async () => {
    const message = async (command: string, path: string) => {
      const found = await resolveCommand(command, [], around('linux', path, []));
      return found.ok ? '' : found.message;
    };
    expect(await message('npx -y thing', '/a')).toContain('give the program alone');
    expect(await message('thing', '')).toContain('PATH is empty');
    const long = Array.from({ length: 40 }, (_, at) => `/folder${at}`).join(':');
    expect(await message('thing', long)).toContain('/folder11 and 28 more folders of PATH');
  });
});

describe('on Windows', () => {
  const nodejs = 'C:\\Program Files\\nodejs';
  const npmFiles = [
    `${nodejs}\\npx.cmd`,
    `${nodejs}\\node.exe`,
    `${nodejs}\\node_modules\\npm\\bin\\npx-cli.js`,
  ];

  it('runs npx with Node itself', async () => {
    const there = around('win32', `C:\\Windows;"${nodejs}"`, npmFiles);
    expect(await resolveCommand('npx', ['-y', 'a & calc'], there)).toEqual({
      ok: true,
      value: {
        file: `${nodejs}\\node.exe`,
        args: [`${nodejs}\\node_modules\\npm\\bin\\npx-cli.js`, '-y', 'a & calc'],
        verbatim: false,
      },
    });
  });

  it('finds Node in PATH when npm was updated into a folder of the user', async () => {
    const roaming = 'C:\\Users\\p\\AppData\\Roaming\\npm';
    const files = [
      `${roaming}\\npx.cmd`,
      `${roaming}\\node_modules\\npm\\bin\\npx-cli.js`,
      `${nodejs}\\node.exe`,
    ];
    const found = await resolveCommand('NPX.CMD', ['x'], around('win32', `${roaming};${nodejs}`, files));
    expect(found).toMatchObject({
      value: { file: `${nodejs}\\node.exe`, args: [`${roaming}\\node_modules\\npm\\bin\\npx-cli.js`, 'x'] },
    });
  });

  it('gives other batch files to cmd.exe, escaped and from the system folder', async () => {
    const there = around('win32', 'C:\\t', ['C:\\t\\tool.cmd'], { systemRoot: 'D:\\Win' });
    expect(await resolveCommand('tool', ['a b', 'x&calc'], there)).toEqual({
      ok: true,
      value: {
        file: 'D:\\Win\\System32\\cmd.exe',
        args: ['/e:ON', '/v:OFF', '/d', '/s', '/c', '""C:\\t\\tool.cmd" "a b" "x&calc""'],
        verbatim: true,
      },
    });
  });

  it('follows PATHEXT but starts only what can be started', async () => {
    const files = ['C:\\t\\tool.js', 'C:\\t\\tool.bat', 'C:\\t\\tool.exe'];
    const first = await resolveCommand(
      'tool',
      [],
      around('win32', 'C:\\t', files, { pathExt: '.JS;.EXE;.BAT' }),
    );
    expect(first).toMatchObject({ value: { file: 'C:\\t\\tool.exe' } });
    const none = await resolveCommand('tool', [], around('win32', 'relative;C:\\u', files));
    expect(none).toMatchObject({ code: 'not-found', message: expect.stringContaining('C:\\u') });
    const whole = await resolveCommand('C:\\t\\tool', [], around('win32', '', files));
    expect(whole).toMatchObject({ value: { file: 'C:\\t\\tool.exe' } });
    const script = await resolveCommand('C:\\t\\tool.js', [], around('win32', '', files));
    expect(script).toMatchObject({ code: 'not-runnable' });
  });
});

/** What cmd.exe makes of a line: percent expansion first, then operators outside of quotes. */
function asCmd(line: string): { readonly expanded: string; readonly loose: string } {
  // An undefined name stays as it is on a command line; the only name that is known here is the one of the trick.
  const expanded = line.replace(/%([^%]+)%/g, (whole, name: string) =>
    name === 'cd:~,' ? '' : name === 'SECRET' ? 'leaked' : whole,
  );
  let quoted = false;
  let loose = '';
  for (const char of expanded) {
    if (char === '"') quoted = !quoted;
    else if (!quoted) loose += char;
  }
  return { expanded, loose };
}

/** How programs of Microsoft's C runtime read a line. */
function asArguments(line: string): readonly string[] {
  const args: string[] = [];
  let current = '';
  let quoted = false;
  let inside = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0 && line[at + slashes] === '"') {
      current += '\\'.repeat(Math.floor(slashes / 2));
      inside = true;
      at += slashes - 1;
      if (slashes % 2 === 1) {
        current += '"';
        at += 1;
      }
    } else if (line[at] === '"') {
      if (quoted && line[at + 1] === '"') {
        current += '"';
        at += 1;
      } else quoted = !quoted;
      inside = true;
    } else if (line[at] === ' ' && !quoted) {
      if (inside) args.push(current);
      current = '';
      inside = false;
    } else {
      current += line[at];
      inside = true;
    }
  }
  return inside ? [...args, current] : args;
}

describe('batchLine', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '"',
      '\\',
      '%',
      '%SECRET%',
      '^',
      '&',
      '|',
      '<',
      '>',
      '(',
      ')',
      '!',
      ' ',
      '\t',
      'a',
      'ü',
      '%%',
      '"&calc&"',
      ';',
      ',',
      '=',
    ),
    { maxLength: 12 },
  );

  it('lets nothing of the arguments out of the quotes, expand or change', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 4 }), (parts) => {
        const args = parts.map((part) => part.join(''));
        const line = batchLine('C:\\100% s\\t.cmd', args);
        if (!line.ok) throw new Error(line.message);
        const inner = line.value.slice(1, -1);
        const { expanded, loose } = asCmd(inner);
        expect(loose.replaceAll(' ', '')).toBe('');
        expect(asArguments(expanded)).toEqual(['C:\\100% s\\t.cmd', ...args]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([['a\nb'], ['a\rb'], ['a\0b'], ['x'.repeat(9_000)]])('refuses what no line can hold', (arg) => {
    expect(batchLine('C:\\t.cmd', [arg])).toMatchObject({ ok: false, code: 'bad-argument' });
    expect(batchLine(`C:\\${arg}.cmd`, [])).toMatchObject({ ok: false });
  });
});
