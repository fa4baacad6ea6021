import { resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createHost } from '../host/create-host.ts';
import type { Host } from '../host/host.ts';
import { fileSettings } from '../host/settings/settings.ts';
import { readManaged } from '../policy/managed/source.ts';
import { systemManagedPorts } from '../policy/managed/system-ports.ts';
import { type CliCommand, EXIT, type Run, terminalOf, text, wholeNumber, words } from './command.ts';
import { visible, waiting } from './output.ts';
import { secretFromFd } from './secret-input.ts';
import { startTerminal } from './terminal.ts';

function passphraseOf(run: Run): Result<Buffer | undefined> {
  const fd = text(run.given, 'passphrase-fd');
  if (fd === undefined) return ok(undefined);
  const read = secretFromFd(fd, 'passphrase-fd');
  return read.ok ? ok(Buffer.from(read.value, 'utf8')) : read;
}

function announce({ output, paths }: Run, host: Host): void {
  if (output.json) {
    const ready = { event: 'ready', url: host.url, port: host.port, home: paths.home, pid: process.pid };
    output.stdout.write(`${JSON.stringify(ready)}\n`);
  } else {
    output.stdout.write(`Doorward is ready. AI apps reach it at ${host.url}\n`);
  }
  for (const notice of host.notices()) output.stderr.write(`! ${visible(notice)}\n`);
}

/** Resolves when somebody asks the process to end; a second time ends it at once. */
function askedToEnd(): { readonly asked: Promise<void>; readonly end: () => void } {
  let end = (): void => {};
  const asked = new Promise<void>((resolve) => {
    end = resolve;
  });
  let times = 0;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      times++;
      if (times > 1 && signal === 'SIGINT') process.exit(EXIT.failed);
      end();
    });
  return { asked, end };
}

/** `serve`: the headless host. */
export const serveCommand: CliCommand = {
  name: 'serve',
  usage: '[--port N] [--passphrase-fd N]',
  does: 'Runs Doorward without a window. At a terminal it asks about new servers there.',
  operator: false,
  options: {
    port: { type: 'string', value: 'N', help: 'Port for this run; 0 takes any free one.' },
    'passphrase-fd': {
      type: 'string',
      value: 'N',
      help: 'Reads a passphrase from this file descriptor, where there is no keychain.',
    },
  },
  examples: ['doorward serve', 'doorward serve --port 0 --json'],
  async run(run) {
    const { world, given, paths, output } = run;
    const none = words(given);
    if (!none.ok) return none;
    const port = wholeNumber(given, 'port', 0, 65_535);
    if (!port.ok) return port;
    const passphrase = passphraseOf(run);
    if (!passphrase.ok) return passphrase;
    const operatorKey = world.around.env['DOORWARD_OPERATOR_KEY'] || undefined;
    // Nothing that is started from here needs it.
    delete process.env['DOORWARD_OPERATOR_KEY'];
    if (operatorKey !== undefined && operatorKey.length < 8)
      return fail('usage', 'DOORWARD_OPERATOR_KEY must have at least 8 characters.');

    const { asked, end } = askedToEnd();
    const wait = waiting(output, 'Starting…');
    const host = await createHost({
      paths,
      version: world.version,
      front: 'headless',
      settings: fileSettings(paths.settings),
      launcher: [process.execPath, resolve(world.around.cwd, world.cliFile)],
      keychain: world.keychain,
      passphrase: passphrase.value,
      operatorKey,
      port: port.value,
      logWorker: world.logWorker,
      engine: world.engine,
      readManaged: () => readManaged(process.platform, systemManagedPorts()),
      now: world.now,
    });
    wait.done();
    if (!host.ok) return host;
    announce(run, host.value);
    const terminal = output.json ? undefined : terminalOf(world);
    const prompt = terminal === undefined ? undefined : startTerminal(host.value, terminal, end);
    await asked;
    prompt?.close();
    if (!output.json) output.stderr.write('Stopping: calls in flight are refused…\n');
    await host.value.close();
    return ok(EXIT.done);
  },
};
