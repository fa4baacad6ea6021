import type { Client } from '@modelcontextprotocol/client';
import { Conversation, type Cost } from './conversation.ts';
import type { Step, Task } from './tasks.ts';

/** A task as it went, with the reason where it was not done. */
export interface Played extends Cost {
  readonly failed?: string;
}

const MOST_PIECES = 20;
const READ_ON = /\{"handle": "([^"]+)", "from": (\d+)\}/;

/**
 * Plays a task as a model would that calls the right tools. Where it finds its tools on demand it looks for each tool,
 * reads its definition and calls it; what it has looked up in the task it does not look up again. Where an answer was cut
 * before what it needs, it reads on.
 */
export async function play(client: Client, task: Task, onDemand: boolean, folder: string): Promise<Played> {
  // Where this machine has its temporary files shall not count.
  const steady = (text: string): string => text.replaceAll(folder, '/home/ada/work');
  const { tools } = await client.listTools();
  const talk = new Conversation(tools, task.asked);
  const call = async (name: string, args: object): Promise<string> => {
    talk.calls(name, JSON.parse(steady(JSON.stringify(args))) as object);
    const { content } = await client.callTool({ name, arguments: { ...args } });
    const text = (content as { type: string; text?: string }[]).map((block) => block.text ?? '').join('\n');
    talk.hears(steady(text));
    return text;
  };
  const known = new Set<string>();
  let failed: string | undefined;
  for (const step of task.steps) {
    const name = `${step.server}__${step.tool}`;
    if (onDemand && !known.has(name)) {
      known.add(name);
      let found = false;
      for (const query of step.queries) {
        if (found) break;
        found = (await call('find_tools', { query })).includes(`- ${name}(`);
      }
      if (!found) failed ??= `find_tools did not find ${name} for “${step.queries.join('”, “')}”.`;
      await call('describe_tool', { name });
    }
    const said = onDemand
      ? await call('call_tool', { name, arguments: step.args })
      : await call(name, step.args);
    if (!(await holds(said, step, call)))
      failed ??= `The answer of ${name} did not hold “${step.expect ?? ''}”.`;
  }
  return { ...talk.says(task.answer), ...(failed === undefined ? {} : { failed }) };
}

/** Whether the answer has what the task needs, in what was given first or behind it. */
async function holds(
  said: string,
  { expect }: Step,
  call: (name: string, args: object) => Promise<string>,
): Promise<boolean> {
  if (expect === undefined) return true;
  let text = said;
  for (let piece = 0; piece < MOST_PIECES; piece++) {
    if (text.includes(expect)) return true;
    const [, handle, from] = READ_ON.exec(text) ?? [];
    if (handle === undefined) return false;
    text = await call('read_more', { handle, from: Number(from) });
  }
  return false;
}
