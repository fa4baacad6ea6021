/** A process by its number and the name under which a person may know it. */
export interface PortHolder {
  readonly pid: number;
  readonly name: string;
}

/** Addresses in the kernel's tables that take connections to 127.0.0.1: that one, and "any", of both families. */
const V4 = new Set(['0100007F', '00000000']);
const V6 = new Set([
  '00000000000000000000000000000000',
  '0000000000000000FFFF00000100007F',
  '0000000000000000FFFF000000000000',
]);
const LISTEN = '0A';
const MAX_NAME = 80;

/** The inodes of sockets that listen on this port, by `/proc/net/tcp` and `/proc/net/tcp6`. */
export function inodesIn(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address = '', hex] = local.split(':');
    const ours = V4.has(address) || V6.has(address);
    return state === LISTEN && hex === wanted && ours && inode !== undefined && inode !== '0' ? [inode] : [];
  });
}

/** The first process of `lsof -F pc`: lines that begin with `p` (number) and `c` (command). */
export function holderInLsof(output: string): PortHolder | undefined {
  const pid = /^p(\d{1,10})$/m.exec(output)?.[1];
  const name = /^c(.+)$/m.exec(output)?.[1];
  // lsof writes what is not printable as \xHH, and a space as \x20.
  const plain = name?.replaceAll(/\\x([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return pid === undefined ? undefined : holder(Number(pid), plain ?? '');
}

/** The process that listens on this port, by `netstat -ano -p TCP`. The word for "listening" is in the system's language. */
export function pidInNetstat(output: string, port: number): number | undefined {
  for (const line of output.split('\n')) {
    const [protocol, local = '', foreign, ...rest] = line.trim().split(/\s+/);
    if (protocol?.toUpperCase() !== 'TCP') continue;
    const waits = foreign === '0.0.0.0:0' || foreign === '[::]:0';
    const ours = ['127.0.0.1', '0.0.0.0', '[::]', '[::1]'].some((address) => local === `${address}:${port}`);
    const pid = Number(rest.at(-1));
    if (waits && ours && Number.isInteger(pid) && pid > 0) return pid;
  }
  return undefined;
}

/** The name of a process, by `tasklist /FO CSV /NH`. */
export function nameInTasklist(output: string, pid: number): string | undefined {
  for (const line of output.split('\n')) {
    const [, name, number] = /^"([^"]*)","(\d+)"/.exec(line.trim()) ?? [];
    if (Number(number) === pid) return name;
  }
  return undefined;
}

/** A name as it may be shown: a program chooses its own. */
export function holder(pid: number, name: string): PortHolder {
  const plain = name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .toWellFormed();
  return { pid, name: plain === '' ? `Process ${pid}` : plain };
}
