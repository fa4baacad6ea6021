import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { Launch, ServerRecord, SignInView } from '../../../shared/model/server.ts';
import type { Words } from '../../../shared/model/words.ts';
import { reasonTexts } from '../../../shared/texts/reasons/texts.ts';
import { sayInEnglish, withValues } from '../../../shared/texts/say.ts';
import type { JudgeOptions } from '../../catalog/identity/judge-packages.ts';
import { judgeLaunch } from '../../catalog/identity/judge-launch.ts';
import { launchWords } from '../../catalog/identity/reasons.ts';
import type { Redact } from '../../log/redact.ts';
import { isOnlyReferences, shownReferences } from '../../vault/references.ts';
import type { ServerAdmin } from '../ports.ts';
import type { ServerRepo } from './server-repo.ts';

/** Stands where a value is that nobody is shown. */
export const MASK = '[hidden]';

/** Shows servers to people and programs. */
export type ViewServer = (record: ServerRecord) => ServerView;

/**
 * The one home of what is shown of a server: environment values and headers never leave the host, their names and the
 * names of secrets that they refer to do, so that a person sees which of their keys a server wants; a
 * sentence that a server can influence is redacted, for a crash often prints what it was started with. The command
 * itself is never redacted: whoever adds a server chooses its environment, and could otherwise hide from the person
 * who reviews it what it runs.
 */
export function serverViewer(
  servers: Pick<ServerRepo, 'note'>,
  admin: Pick<ServerAdmin, 'health' | 'newVersion' | 'signInView'>,
  redact: Redact,
  trusted: () => Trusted = () => NOBODY,
): ViewServer {
  return (record) => {
    const note = servers.note(record.id);
    const reasons = reasonsFor(record.launch, trusted());
    const { sentence, ...health } = admin.health(record.id);
    const newVersion = admin.newVersion(record);
    const signIn =
      record.launch.transport === 'http' ? admin.signInView(record.id, record.launch) : undefined;
    return {
      ...record,
      launch: masked(record.launch),
      health: sentence === undefined ? health : { ...health, sentence: redact(sentence) },
      ...(note === undefined ? {} : { note }),
      ...(newVersion === undefined ? {} : { newVersion }),
      ...(signIn === undefined ? {} : { signIn: redacted(signIn, redact) }),
      ...(reasons.length === 0
        ? {}
        : {
            launchReasons: reasons.map(({ weight, said }) => {
              const shown = withValues([said], redact);
              const [words = said] = shown;
              return { weight, said: words, sentence: redact(sayInEnglish(reasonTexts, shown)) };
            }),
          }),
    };
  };
}

function redacted(signIn: SignInView, redact: Redact): SignInView {
  return signIn.sentence === undefined ? signIn : { ...signIn, sentence: redact(signIn.sentence) };
}

/** Registries and proxies that nobody is warned about. */
export type Trusted = Pick<JudgeOptions, 'trustedRegistries' | 'trustedProxies'>;
const NOBODY: Trusted = { trustedRegistries: [] };

const judged = new WeakMap<
  Launch,
  { readonly under: string; readonly reasons: readonly LaunchReasonView[] }
>();
interface LaunchReasonView {
  readonly weight: 'held' | 'note';
  readonly said: Words;
}

/** What is unusual in how a server is started or reached; worked out once for each launch. */
function reasonsFor(launch: Launch, trusted: Trusted): readonly LaunchReasonView[] {
  const under = JSON.stringify(trusted);
  const known = judged.get(launch);
  if (known?.under === under) return known.reasons;
  const reasons = judgeLaunch(launch, { platform: process.platform, ...trusted }).reasons.map((reason) => ({
    weight: reason.weight,
    said: launchWords(reason),
  }));
  judged.set(launch, { under, reasons });
  return reasons;
}

function masked(launch: Launch): Launch {
  if (launch.transport === 'stdio') return { ...launch, env: namesOf(launch.env) };
  return { ...launch, url: withoutPassword(launch.url), headers: namesOf(launch.headers) };
}

function namesOf(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shownReferences(value, MASK)]),
  );
}

function withoutPassword(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.password === '') return text;
  url.password = 'hidden';
  return url.href;
}

/**
 * What is secret in how a server is reached: environment values and headers, and inside a header the part behind
 * its scheme, for that is what programs print. References to the vault are no secrets.
 */
export function secretsOf(launch: Launch): string[] {
  if (launch.transport === 'stdio')
    return Object.values(launch.env).filter((value) => !isOnlyReferences(value));
  const url = URL.canParse(launch.url) ? new URL(launch.url) : undefined;
  const inHeaders = Object.values(launch.headers).flatMap((value) => {
    if (isOnlyReferences(value)) return [];
    const [, scheme = '', rest = ''] = /^(bearer|basic|token|apikey)[ \t]+(\S.*)$/i.exec(value) ?? [];
    if (rest === '') return [value];
    const password =
      scheme.toLowerCase() === 'basic' ? Buffer.from(rest, 'base64').toString('utf8').split(':') : [];
    return [value, rest, ...(password.length > 1 ? [password.slice(1).join(':')] : [])];
  });
  return url === undefined || url.password === ''
    ? inHeaders
    : [...inHeaders, url.password, decoded(url.password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
