/** A repository that a package runner fetches from, taken apart. */
export interface GitSource {
  /** The address for the smart HTTP protocol, without query; undefined when it is not reached over https. */
  readonly url: string | undefined;
  /** Branch, tag or commit that the address names. */
  readonly ref: string | undefined;
  /** The same address with this commit in place of whatever it names. */
  readonly at: (commit: string) => string;
}

const SHORT_HOSTS: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};
/** Who reads the address: npm and its like, or pip and its like. */
export type GitStyle = 'node' | 'python';

/** How a package runner writes revisions; undefined for those (go, nix) that have a way of their own. */
export function gitStyle(runner: string): GitStyle | undefined {
  if (/^(?:uvx|uv|pipx)$/.test(runner)) return 'python';
  return /^(?:npx|npm|pnpm|pnpx|yarn|bunx|bun)$/.test(runner) ? 'node' : undefined;
}

/**
 * Takes a git address apart as npm (`#revision` at the end) and pip (`@revision` behind the path, then perhaps
 * `#subdirectory=…`) read it. A login in the address (`git@host`) is no revision.
 */
export function gitSource(text: string, style: GitStyle): GitSource {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? undefined : text.slice(hash + 1);
  const main = hash < 0 ? text : text.slice(0, hash);
  if (style === 'node')
    return { url: httpsUrl(main), ref: fragment || undefined, at: (commit) => `${main}#${commit}` };
  const mark = main.indexOf('@', pathStart(main));
  const base = mark < 0 ? main : main.slice(0, mark);
  const rest = fragment === undefined ? '' : `#${fragment}`;
  return {
    url: httpsUrl(base),
    ref: mark < 0 ? undefined : main.slice(mark + 1) || undefined,
    at: (commit) => `${base}@${commit}${rest}`,
  };
}

/** Where the path begins: behind the host, which may have a login and a port before and after it. */
function pathStart(address: string): number {
  const scheme = address.indexOf('://');
  if (scheme < 0) return Math.max(0, address.indexOf(':', address.indexOf('@') + 1));
  const slash = address.indexOf('/', scheme + 3);
  return slash < 0 ? address.length : slash;
}

function httpsUrl(address: string): string | undefined {
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/i.exec(address);
  const text =
    short === null
      ? address.replace(/^git\+/i, '')
      : `https://${SHORT_HOSTS[(short[1] ?? 'github').toLowerCase()] ?? ''}/${(short[2] ?? '').replace(/\.git$/, '')}.git`;
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A login would be sent to whoever answers there; a query has no place in the address of a repository.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.pathname.length < 2)
    return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
