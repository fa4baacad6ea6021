import { elide } from '../../approvals/elide.ts';

/** The two ends of a connection within this computer, both on 127.0.0.1: the AI app's port and Doorward's. */
export interface Ends {
  readonly theirs: number;
  readonly ours: number;
}

/** What the system says of the file that a process runs. */
export interface Image {
  readonly path?: string | undefined;
  readonly signer?: string | undefined;
}

/** 127.0.0.1 in the kernel's tables: alone, and for programs that speak IPv6 only. */
const LOOPBACK = new Set(['0100007F', '0000000000000000FFFF00000100007F']);
const ESTABLISHED = '01';
const MAX_PATH = 1024;
const MAX_SIGNER = 160;

/** The inodes of sockets at the app's end of this connection, by `/proc/net/tcp` and `/proc/net/tcp6`. */
export function inodesAt(table: string, { theirs, ours }: Ends): string[] {
  return table.split('\n').flatMap((line) => {
    const [, local, foreign, state, , , , , , inode = '0'] = line.trim().split(/\s+/);
    const wanted = isEnd(local, theirs) && isEnd(foreign, ours) && state === ESTABLISHED;
    return wanted && /^[1-9]\d{0,19}$/.test(inode) ? [inode] : [];
  });
}

function isEnd(text: string | undefined, port: number): boolean {
  const [address = '', hex = ''] = text?.split(':') ?? [];
  return LOOPBACK.has(address) && hex === port.toString(16).toUpperCase().padStart(4, '0');
}

/** The processes at the app's end, by `lsof -F pn`: `p` begins a process, `n` names what it has open. */
export function pidsInLsof(output: string, { theirs, ours }: Ends): number[] {
  const name = `n127.0.0.1:${theirs}->127.0.0.1:${ours}`;
  const found = new Set<number>();
  let pid: number | undefined;
  for (const line of output.split('\n')) {
    if (line.startsWith('p')) pid = pidOf(line.slice(1));
    else if (line === name && pid !== undefined) found.add(pid);
  }
  return [...found];
}

/** The processes at the app's end, by `netstat -ano -p TCP`. The word for the state is in the system's language. */
export function pidsInNetstat(output: string, { theirs, ours }: Ends): number[] {
  const found = new Set<number>();
  for (const line of output.split('\n')) {
    const [protocol, local, foreign, ...rest] = line.trim().split(/\s+/);
    if (protocol !== 'TCP' || local !== `127.0.0.1:${theirs}` || foreign !== `127.0.0.1:${ours}`) continue;
    const pid = pidOf(rest.at(-1) ?? '');
    if (pid !== undefined) found.add(pid);
  }
  return [...found];
}

/** A process number; undefined for anything else, and for 0, which is nobody. */
export function pidOf(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

const HEAD = ['Executable=', 'Identifier=', 'Format=', 'CodeDirectory '];
const AUTHORITY = 'Authority=';

/**
 * What `codesign --display --verbose=2` says of a process. A program chooses its path and its identifier, and either
 * may hold lines that look like others: unless each of the first lines is there once and in its place, nothing is read
 * of it. The signer is whom the signature names; that it is valid, somebody else must know.
 */
export function imageInCodesign(output: string): Image {
  const lines = output.split('\n').map((line) => line.replace(/\r$/, ''));
  const places = HEAD.map((start) => lines.flatMap((line, at) => (line.startsWith(start) ? [at] : [])));
  if (places.some((found, at) => found.length !== 1 || found[0] !== at)) return {};
  const authority = lines.slice(HEAD.length).find((line) => line.startsWith(AUTHORITY));
  return image(lines[0]?.slice(HEAD[0]?.length), authority?.slice(AUTHORITY.length));
}

/** What `imageScript` printed: one line of Base64 for the path, and one for the signer where the signature is valid. */
export function imageInBase64(output: string): Image {
  const [path, signer] = output.split('\n').map((line) => {
    const text = line.trim();
    if (!/^[A-Za-z0-9+/]{2,8192}={0,2}$/.test(text)) return undefined;
    return Buffer.from(text, 'base64').toString('utf8');
  });
  return path === undefined ? {} : image(path, signer);
}

/**
 * For Windows PowerShell: the path of the program that a process runs, and who has signed that file. Base64, for the
 * console's encoding cannot hold every path, and a path cannot then pretend to be a second line.
 */
export function imageScript(pid: number): string {
  return [
    "$ErrorActionPreference='Stop'",
    'function Say($text){[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text))}',
    `$path=(Get-Process -Id ${Math.trunc(pid)}).Path`,
    'Say $path',
    '$signature=Get-AuthenticodeSignature -LiteralPath $path',
    "if($signature.Status -eq 'Valid'){Say $signature.SignerCertificate.GetNameInfo('SimpleName',$false)}",
  ].join(';');
}

/** Both as they may be shown: bounded, in one line; what cannot be seen, the front ends make visible. */
export function image(path: string | undefined, signer: string | undefined): Image {
  const shown = { path: line(path, MAX_PATH), signer: line(signer, MAX_SIGNER) };
  return {
    ...(shown.path === undefined ? {} : { path: shown.path }),
    ...(shown.signer === undefined ? {} : { signer: shown.signer }),
  };
}

function line(text: string | undefined, most: number): string | undefined {
  // Cut first: whatever it is, it is not read whole.
  const plain = elide((text ?? '').toWellFormed(), most).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return plain.trim() === '' ? undefined : plain;
}
