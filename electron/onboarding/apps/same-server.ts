import type { Launch } from '../../../shared/model/server.ts';
import { packageSpec } from '../../catalog/identity/package-spec.ts';
import { hasReference } from '../../vault/references.ts';

/**
 * Whether two launches are the same server: same program and arguments, or address, with the same variables or
 * headers. Flags that only keep a runner from asking do not count, and a package without a version is the same as one
 * that was kept to a version later. `second` may refer to the vault; where `resolve` cannot fill it in, such a value
 * counts as the same.
 */
export function sameServer(
  first: Launch,
  second: Launch,
  resolve: (launch: Launch) => Launch | undefined,
): boolean {
  if (first.transport === 'http' || second.transport === 'http') {
    if (first.transport !== 'http' || second.transport !== 'http') return false;
    return (
      plainUrl(first.url) === plainUrl(second.url) &&
      sameValues(lowered(first.headers), lowered(second.headers), lowered(headersOf(resolve(second))))
    );
  }
  return (
    first.command === second.command &&
    (first.cwd ?? '') === (second.cwd ?? '') &&
    sameWords(first, second, argsOf(resolve(second))) &&
    sameValues(first.env, second.env, envOf(resolve(second)))
  );
}

type Stdio = Extract<Launch, { transport: 'stdio' }>;
type Values = Readonly<Record<string, string>>;

const headersOf = (launch: Launch | undefined): Values =>
  launch?.transport === 'http' ? launch.headers : {};
const envOf = (launch: Launch | undefined): Values => (launch?.transport === 'stdio' ? launch.env : {});
const argsOf = (launch: Launch | undefined): readonly string[] | undefined =>
  launch?.transport === 'stdio' ? launch.args : undefined;
const lowered = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));

function sameWords(first: Stdio, second: Stdio, filled: readonly string[] | undefined): boolean {
  const spec = packageSpec(first);
  const other = packageSpec(second);
  const loose = spec.kind !== 'none' && !spec.pinned && spec.kind === other.kind && spec.name === other.name;
  const one = wordsOf(first, loose ? spec.argIndex : -1);
  const two = wordsOf({ ...second, args: [...(filled ?? second.args)] }, loose ? other.argIndex : -1);
  return (
    one.length === two.length &&
    one.every((word, i) => word === two[i] || (filled === undefined && hasReference(two[i] ?? '')))
  );
}

/** The arguments without the flags of `npx` that answer its question, and without the package's version. */
function wordsOf({ command, args }: Stdio, packageAt: number): string[] {
  const runner = /(?:^|[\\/])npx(?:\.cmd)?$/i.test(command);
  return args.flatMap((arg, i) => {
    if (i === packageAt) return ['(package)'];
    if (runner && i <= Math.max(packageAt, 1) && /^(?:-y|--yes)$/.test(arg)) return [];
    return [arg];
  });
}

function sameValues(first: Values, second: Values, resolved: Values): boolean {
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => {
      const kept = Object.hasOwn(second, name) ? second[name] : undefined;
      if (kept === undefined) return false;
      if (!hasReference(kept)) return first[name] === kept;
      return !Object.hasOwn(resolved, name) || resolved[name] === first[name];
    })
  );
}

function plainUrl(text: string): string {
  return URL.canParse(text) ? new URL(text).href.replace(/\/$/, '') : text;
}
