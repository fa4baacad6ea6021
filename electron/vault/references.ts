import type { Launch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

const NAME = String.raw`[A-Za-z0-9][A-Za-z0-9._-]{0,63}`;
const WHOLE = new RegExp(`^vault:(${NAME})$`);
const INSIDE = new RegExp(String.raw`\$\{vault:(${NAME})\}`, 'g');
const BROKEN = /\$\{vault:/;
/** What stands before a key in a header and is no secret itself. */
const SCHEME = /^\s*(?:bearer|basic|token|apikey)?\s*$/i;

/** The names of the secrets that a value refers to, as `vault:NAME` alone or `${vault:NAME}` in it. */
export function referencesIn(value: string): string[] {
  const whole = WHOLE.exec(value)?.[1];
  return whole === undefined ? [...value.matchAll(INSIDE)].map(([, name = '']) => name) : [whole];
}

/** Whether a value is filled in from the vault, or was meant to be. */
export function hasReference(value: string): boolean {
  return WHOLE.test(value) || BROKEN.test(value);
}

/** A value with nothing in it but references and the word before a key: it can be shown. */
export function isOnlyReferences(value: string): boolean {
  return (
    hasReference(value) &&
    value
      .replace(WHOLE, '')
      .split(INSIDE)
      .every(
        // Every second part is a name.
        (part, i) => i % 2 === 1 || SCHEME.test(part),
      )
  );
}

/** A value as it can be shown: its references, and `mask` in the place of everything else. */
export function shownReferences(value: string, mask: string): string {
  if (isOnlyReferences(value)) return value;
  const names = referencesIn(value);
  return names.length === 0 ? mask : `${mask} ${names.map((name) => `\${vault:${name}}`).join(' ')}`;
}

/** The values of a server that may come from the vault: environment or headers. */
export function vaultValues(launch: Launch): Readonly<Record<string, string>> {
  return launch.transport === 'stdio' ? launch.env : launch.headers;
}

/** The arguments of a server that come from the vault, because a person insisted. */
export function vaultArguments(launch: Launch): readonly string[] {
  return launch.transport === 'stdio' && launch.secretArguments === true
    ? launch.args.filter(hasReference)
    : [];
}

/** The names of the secrets that a server refers to. */
export function referencesOf(launch: Launch): Set<string> {
  return new Set([...Object.values(vaultValues(launch)), ...vaultArguments(launch)].flatMap(referencesIn));
}

/** Finds the value of a secret, or says why it has none. */
export type FindSecret = (name: string) => Result<string>;

/**
 * The launch with its secrets filled in; the same object when it refers to none. Refused: a secret that is not at
 * hand, a reference that is none, and references where they would decide what is run: in PATH, after which the program
 * is looked for, and in arguments, which every program of this computer can read (S12, S13), unless a person insists. What is filled in is not
 * read again: a secret cannot refer to another one.
 */
export function resolveLaunch(id: string, launch: Launch, find: FindSecret): Result<Launch> {
  const values = vaultValues(launch);
  const wrong = misplaced(id, launch);
  if (wrong !== undefined) return fail('vault', wrong);
  const inArguments = vaultArguments(launch);
  if (![...Object.values(values), ...inArguments].some(hasReference)) return ok(launch);
  const filled: [string, string][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!hasReference(value)) {
      filled.push([name, value]);
      continue;
    }
    const resolved = resolveValue(value, find);
    if (!resolved.ok)
      return fail(
        resolved.code,
        `"${id}" lacks its ${quoted(name)}, so it was not started. ${resolved.message}`,
      );
    filled.push([name, resolved.value]);
  }
  const resolved = Object.fromEntries(filled);
  if (launch.transport === 'http') return ok({ ...launch, headers: resolved });
  if (inArguments.length === 0) return ok({ ...launch, env: resolved });
  const args: string[] = [];
  for (const word of launch.args) {
    const value = hasReference(word) ? resolveValue(word, find) : ok(word);
    if (!value.ok)
      return fail(value.code, `"${id}" lacks an argument, so it was not started. ${value.message}`);
    args.push(value.value);
  }
  return ok({ ...launch, env: resolved, args });
}

/** What is wrong with where a server refers to the vault, in a sentence; undefined when nothing is. */
export function misplaced(id: string, launch: Launch): string | undefined {
  if (launch.transport === 'http')
    return BROKEN.test(launch.url)
      ? `The address of "${id}" refers to the vault. Send the secret as a header instead.`
      : undefined;
  const words = launch.secretArguments === true ? [launch.command] : [launch.command, ...launch.args];
  if (words.some((word) => BROKEN.test(word)))
    return `"${id}" refers to the vault in its command, which every program of this computer can read. Give the secret as an environment variable instead.`;
  const path = Object.entries(launch.env).find(([name]) => name.toUpperCase() === 'PATH')?.[1];
  return path !== undefined && hasReference(path)
    ? `The PATH of "${id}" refers to the vault. Write it out instead, so that it can be reviewed.`
    : undefined;
}

function resolveValue(value: string, find: FindSecret): Result<string> {
  const whole = WHOLE.exec(value)?.[1];
  if (whole !== undefined) return find(whole);
  const parts = value.split(INSIDE);
  if (parts.some((part, i) => i % 2 === 0 && BROKEN.test(part)))
    return fail('vault', 'A reference is written ${vault:NAME}, with letters, digits, ".", "_" and "-".');
  let text = '';
  for (const [i, part] of parts.entries()) {
    const found = i % 2 === 0 ? ok(part) : find(part);
    if (!found.ok) return found;
    text += found.value;
  }
  return ok(text);
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
