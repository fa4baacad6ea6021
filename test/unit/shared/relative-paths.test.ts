import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholePath, relativeWords } from '../../../shared/relative-paths.ts';

const argsOf = (command: string, ...args: string[]) =>
  relativeWords({ command, args }).args.map((index) => args[index]);

describe('what is looked for in the folder of a server', () => {
  it.each(['./server.js', '../bin/x', 'bin/server', String.raw`.\server.exe`, '~/bin/server', '.'])(
    'is the program %s',
    (command) => expect(relativeWords({ command, args: [] }).command).toBe(true),
  );

  it.each(['npx', 'server.sh', '/usr/bin/node', String.raw`C:\x\node.exe`, String.raw`\\host\share\x.exe`])(
    'is not the program %s',
    (command) => expect(relativeWords({ command, args: [] }).command).toBe(false),
  );

  it('is the script of an interpreter, and what begins with a dot', () => {
    expect(argsOf('node', '--import', 'tsx', 'dist/index.js')).toEqual(['dist/index.js']);
    expect(argsOf('/usr/bin/python3.12', 'server.py', '--port', '1')).toEqual(['server.py']);
    expect(argsOf('npx', '-y', '@acme/server-files', './data', '..', '~/notes')).toEqual([
      './data',
      '..',
      '~/notes',
    ]);
  });

  it('is no package, option, address or whole path', () => {
    expect(argsOf('npx', '-y', 'chart.js', '@acme/x.js', 'owner/repo')).toEqual([]);
    expect(argsOf('node', '/x/server.js', '--loader=x.mjs', 'https://a.example/x.js', 'C:/x.js')).toEqual([]);
    expect(argsOf('docker', 'run', '-i', 'mcp/fetch')).toEqual([]);
  });

  it('is nothing where the server has a folder', () => {
    expect(relativeWords({ command: './x', args: ['./y'], cwd: '/z' })).toEqual({ command: false, args: [] });
  });

  it('is never a whole path, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (command, args) => {
        const found = relativeWords({ command, args });
        if (found.command) expect(isWholePath(command)).toBe(false);
        for (const index of found.args) expect(isWholePath(args[index] ?? '/')).toBe(false);
      }),
    );
  });
});
