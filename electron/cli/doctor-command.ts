import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Check, DoctorReport } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { verifyFile } from '../audit/verify.ts';
import { localChecks } from '../host/doctor/doctor.ts';
import { reasonOf, writeOwnerOnly } from '../host/profile.ts';
import { fileSettings } from '../host/settings/settings.ts';
import { createRedactor } from '../log/redact.ts';
import { type CliCommand, EXIT, type Run, text, words } from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';
import { visible } from './output.ts';
import { callHost } from './remote.ts';

const LOG_LINES = 300;

async function checksWithout({ paths, world }: Run): Promise<Check[]> {
  const settings = fileSettings(paths.settings).read();
  const probe = await world.keychain.get('doctor');
  const log = existsSync(paths.log) ? await verifyFile(paths.log) : undefined;
  return [
    { name: 'host', state: 'warn', sentence: 'Doorward is not running.', todo: 'Run: doorward serve' },
    settings.ok
      ? { name: 'settings', state: 'ok', sentence: 'The settings are valid.' }
      : {
          name: 'settings',
          state: 'bad',
          sentence: settings.message,
          todo: `Mend ${paths.settings}, or move it away.`,
        },
    probe.ok
      ? { name: 'keychain', state: 'ok', sentence: 'The keychain answers.' }
      : {
          name: 'keychain',
          state: 'warn',
          sentence: probe.message,
          todo: 'Unlock it, or use --passphrase-fd.',
        },
    ...(log === undefined
      ? []
      : [
          log.ok
            ? ({ name: 'log', state: 'ok', sentence: log.sentence } as const)
            : ({
                name: 'log',
                state: 'bad',
                sentence: log.sentence,
                todo: 'Keep a copy of log.db.',
              } as const),
        ]),
  ];
}

async function examine(run: Run, client: ControlClient | undefined): Promise<Result<DoctorReport>> {
  const { world, paths } = run;
  const own = localChecks(
    paths,
    process.version,
    process.getuid === undefined ? undefined : world.around.uid,
  );
  if (client === undefined) return ok(reportOf([...own, ...(await checksWithout(run))]));
  const answer = await callHost(run, client, 'doctor', {});
  if (!answer.ok) return answer;
  return ok(reportOf([...own, ...answer.value.checks]));
}

const reportOf = (checks: Check[]): DoctorReport => ({
  ok: checks.every(({ state }) => state !== 'bad'),
  checks,
});

/** A file to send to whoever helps: what is wrong and how things are set up, without secrets and without texts of calls. */
async function bundle(run: Run, report: DoctorReport, client: ControlClient | undefined): Promise<string> {
  const { world, paths } = run;
  const secrets = createRedactor();
  const status = client === undefined ? undefined : await client.call('status', {});
  const servers = client === undefined ? undefined : await client.call('server.list', {});
  const listed = servers?.ok === true ? servers.value : [];
  for (const { id, launch } of listed)
    secrets.know(id, Object.values(launch.transport === 'stdio' ? launch.env : launch.headers));
  const settings = fileSettings(paths.settings).read();
  const newest = join(paths.logs, 'doorward.log');
  const content = {
    made: new Date(world.now()).toISOString(),
    version: world.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    report,
    status: status?.ok === true ? status.value : undefined,
    settings: settings.ok ? settings.value : settings.message,
    servers: listed.map(({ launch, ...server }) => ({
      ...server,
      launch:
        launch.transport === 'stdio'
          ? {
              transport: 'stdio',
              command: launch.command,
              arguments: launch.args.length,
              env: Object.keys(launch.env),
            }
          : { transport: 'http', host: new URL(launch.url).host, headers: Object.keys(launch.headers) },
    })),
    log: existsSync(newest) ? readFileSync(newest, 'utf8').trimEnd().split('\n').slice(-LOG_LINES) : [],
  };
  const home = world.around.homedir;
  const safe = secrets.redact(JSON.stringify(content, null, 2));
  return `${home.length > 1 ? safe.replaceAll(home, '~') : safe}\n`;
}

const MARKS = { ok: ' ok ', warn: 'look', bad: 'BAD ' } as const;

/** `doctor`: what is wrong and how to mend it. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '[--bundle F]',
  does: 'Looks for what is wrong and says how to mend it. Needs no running host, but looks at more with one.',
  operator: false,
  options: { bundle: { type: 'string', value: 'F', help: 'Writes a redacted support file (JSON).' } },
  examples: ['doorward doctor', 'doorward doctor --bundle support.json'],
  async run(run) {
    const { given, output, paths, world } = run;
    const none = words(given);
    if (!none.ok) return none;
    const connected = await connectControl(paths);
    if (!connected.ok && connected.code !== 'no-host') return connected;
    const client = connected.ok ? connected.value : undefined;
    const report = await examine(run, client);
    if (!report.ok) return report;
    const file = text(given, 'bundle');
    if (file !== undefined) {
      const target = resolve(world.around.cwd, file);
      if (existsSync(target)) return fail('failed', `${target} exists already. Choose another name.`);
      try {
        writeOwnerOnly(target, await bundle(run, report.value, client));
      } catch (error) {
        return fail('failed', `${target} cannot be written: ${reasonOf(error)}.`);
      }
      output.stderr.write(`The support file is ${target}. Read it before you send it.\n`);
    }
    client?.close();
    const shown = output.json
      ? JSON.stringify(report.value)
      : report.value.checks
          .map(
            ({ name, state, sentence, todo }) =>
              `[${MARKS[state]}] ${name}: ${visible(sentence)}${todo === undefined ? '' : `\n       → ${visible(todo)}`}`,
          )
          .join('\n');
    output.stdout.write(`${shown}\n`);
    return ok(report.value.ok ? EXIT.done : EXIT.failed);
  },
};
