import { createInterface } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import type { HeldCall } from '../../shared/model/approval.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import type { Result } from '../../shared/result.ts';
import type { Host } from '../host/host.ts';
import { describeHeld } from './approval-commands.ts';
import { fold } from './fold.ts';
import { visible } from './output.ts';
import { askSecret } from './secret-input.ts';
import { describeInspection, reached } from './server-commands.ts';
import { suggest } from './suggest.ts';

/** What a terminal prompt reads from and writes to. */
export interface TerminalStreams {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

const HELP = [
  'list            servers and their review',
  'inspect NAME    start a server and see what it offers',
  'approve NAME    let AI apps use it',
  'block NAME      take it away from every AI app',
  'calls           calls that wait for an answer',
  'allow N         let a call pass, this once',
  'deny N          refuse a call',
  'quit            stop Doorward',
].join('\n');
const WORDS = ['list', 'inspect', 'approve', 'block', 'calls', 'allow', 'deny', 'quit', 'help'];

/**
 * The prompt at the terminal where the host runs. Whoever types here is the person at this machine, so they are the
 * operator while no key is set; once one is set it is asked for here too, because a program can have a terminal.
 */
export function startTerminal(host: Host, streams: TerminalStreams, quit: () => void): { close(): void } {
  const { input, output } = streams;
  let key: string | undefined;
  let reader = open();
  let closed = false;
  /** Short numbers of calls; one is never given to another call, so that nothing is allowed by mistake. */
  const numbers = new Map<string, number>();

  function open() {
    const made = createInterface({ input, output, prompt: 'doorward> ', historySize: 50 });
    made.on('line', (line) => void onLine(line));
    made.on('SIGINT', quit);
    made.on('close', () => {
      if (made === reader && !closed) quit();
    });
    return made;
  }

  const say = (text: string): void => {
    // Over the prompt that stands there, which comes again below.
    output.write(`\r\u001b[K${fold(text, output.columns)}\n`);
  };

  async function askKey(): Promise<void> {
    const old = reader;
    closed = true;
    old.close();
    key = await askSecret(input, output, "Operator's key: ");
    closed = false;
    reader = open();
  }

  async function run<N extends CommandName>(
    name: N,
    given: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> {
    if (host.operator.isSet() && key === undefined && name !== 'server.list' && name !== 'approval.deny')
      await askKey();
    const result = await host.run(name, given, { kind: 'terminal', operatorKey: key, onProgress: say });
    if (!result.ok && result.code === 'operator') key = undefined;
    // The runner has checked the output against the contract.
    return result as Result<CommandOutput<N>>;
  }

  async function list(): Promise<string> {
    const servers = await run('server.list', {});
    if (!servers.ok) return servers.message;
    if (servers.value.length === 0) return 'There are no servers yet. Add one with: doorward server add';
    return servers.value
      .map(
        ({ id, state, enabled, launch }) =>
          `${id.padEnd(20)} ${state}${enabled ? '' : ' (off)'}  ${visible(reached(launch))}`,
      )
      .join('\n');
  }

  async function answer(line: string): Promise<string> {
    const [word = '', name = ''] = line.trim().split(/\s+/);
    if (word === '') return '';
    if (word === 'help') return HELP;
    if (word === 'list') return list();
    if (word === 'quit') {
      quit();
      return '';
    }
    if (!WORDS.includes(word)) {
      const near = suggest(word, WORDS);
      return `There is no "${visible(word)}" here.${near === undefined ? '' : ` Did you mean "${near}"?`} Type: help`;
    }
    if (word === 'calls') {
      const pending = host.approvals.pending();
      return pending.length === 0 ? 'No call waits.' : pending.map(asks).join('\n');
    }
    if (word === 'allow' || word === 'deny')
      return name === '' ? `Which call? Type: ${word} N` : decide(word, name);
    if (name === '') return `Which server? Type: ${word} NAME`;
    if (word === 'inspect') {
      const report = await run('server.inspect', { id: name });
      return report.ok
        ? describeInspection(report.value, Math.max(40, output.columns - 20)).replace(
            'doorward server approve',
            'approve',
          )
        : report.message;
    }
    const done = await run(word === 'approve' ? 'server.approve' : 'server.block', { id: name });
    if (!done.ok) return done.message;
    return word === 'approve' ? `AI apps may use "${name}" now.` : `"${name}" is blocked and stopped.`;
  }

  async function onLine(line: string): Promise<void> {
    const text = await answer(line);
    if (text !== '') say(text);
    if (!closed) reader.prompt();
  }

  function announce({ id, launch }: ServerRecord): void {
    const how = launch.transport === 'http' ? 'reaches' : 'runs';
    say(
      `A server "${id}" was added: it ${how} ${visible(reached(launch))}\n` +
        `Nothing was started. Type: inspect ${id} / approve ${id} / help`,
    );
    reader.prompt(true);
  }

  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size + 1);
    return numbers.size;
  };

  function asks(call: HeldCall): string {
    const number = numberOf(call.id);
    return `${describeHeld(call, Date.now())}\n  Type: allow ${number} / deny ${number}`;
  }

  function newCalls(): void {
    const fresh = host.approvals.pending().filter(({ id }) => !numbers.has(id));
    if (fresh.length === 0) return;
    for (const call of fresh) say(asks(call));
    if (!closed) reader.prompt(true);
  }

  async function decide(word: string, number: string): Promise<string> {
    const id = [...numbers].find(([, one]) => String(one) === number)?.[0];
    if (id === undefined) return `There is no call ${visible(number)}. Type: calls`;
    const done = await run(word === 'allow' ? 'approval.allow' : 'approval.deny', { id });
    if (!done.ok) return done.message;
    return word === 'allow' ? 'Allowed, this once.' : 'Refused.';
  }

  host.onServerAdded(announce);
  host.approvals.onChange(newCalls);
  say('Type "help" for what can be done here.');
  reader.prompt();
  return {
    close() {
      closed = true;
      reader.close();
    },
  };
}
