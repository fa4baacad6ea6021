import { isNamed, SERVER_NAME } from '../../../../shared/model/names.ts';
import type { Launch, ServerRecord } from '../../../../shared/model/server.ts';
import { isWholePath, relativeWords } from '../../../../shared/relative-paths.ts';

/** A row of an environment or of headers as it is being typed. */
export interface Pair {
  /** Keeps a row the same row while rows come and go. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

/** What a person has typed about a new server. */
export interface Draft {
  readonly kind: 'local' | 'remote';
  readonly name: string;
  readonly program: string;
  /** One on each line. */
  readonly args: string;
  readonly folder: string;
  readonly env: readonly Pair[];
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly sharing: ServerRecord['sharing'];
}

export const emptyDraft: Draft = {
  kind: 'local',
  name: '',
  program: '',
  args: '',
  folder: '',
  env: [],
  url: '',
  headers: [],
  sharing: 'client',
};

/** What is wrong with a draft: the name of the sentence, and the row that it is about. */
export interface DraftError {
  readonly field: 'name' | 'program' | 'args' | 'folder' | 'url' | 'env' | 'headers';
  readonly problem:
    | 'name'
    | 'program'
    | 'relative'
    | 'relativeArgs'
    | 'folder'
    | 'url'
    | 'pairName'
    | 'envName'
    | 'headerName'
    | 'twice';
  readonly row?: number;
}

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** The arguments as the program gets them; lines with nothing in them are none. */
export function argsOf({ args }: Draft): string[] {
  return args.split(/\r?\n/).filter((line) => line !== '');
}

/** Rows in which nothing was typed do not count. */
const filled = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ name, value }) => name.trim() !== '' || value !== '');

function pairError(field: 'env' | 'headers', pairs: readonly Pair[]): DraftError | undefined {
  const seen = new Set<string>();
  for (const [index, { name: typed, value }] of pairs.entries()) {
    const name = typed.trim();
    const row = index + 1;
    if (name === '' && value === '') continue;
    if (name === '') return { field, problem: 'pairName', row };
    if (field === 'env' && name.includes('=')) return { field, problem: 'envName', row };
    if (field === 'headers' && !HEADER_NAME.test(name)) return { field, problem: 'headerName', row };
    const same = field === 'headers' ? name.toLowerCase() : name;
    if (seen.has(same)) return { field, problem: 'twice', row };
    seen.add(same);
  }
  return undefined;
}

/** Doorward starts a server later and elsewhere: a path that is not whole would mean another file, or none. */
function pathErrors(draft: Draft): DraftError[] {
  const command = draft.program.trim();
  const folder = draft.folder.trim();
  if (command === '') return [{ field: 'program', problem: 'program' }];
  if (folder !== '') return isWholePath(folder) ? [] : [{ field: 'folder', problem: 'folder' }];
  const relative = relativeWords({ command, args: argsOf(draft) });
  return [
    ...(relative.command ? [{ field: 'program', problem: 'relative' } as const] : []),
    ...(relative.args.length > 0 ? [{ field: 'args', problem: 'relativeArgs' } as const] : []),
  ];
}

/** What is wrong, one error for each field. */
export function draftErrors(draft: Draft): DraftError[] {
  const errors: (DraftError | undefined)[] = [
    isNamed(SERVER_NAME, draft.name.trim()) ? undefined : { field: 'name', problem: 'name' },
  ];
  if (draft.kind === 'local') {
    errors.push(...pathErrors(draft), pairError('env', draft.env));
  } else {
    const url = draft.url.trim();
    if (!/^https?:\/\/./i.test(url) || !URL.canParse(url)) errors.push({ field: 'url', problem: 'url' });
    errors.push(pairError('headers', draft.headers));
  }
  return errors.filter((error) => error !== undefined);
}

/** How the server is reached, from a draft without errors. */
export function launchOf(draft: Draft): Launch {
  const record = (pairs: readonly Pair[]): Record<string, string> =>
    Object.fromEntries(filled(pairs).map(({ name, value }) => [name.trim(), value]));
  if (draft.kind === 'remote')
    return { transport: 'http', url: draft.url.trim(), headers: record(draft.headers) };
  const folder = draft.folder.trim();
  return {
    transport: 'stdio',
    command: draft.program.trim(),
    args: argsOf(draft),
    env: record(draft.env),
    ...(folder !== '' && { cwd: folder }),
  };
}

let lastKey = 0;
/** A new row. */
export function newPair(name = '', value = ''): Pair {
  return { key: (lastKey += 1), name, value };
}

/** A draft into which a command was taken apart; what was typed elsewhere stays. */
export function withCommand(draft: Draft, id: string, launch: Launch & { transport: 'stdio' }): Draft {
  const names = new Set(Object.keys(launch.env));
  return {
    ...draft,
    name: draft.name === '' ? id : draft.name,
    program: launch.command,
    args: [...launch.args, ...argsOf(draft)].join('\n'),
    folder: launch.cwd ?? draft.folder,
    env: [
      ...draft.env.filter(({ name }) => !names.has(name.trim())),
      ...Object.entries(launch.env).map(([name, value]) => newPair(name, value)),
    ],
  };
}
