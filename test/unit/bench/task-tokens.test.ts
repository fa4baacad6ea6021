import { describe, expect, it } from 'vitest';
import { Conversation, tokensOf } from '../../../bench/tokens/conversation.ts';
import { answers } from '../../../bench/tokens/servers/answers.ts';
import { catalogue } from '../../../bench/tokens/servers/catalogue.ts';
import { printed } from '../../../bench/tokens/table.ts';
import { tasksIn } from '../../../bench/tokens/tasks.ts';
import { exposedName } from '../../../electron/catalog/names.ts';

describe('the measurement of whole tasks', () => {
  it('counts a conversation as a model has it', () => {
    const tools = [{ name: 'read', description: 'Reads a file.', inputSchema: { type: 'object' } }];
    const list = tokensOf(JSON.stringify(tools));
    const [asked, call, result, answer] = [
      'What is in a.txt?',
      '{"name":"read","arguments":{"path":"a.txt"}}',
      'Hello there.',
      'A greeting.',
    ];
    const talk = new Conversation(tools, asked);
    talk.calls('read', { path: 'a.txt' });
    talk.hears(result);
    const before = list + tokensOf(asked);
    const behind = before + tokensOf(call) + tokensOf(result);
    expect(talk.says(answer)).toEqual({
      requests: 2,
      read: before + behind,
      once: behind + tokensOf(answer),
      written: tokensOf(call) + tokensOf(answer),
    });
  });

  it('calls tools that there are, with the arguments that they need, and expects what they answer', () => {
    for (const { steps } of tasksIn('/folder'))
      for (const { server, tool, args, expect: wanted, queries } of steps) {
        expect(exposedName(server, tool)).toBe(`${server}__${tool}`);
        expect(queries.length).toBeGreaterThan(0);
        const listed = catalogue[server];
        if (listed === undefined) continue;
        const schema = listed.find(({ name }) => name === tool)?.inputSchema as
          { properties: object; required?: string[] } | undefined;
        expect(
          Object.keys(args).every((key) => key in (schema?.properties ?? {})),
          tool,
        ).toBe(true);
        expect(
          (schema?.required ?? []).every((key) => key in args),
          tool,
        ).toBe(true);
        expect(answers[`${server} ${tool}`]?.(args) ?? 'Done.').toContain(wanted ?? '');
      }
  });

  it('answers tools of the catalogue alone', () => {
    for (const name of Object.keys(answers)) {
      const [server = '', tool] = name.split(' ');
      expect(catalogue[server]?.map((one) => one.name)).toContain(tool);
    }
  });

  it('says where it loses', () => {
    const played = { requests: 2, read: 100, once: 90, written: 10 };
    const text = printed(
      [
        { task: 'One', scene: 'office', variant: 'all-raw', ...played },
        { task: 'One', scene: 'office', variant: 'demand-raw', ...played, read: 155 },
      ],
      { office: 9 },
    );
    expect(text).toMatch(/\| One\s+\|\s+110 \|.*165 \(\+50 %\)/);
  });
});
