import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../../../../electron/catalog/aggregate.ts';
import { limitChecks } from '../../../../electron/host/tokens/listed-commands.ts';
import { listedTo } from '../../../../electron/host/tokens/listed-tools.ts';
import type { AppView } from '../../../../shared/model/ai-app.ts';

const definition = (name: string): Buffer =>
  Buffer.from(JSON.stringify({ name, description: 'Reads one file and gives its text.', inputSchema: {} }));

function aggregate(
  listed: readonly string[],
  callable: readonly { server: string; key: string }[],
): Aggregate {
  const none = new Map();
  const page = Buffer.from(listed.map((name) => definition(name).toString()).join(','));
  return {
    pages: { tools: [page], prompts: [], resources: [], templates: [] },
    targets: {
      tools: new Map(
        callable.map(({ server, key }) => [
          `${server}__${key}`,
          { server, item: { key, bytes: definition(key), keySpan: { start: 0, end: 0 } } },
        ]),
      ),
      prompts: none,
      resources: none,
      templates: none,
    },
    held: { tools: none, prompts: none },
    digest: '',
  } as unknown as Aggregate;
}

const app = (about: Partial<AppView>): AppView => ({
  id: 'cursor',
  title: 'Cursor',
  state: 'connected',
  servers: [],
  bypasses: [],
  canConnect: true,
  canUndo: false,
  modes: ['one', 'each'],
  ways: ['bridge'],
  ...about,
});
const files = Array.from({ length: 90 }, (_, i) => ({ server: 'files', key: `tool_${i}` }));
const all = files.map(({ server, key }) => `${server}__${key}`);

describe('what an AI app is listed', () => {
  it('is counted and priced, and held against the limits of the app that it is', () => {
    const one = listedTo({ id: 'c1', name: 'Work' }, aggregate(all, files), [app({ client: 'c1' })]);
    expect(one).toMatchObject({ client: 'c1', app: 'cursor', listed: 90, callable: 90 });
    expect(one.tokens).toBeGreaterThan(90 * 15);
    expect(one.warnings).toMatchObject([{ kind: 'tools', given: 90 }]);
  });

  it('is little where tools are found on demand, and passes nothing then', () => {
    const names = ['find_tools', 'describe_tool', 'call_tool'];
    const one = listedTo({ id: 'c1', name: 'cursor' }, aggregate(names, files), [app({})]);
    expect(one).toMatchObject({ app: 'cursor', listed: 3, callable: 90, warnings: [] });
  });

  it('knows the app by its name where nothing else is known, and no app by a name of its own', () => {
    const apps = [app({ client: 'other' })];
    expect(listedTo({ id: 'c2', name: ' CURSOR ' }, aggregate(all, files), apps).app).toBe('cursor');
    expect(listedTo({ id: 'c2', name: 'My agent' }, aggregate(all, files), apps)).toMatchObject({
      warnings: [],
    });
  });

  it('counts every server where each has an entry of its own, by the names of entry and tool', () => {
    const long = { server: 'mail', key: 'm'.repeat(57) };
    const each = app({
      client: 'c1',
      mode: 'each',
      servers: [
        { key: 'my-mail', name: 'my-mail', words: '', state: 'guarded', server: 'mail' },
        { key: 'rest', name: 'rest', words: '', state: 'direct', server: 'files' },
      ],
    });
    const one = listedTo({ id: 'c1', name: 'x' }, aggregate(all, [...files, long]), [each]);
    expect(one).toMatchObject({ listed: 1, callable: 1, warnings: [{ kind: 'names', given: 64 }] });
    expect(limitChecks([one])).toEqual([
      {
        name: 'app cursor',
        state: 'warn',
        sentence: expect.stringContaining('may have 59 characters'),
        todo: expect.stringContaining('doorward app connect cursor --mode one'),
      },
    ]);
  });

  it('tells the doctor what to do about too many', () => {
    const one = listedTo({ id: 'c1', name: 'My Cursor' }, aggregate(all, files), [app({ client: 'c1' })]);
    expect(limitChecks([one])[0]?.todo).toContain('doorward client tools "My Cursor" on-demand');
  });
});
