import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, EXIT, type Run, text, words } from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';

const START_MS = 30_000;
const LOOK_MS = 200;

/** Connects to the host; when none runs, starts one that outlives this bridge, and awaits it. */
async function hostFor(run: Run): Promise<Result<ControlClient, 'no-host' | 'failed'>> {
  const { world, paths, output } = run;
  const first = await connectControl(paths);
  if (first.ok || first.code !== 'no-host') return first;
  output.stderr.write('Doorward is not running; starting it…\n');
  const env = { ...world.around.env };
  // An app that starts the host must not thereby become its operator.
  delete env['DOORWARD_OPERATOR_KEY'];
  const child = spawn(process.execPath, [...process.execArgv, world.cliFile, 'serve', '--home', paths.home], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    env,
  });
  let problem: string | undefined;
  child.once('error', (error) => {
    problem = error.message;
  });
  child.unref();
  const until = world.now() + START_MS;
  while (world.now() < until && problem === undefined) {
    await pause(LOOK_MS);
    const client = await connectControl(paths);
    if (client.ok) return client;
  }
  return fail(
    'no-host',
    `Doorward did not start within 30 seconds${problem === undefined ? '' : ` (${problem})`}. Run "doorward serve" at a terminal to see why.`,
  );
}

/** Where an app works, as far as this program knows; nowhere when its folder is gone. */
function folderOf(named: string | undefined): string | undefined {
  try {
    return resolve(named ?? '.');
  } catch {
    return undefined;
  }
}

/** `connect`: the bridge for apps that only speak stdio. Only MCP messages go to standard output. */
export const connectCommand: CliCommand = {
  name: 'connect',
  usage: '--client NAME [--server S] [--folder D]',
  does: 'Bridges an AI app that only speaks stdio; starts Doorward when it does not run.',
  operator: false,
  options: {
    client: { type: 'string', value: 'NAME', help: 'The AI app, as added with "client add".' },
    server: { type: 'string', value: 'S', help: 'Only this server, with its own names.' },
    folder: {
      type: 'string',
      value: 'D',
      help: 'The folder that is worked in (else the one it is started in), for the profile of tools that goes with it.',
    },
  },
  examples: ['doorward connect --client claude-desktop', 'doorward connect --client codex --server files'],
  async run(run) {
    const { world, given } = run;
    const none = words(given);
    if (!none.ok) return none;
    const client = text(given, 'client');
    if (client === undefined) return fail('usage', 'Say which AI app this is, with --client NAME.');
    const host = await hostFor(run);
    if (!host.ok) return host;
    const bridged = await host.value.bridge(client, text(given, 'server'), folderOf(text(given, 'folder')));
    if (!bridged.ok) {
      host.value.close();
      return bridged;
    }
    const socket = bridged.value;
    let appEnded = false;
    world.stdin.once('end', () => {
      appEnded = true;
    });
    // An app that is gone without a word: standard output breaks first.
    world.stdout.once('error', () => {
      appEnded = true;
      socket.destroy();
    });
    const over = new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
    });
    world.stdin.pipe(socket);
    socket.pipe(world.stdout, { end: false });
    await over;
    world.stdin.unpipe(socket);
    world.stdin.destroy();
    return appEnded
      ? ok(EXIT.done)
      : fail('failed', 'Doorward closed the connection: it stopped, or the AI app was removed.');
  },
};
