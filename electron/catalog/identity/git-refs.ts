import { fail, ok, type Result } from '../../../shared/result.ts';

/** Names of a repository's branches and tags, and `HEAD`, with the commits that they stand for. */
export type GitRefs = ReadonlyMap<string, string>;

const MAX_REFS = 200_000;
const MAX_NAME = 1024;
const SERVICE = '# service=git-upload-pack';
const LENGTH_CHARS = 4;

/**
 * Reads the answer to `GET …/info/refs?service=git-upload-pack` (smart HTTP, protocol 0 and 1): packets with their
 * length in four hexadecimal digits before them. Every length is checked against what is there; an answer that is cut
 * off, that is none (a web page), or that repeats a name is refused as a whole.
 */
export function readGitRefs(bytes: Buffer): Result<GitRefs, 'malformed'> {
  const refs = new Map<string, string>();
  let at = 0;
  let flushes = 0;
  for (let line = 0; flushes < 2; line++) {
    const packet = packetAt(bytes, at);
    if (packet === undefined) return MALFORMED;
    at = packet.end;
    if (packet.text === undefined) {
      flushes++;
      continue;
    }
    if (line === 0) {
      if (packet.text !== SERVICE) return MALFORMED;
      continue;
    }
    // Before the first flush stands nothing but the name of the service.
    if (flushes !== 1) return MALFORMED;
    if (packet.text === 'version 1') continue;
    const read = readRef(packet.text);
    if (read === undefined || refs.has(read.name) || refs.size >= MAX_REFS) return MALFORMED;
    if (read.name !== 'capabilities^{}') refs.set(read.name, read.commit);
  }
  return at === bytes.length ? ok(refs) : MALFORMED;
}

function packetAt(bytes: Buffer, at: number): { readonly text?: string; readonly end: number } | undefined {
  const digits = bytes.toString('latin1', at, at + LENGTH_CHARS);
  if (!/^[0-9a-f]{4}$/i.test(digits)) return undefined;
  const length = Number.parseInt(digits, 16);
  if (length === 0) return { end: at + LENGTH_CHARS };
  const end = at + length;
  if (length <= LENGTH_CHARS || end > bytes.length) return undefined;
  return { text: bytes.toString('utf8', at + LENGTH_CHARS, end).replace(/\n$/, ''), end };
}

function readRef(line: string): { readonly name: string; readonly commit: string } | undefined {
  const zero = line.indexOf('\0');
  const parts = /^([0-9a-f]{40}) ([^\p{Cc} ]+)$/u.exec(zero < 0 ? line : line.slice(0, zero));
  const [, commit = '', name = ''] = parts ?? [];
  return parts === null || name.length > MAX_NAME ? undefined : { name, commit };
}

/**
 * The commit that a branch or tag stands for; the default branch when none is named. Undefined when there is none, and
 * when a branch and a tag of one name stand for different commits: runners differ in which of them they take.
 */
export function commitOf(refs: GitRefs, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return refs.get('HEAD');
  if (wanted.startsWith('refs/')) return refs.get(`${wanted}^{}`) ?? refs.get(wanted);
  const tag = refs.get(`refs/tags/${wanted}^{}`) ?? refs.get(`refs/tags/${wanted}`);
  const branch = refs.get(`refs/heads/${wanted}`);
  return tag !== undefined && branch !== undefined && tag !== branch ? undefined : (tag ?? branch);
}

const MALFORMED = fail('malformed', 'It answered with something that is no list of branches and tags.');
