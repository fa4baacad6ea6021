const MAX_ID = 20;
/** What is looked at of a name: more says nothing more, and takes time. */
const MAX_LOOK = 200;

/** A free server id made of a name: plain characters, at most 20, with a number behind it when it is taken. */
export function freeServerId(name: string, isTaken: (id: string) => boolean): string {
  const slug =
    name
      .slice(0, MAX_LOOK)
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, MAX_ID)
      .replaceAll(/^-+|-+$/g, '') || 'server';
  if (!isTaken(slug)) return slug;
  for (let n = 2; ; n++) {
    const id = `${slug.slice(0, MAX_ID - 1 - String(n).length)}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/** Whether a program is one that starts others. */
export function isRunner(program: string): boolean {
  return /^(npx|bunx|pnpm|yarn|uvx|uv|pipx|node|deno|bun|python3?|docker|podman)(\.exe|\.cmd)?$/i.test(
    lastPart(program),
  );
}

/** A name for a server of which only the command is known: its package, image or file without the usual ornaments. */
export function nameOfCommand(words: readonly string[]): string {
  const [program = '', ...rest] = words;
  const own = lastPart(program);
  const plain = rest.filter((word) => !word.startsWith('-'));
  if (!isRunner(program)) return trimmed(own);
  const skipped = new Set(['run', 'exec', 'dlx', 'tool', 'x']);
  const candidates = plain.filter((word) => !skipped.has(word));
  const image = /^(docker|podman)/i.test(own);
  const chosen = image
    ? (candidates.find((word) => /^[a-z0-9][a-z0-9._-]*(:\d+)?(\/[a-z0-9._-]+)+/.test(word)) ??
      candidates.at(-1))
    : candidates[0];
  return trimmed(chosen ?? own);
}

/** A name for a server of which only the address is known. */
export function nameOfUrl(address: string): string {
  const { hostname } = new URL(address);
  return hostname.replace(/^(mcp|api|www)\./, '').split('.')[0] ?? hostname;
}

function trimmed(word: string): string {
  const last = lastPart(word.slice(-MAX_LOOK).replace(/(.)@[^@/]*$/, '$1'));
  const bare = last.replace(/:[^:]*$/, '').replace(/\.(m?js|cjs|ts|py|exe|cmd|sh)$/i, '');
  return (
    bare
      .replace(/^(mcp-server|server-mcp|server|mcp)[-_]/i, '')
      .replace(/[-_](mcp-server|mcp|server)$/i, '') || bare
  );
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
