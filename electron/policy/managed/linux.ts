import { policyFromJson } from './parse.ts';
import { LINUX_FILE } from './places.ts';
import type { ManagedFiles } from './ports.ts';
import { type ManagedRead, malformed, readOf, wronglyOwned } from './read.ts';
import { readTrusted } from './trusted-file.ts';

/** Reads `/etc/doorward/policy.json` (DESIGN §4). `path` is another one in tests only. */
export function readLinux(files: ManagedFiles, path = LINUX_FILE): ManagedRead {
  const read = readTrusted(files, path);
  switch (read.kind) {
    case 'absent':
      return read;
    case 'unreadable':
      return malformed(path, read.what);
    case 'wrongly-owned':
      return wronglyOwned(path, read.what);
    case 'bytes':
      return readOf(path, policyFromJson(read.bytes));
  }
}
