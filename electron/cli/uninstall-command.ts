import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type PutBack, putAppsBack } from '../host/apps/app-offline.ts';
import { reasonOf } from '../host/profile.ts';
import { fileSettings } from '../host/settings/settings.ts';
import { type CliCommand, EXIT, type Run, terminalOf, words } from './command.ts';
import { connectControl, type ControlClient } from './control-client.ts';
import { visible } from './output.ts';
import { callHost } from './remote.ts';

/** What stands in an entry of ours, so that nobody else's is taken away. */
const MARK = 'X-Doorward=true';

async function throughHost(run: Run, client: ControlClient): Promise<Result<readonly PutBack[]>> {
  const listed = await callHost(run, client, 'app.list', {});
  if (!listed.ok) return listed;
  const done: PutBack[] = [];
  for (const { id, title, canUndo } of listed.value.apps) {
    if (!canUndo) continue;
    const back = await callHost(run, client, 'app.undo', { app: id });
    done.push(
      back.ok
        ? { app: id, title, result: back.value.result, sentence: back.value.sentence }
        : { app: id, title, result: 'failed', sentence: back.message },
    );
  }
  return ok(done);
}

async function withoutHost({ world, paths }: Run): Promise<Result<readonly PutBack[]>> {
  if (!existsSync(join(paths.home, 'apps', 'apps.json'))) return ok([]);
  return putAppsBack({
    paths,
    settings: fileSettings(paths.settings),
    keychain: world.keychain,
    passphrase: undefined,
    operatorKey: undefined,
    now: world.now,
  });
}

/** Takes away what starts Doorward with the session; what is said of it, if there is anything to say. */
function removeLoginItem({ world }: Run): string | undefined {
  const { platform, env, homedir } = world.around;
  if (platform !== 'linux')
    return platform === 'darwin'
      ? 'If Doorward starts when you log in, take it off under System Settings > General > Login Items.'
      : 'If Doorward starts when you log in, switch it off in the Task Manager, under Startup apps.';
  const config = env['XDG_CONFIG_HOME'];
  const folder = config?.startsWith('/') === true ? config : posix.join(homedir, '.config');
  const file = posix.join(folder, 'autostart', 'doorward.desktop');
  try {
    if (!readFileSync(file, 'utf8').includes(MARK)) return undefined;
    rmSync(file);
    return 'Doorward does not start when you log in any more.';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? undefined
      : `${file} could not be taken away: ${reasonOf(error)}.`;
  }
}

async function agreed({ world, given, output }: Run): Promise<boolean> {
  const terminal = terminalOf(world);
  if (terminal === undefined || output.json || given.values['yes'] === true) return true;
  const reader = createInterface({ input: terminal.input, output: terminal.output });
  try {
    const answer = await reader.question(
      'Put the files of all AI apps back as they were before Doorward? [y/N] ',
    );
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    reader.close();
  }
}

/** `uninstall`: every AI app as it was; the profile with its log and secrets stays for the person to delete. */
export const uninstallCommand: CliCommand = {
  name: 'uninstall',
  usage: '[--yes]',
  does: "Puts every AI app's file back and takes the start at login away. Needs no running host; the profile stays.",
  operator: false,
  options: { yes: { type: 'boolean', help: 'Does not ask first.' } },
  examples: ['doorward uninstall', 'doorward uninstall --yes --json'],
  async run(run) {
    const none = words(run.given);
    if (!none.ok) return none;
    if (!(await agreed(run))) return fail('failed', 'Nothing was changed.');
    const client = await connectControl(run.paths);
    if (!client.ok && client.code !== 'no-host') return client;
    const done = client.ok ? await throughHost(run, client.value) : await withoutHost(run);
    if (client.ok) client.value.close();
    if (!done.ok) return done;
    const login = removeLoginItem(run);
    const { output, paths } = run;
    const apps = done.value;
    const whole = apps.every(({ result }) => result === 'restored' || result === 'partly');
    if (output.json) output.stdout.write(`${JSON.stringify({ apps, ok: whole, profile: paths.home })}\n`);
    else
      output.stdout.write(
        `${[
          ...(apps.length === 0
            ? ['No AI app was connected by Doorward.']
            : apps.map(({ sentence }) => visible(sentence))),
          ...(login === undefined ? [] : [login]),
          ...(whole
            ? [
                `Secrets and the log are still in ${paths.home}; delete that folder when you need them no more.`,
              ]
            : ['Not every app is as it was. Do what is said above, then run: doorward uninstall']),
        ].join('\n')}\n`,
      );
    return ok(whole ? EXIT.done : EXIT.failed);
  },
};
