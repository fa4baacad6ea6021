import { statSync } from 'node:fs';
import type { Check } from '../../../shared/ipc/shapes.ts';
import type { AppView } from '../../../shared/model/ai-app.ts';
import type { Launch } from '../../../shared/model/server.ts';
import type { AuditLog } from '../../audit/log.ts';
import type { Redact } from '../../log/redact.ts';
import { appChecks, endpointCheck, standingChecks, tryEndpoint } from './chain-checks.ts';
import { bad, good, warn } from './check.ts';
import type { Front } from '../commands.ts';
import type { OnProgress, ServerAdmin } from '../ports.ts';
import { type ProfilePaths, reasonOf } from '../profile.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import type { ViewServer } from '../servers/server-view.ts';

/** Checks that need no running host: Node, the profile's folder and files. */
export function localChecks(paths: ProfilePaths, nodeVersion: string, uid: number | undefined): Check[] {
  const major = Number(nodeVersion.split('.')[0]?.replace('v', ''));
  const node =
    major >= 24
      ? good('node', `Node ${nodeVersion} is new enough.`)
      : bad('node', `Node ${nodeVersion} is too old for Doorward.`, 'Install Node 24 or newer.');
  return [node, profileCheck(paths, uid), ...fileChecks(paths, uid)];
}

function profileCheck({ home }: ProfilePaths, uid: number | undefined): Check {
  try {
    const info = statSync(home, { throwIfNoEntry: false });
    if (info === undefined)
      return good('profile', `There is no profile at ${home} yet; the first start makes it.`);
    if (!info.isDirectory())
      return bad('profile', `${home} is not a folder.`, 'Move it elsewhere, or use --home.');
    if (uid !== undefined && info.uid !== uid)
      return bad('profile', `${home} belongs to another user.`, 'Use a folder of your own with --home.');
    if (process.platform !== 'win32' && (info.mode & 0o077) !== 0)
      return bad('profile', `Others may read or change ${home}.`, `Run: chmod 700 "${home}"`);
    return good('profile', `${home} is yours alone.`);
  } catch (error) {
    return bad(
      'profile',
      `${home} cannot be looked at: ${reasonOf(error)}.`,
      'Use another folder with --home.',
    );
  }
}

function fileChecks(paths: ProfilePaths, uid: number | undefined): Check[] {
  if (process.platform === 'win32') return [];
  const open = [
    paths.settings,
    paths.state,
    paths.vault,
    paths.log,
    paths.lock,
    paths.holder,
    paths.controlKey,
  ].filter((file) => {
    const info = statSync(file, { throwIfNoEntry: false });
    return info !== undefined && ((info.mode & 0o077) !== 0 || (uid !== undefined && info.uid !== uid));
  });
  if (open.length === 0) return [good('files', 'The files of the profile are yours alone.')];
  return [
    bad(
      'files',
      `Others may read or change ${open.join(', ')}.`,
      `Run: chmod 600 ${open.map((file) => `"${file}"`).join(' ')}`,
    ),
  ];
}

/** What the checks of a running host look at. */
export interface HostCheckPorts {
  readonly front: Front;
  /** Takes secrets out of what a server can influence. */
  readonly redact: Redact;
  readonly url: string;
  readonly seals: () => { readonly state: 'sealed' | 'deferred' | 'locked'; readonly sentence: string };
  readonly operator: { isSet(): boolean; readonly distrusted: boolean };
  readonly notices: () => readonly string[];
  readonly servers: ServerRepo;
  /** AI apps on this machine, and the identities that count. */
  readonly apps: () => readonly AppView[];
  readonly clients: () => readonly { readonly id: string }[];
  /** Limits of AI apps that what they are listed passes. */
  readonly listed: () => readonly Check[];
  readonly view: ViewServer;
  readonly admin: ServerAdmin;
  readonly audit: AuditLog;
}

/** Checks of a running host. Starts nothing. */
export async function hostChecks(ports: HostCheckPorts, onProgress: OnProgress): Promise<Check[]> {
  const { servers, admin, operator } = ports;
  const seals = ports.seals();
  // In the order of a call: the app, its key, the endpoint, the server.
  const identities = new Set(ports.clients().map(({ id }) => id));
  const checks: Check[] = [
    ...ports.apps().flatMap((app) => appChecks(app, identities)),
    ...ports.listed(),
    endpointCheck(ports.url, await tryEndpoint(ports.url)),
  ];
  checks.push(
    seals.state === 'sealed'
      ? good('seals', seals.sentence)
      : warn('seals', seals.sentence, 'Start Doorward where a keychain is, or with --passphrase-fd.'),
  );
  if (ports.front === 'window')
    checks.push(good('operator', 'Only the window of Doorward can loosen something while the app runs.'));
  else if (operator.distrusted)
    checks.push(
      bad(
        'operator',
        "The operator's key was changed outside Doorward, or cannot be checked while the vault is locked.",
        'Unlock the keychain and start Doorward again; if the key was changed, move state.db away and review everything anew.',
      ),
    );
  else if (operator.isSet()) checks.push(good('operator', "The operator's key is set."));
  else
    checks.push(
      warn(
        'operator',
        "No operator's key is set, so only the terminal where Doorward runs can approve.",
        'Run: doorward operator set',
      ),
    );
  for (const notice of ports.notices())
    checks.push(
      warn(
        'state',
        notice,
        'Look at "doorward server list" and "doorward client list", and review what you know.',
      ),
    );
  for (const record of servers.all()) {
    const { id, launch } = record;
    onProgress(`Looking at ${id}…`);
    checks.push(await serverCheck(id, launch, ports), ...standingChecks(ports.view(record)));
    const note = servers.note(id);
    if (note !== undefined) checks.push(warn(`server ${id}`, note, `Run: doorward server inspect ${id}`));
    const { state, sentence } = admin.health(id);
    if (state === 'crashed' || state === 'given-up')
      checks.push(
        bad(`server ${id}`, ports.redact(sentence ?? 'It crashed.'), `Run: doorward server log ${id}`),
      );
  }
  onProgress('Verifying the log…');
  const log = await ports.audit.verify();
  checks.push(
    log.ok
      ? good('log', log.sentence)
      : bad('log', log.sentence, 'Keep a copy of log.db: it shows where it was changed.'),
  );
  return checks;
}

async function serverCheck(id: string, launch: Launch, ports: HostCheckPorts): Promise<Check> {
  const name = `server ${id}`;
  if (launch.transport === 'http') return good(name, `It is reached at ${ports.redact(launch.url)}.`);
  const found = await ports.admin.findCommand(launch);
  return found.ok
    ? good(name, `Its program "${launch.command}" was found.`)
    : bad(name, found.message, `Mend that, then run: doorward server test ${id}`);
}
