import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KindOf, withWholePaths } from '../../../electron/cli/whole-paths.ts';

const cwd = resolve('/work/project');
const at = (name: string): string => resolve(cwd, name);
const there: KindOf = (path) => {
  if ([at('server.js'), at('bin/run'), at('conf/app.yaml'), at('npx')].includes(path)) return 'file';
  return [at('data'), cwd, at('owner/repo')].includes(path) ? 'folder' : 'missing';
};
const whole = (command: string, args: string[] = [], folder?: string) =>
  withWholePaths(
    { transport: 'stdio', command, args, env: {}, ...(folder === undefined ? {} : { cwd: folder }) },
    cwd,
    there,
  );

describe('paths of a server that is added in a terminal', () => {
  it('count from the folder in which the command is typed', () => {
    expect(whole('./bin/run')).toMatchObject({ value: { launch: { command: at('bin/run') } } });
    const added = whole('node', ['server.js', './data', '.', 'conf/app.yaml']);
    expect(added).toMatchObject({
      value: {
        launch: { command: 'node', args: [at('server.js'), at('data'), cwd, at('conf/app.yaml')] },
        taken: [
          ['server.js', at('server.js')],
          ['./data', at('data')],
          ['.', cwd],
          ['conf/app.yaml', at('conf/app.yaml')],
        ],
      },
    });
  });

  it('are left alone where they are none: names of programs and packages, options, addresses', () => {
    // A file "npx" that lies here is not what was meant.
    const args = [
      '-y',
      '@acme/x',
      'owner/repo',
      '--root=./data',
      'https://a.example/x.js',
      '/etc/x.js',
      '~/x.js',
    ];
    expect(whole('npx', args)).toEqual({
      ok: true,
      value: { launch: { transport: 'stdio', command: 'npx', args, env: {} }, taken: [], absent: [] },
    });
  });

  it('are told of when there is nothing; a program must be there', () => {
    expect(whole('node', ['./gone.js'])).toMatchObject({
      value: { launch: { args: ['./gone.js'] }, absent: ['./gone.js'] },
    });
    expect(whole('./gone')).toMatchObject({ ok: false, code: 'usage' });
    expect(whole('./data')).toMatchObject({ ok: false, code: 'usage' });
  });

  it('count from --cwd where it is given, which is made whole itself', () => {
    expect(whole('./run', ['server.js'], 'bin')).toEqual({
      ok: true,
      value: {
        launch: { transport: 'stdio', command: './run', args: ['server.js'], env: {}, cwd: at('bin') },
        taken: [],
        absent: [],
      },
    });
  });
});
