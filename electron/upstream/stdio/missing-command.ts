interface Source {
  readonly product: string;
  readonly where: string;
}

const NODE: Source = { product: 'Node.js', where: 'https://nodejs.org' };
const UV: Source = { product: 'uv', where: 'https://docs.astral.sh/uv' };
const PYTHON: Source = { product: 'Python', where: 'https://www.python.org/downloads' };
const BUN: Source = { product: 'Bun', where: 'https://bun.sh' };

const SOURCES = new Map<string, Source>([
  ['node', NODE],
  ['npm', NODE],
  ['npx', NODE],
  ['uv', UV],
  ['uvx', UV],
  ['docker', { product: 'Docker Desktop', where: 'https://www.docker.com/products/docker-desktop' }],
  ['python', PYTHON],
  ['python3', PYTHON],
  ['pip', PYTHON],
  ['pip3', PYTHON],
  ['pipx', { product: 'pipx', where: 'https://pipx.pypa.io' }],
  ['deno', { product: 'Deno', where: 'https://deno.com' }],
  ['bun', BUN],
  ['bunx', BUN],
]);

const FOLDERS_NAMED = 12;

/**
 * The sentences for a program that is not there: its name, where it was looked for, and how to get it when it is
 * one of those that MCP servers are usually started with.
 */
export function missingCommand(command: string, folders: readonly string[]): string {
  return [`The program "${command}" was not found.`, lookedIn(folders), remedy(command)].join(' ');
}

function lookedIn(folders: readonly string[]): string {
  if (folders.length === 0) return 'There was no folder to look in, because PATH is empty.';
  const more = folders.length - FOLDERS_NAMED;
  const named = folders.slice(0, FOLDERS_NAMED).join(', ');
  return `It was looked for in ${named}${more > 0 ? ` and ${more} more folders of PATH` : ''}.`;
}

function remedy(command: string): string {
  const name = command.toLowerCase().replace(/\.(exe|cmd|bat)$/, '');
  const source = SOURCES.get(name);
  if (source !== undefined) {
    return `It comes with ${source.product}: install it from ${source.where}, then start the server again.`;
  }
  if (/\s/.test(command)) {
    return 'The name contains spaces: give the program alone as the command, and what follows it as arguments.';
  }
  return 'Install it, or give the whole path of the program as the command, then start the server again.';
}
