import type { Launch } from '../../../shared/model/server.ts';
import { isPlaceholder, isPlainSecret } from '../../catalog/identity/judge-environment.ts';

/** A secret in a launch, and what takes its place. */
export interface MovedSecret {
  /** Where it stands, for people: `environment value GITHUB_TOKEN`. */
  readonly place: string;
  /** Its name in the vault. */
  readonly name: string;
  readonly value: string;
}

const SCHEME = /^(\s*(?:bearer|basic|token|apikey)\s+)(\S.*)$/i;
const MIXED = /^[\w+/=.~-]{24,512}$/;
const NO_KEY = /^(?:[/~.]|[A-Za-z]:[\\/]|https?:|[\w-]+@|(?:[\w-]+\.)+[a-z]{2,}$|\d+(?:\.\d+)*$)/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Bits for each character; words and names have less. */
const RANDOM_BITS = 3.6;

/** Whether a value is made of characters by chance, as keys are. */
export function looksRandom(value: string): boolean {
  if (!MIXED.test(value) || NO_KEY.test(value) || UUID.test(value) || value.split('/').length > 3)
    return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(value)).length;
  return kinds >= 2 && /\d/.test(value) && entropy(value) >= RANDOM_BITS;
}

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether a value with this name is a key or password that stands there as it is. */
export const isSecret = (name: string, value: string): boolean =>
  isPlainSecret(name, value) || (looksRandom(value) && !isPlaceholder(value));

/**
 * The launch with its secrets replaced by references to the vault. Names are made of the server's and the place's and
 * are free; nothing is stored here. Keys among arguments are replaced too: the person had them there already.
 */
export function withoutPlainSecrets(
  id: string,
  launch: Launch,
  isTaken: (name: string) => boolean,
): { readonly launch: Launch; readonly moved: readonly MovedSecret[] } {
  const moved: MovedSecret[] = [];
  const move = (place: string, key: string, value: string): string => {
    const taken = (one: string) => isTaken(one) || moved.some((other) => other.name === one);
    const name = freeName(`${id}.${key}`, taken);
    moved.push({ place, name, value });
    return name;
  };
  if (launch.transport === 'http') {
    const headers = Object.entries(launch.headers).map(([key, value]): [string, string] => {
      if (!isSecret(key, value)) return [key, value];
      const [, scheme = '', rest = value] = SCHEME.exec(value) ?? [];
      const name = move(`header ${key}`, key, rest);
      return [key, scheme === '' ? `vault:${name}` : `${scheme}\${vault:${name}}`];
    });
    return { launch: { ...launch, headers: Object.fromEntries(headers) }, moved };
  }
  const env = Object.entries(launch.env).map(([key, value]): [string, string] => [
    key,
    isSecret(key, value) ? `vault:${move(`environment value ${key}`, key, value)}` : value,
  ]);
  const args = [...launch.args];
  const found = secretArguments(launch.args);
  for (const { at, label, value } of found) {
    const name = move(`argument ${label}`, label, value);
    args[at] = (args[at] ?? '').replace(value, () => `\${vault:${name}}`);
  }
  const filled = { ...launch, env: Object.fromEntries(env), args };
  return { launch: found.length === 0 ? filled : { ...filled, secretArguments: true }, moved };
}

function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  const plain = wanted.replaceAll(/[^A-Za-z0-9._-]/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  const base = plain === '' ? 'secret' : plain;
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : `-${n}`;
    const name = base.slice(0, 64 - tail.length) + tail;
    if (!isTaken(name)) return name;
  }
}

/** What of a command or an address is a key, which every program of this computer could read there. */
export function exposedSecrets(launch: Launch): string[] {
  return launch.transport === 'http'
    ? secretsInUrl(launch.url)
    : secretArguments(launch.args).map(({ value }) => value);
}

/** A key among arguments. */
interface SecretArgument {
  readonly at: number;
  /** The option that it belongs to. */
  readonly label: string;
  readonly value: string;
}

function secretArguments(args: readonly string[]): SecretArgument[] {
  return args.flatMap((arg, at): SecretArgument[] => {
    const found = (label: string, ...values: string[]) =>
      values.filter((value) => value !== '').map((value) => ({ at, label, value }));
    const [, option, inline] = /^--?([\w-]+)[=:](.+)$/s.exec(arg) ?? [];
    if (option !== undefined && inline !== undefined && isSecret(option, inline))
      return found(option, inline);
    const before = /^--?([\w-]+)$/.exec(args[at - 1] ?? '')?.[1];
    if (before !== undefined && !arg.startsWith('-') && isPlainSecret(before, arg)) return found(before, arg);
    const [, header, value] = /^([\w-]+)\s*:\s*(.+)$/s.exec(arg) ?? [];
    if (header !== undefined && value !== undefined && isPlainSecret(header, value))
      return found(header, SCHEME.exec(value)?.[2] ?? value);
    if (/^[a-z][\w+.-]*:\/\//i.test(arg)) return found('address', ...secretsInUrl(arg));
    const [, variable, text] = /^([A-Za-z_]\w*)=(.+)$/s.exec(arg) ?? [];
    if (variable !== undefined && text !== undefined && isSecret(variable, text))
      return found(variable, text);
    return isPlainSecret('', arg) ? found('key', arg) : [];
  });
}

function secretsInUrl(text: string): string[] {
  if (!URL.canParse(text)) return [];
  const url = new URL(text);
  const inQuery = [...url.searchParams].flatMap(([name, value]) => (isSecret(name, value) ? [value] : []));
  return [...(url.password === '' ? [] : [url.password]), ...inQuery];
}
