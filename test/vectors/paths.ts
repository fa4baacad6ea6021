import { z } from 'zod';
import { createPlaces } from '../../electron/policy/places/places.ts';
import type { Judgement, Row } from './row.ts';

const input = z.object({ root: z.string(), path: z.string() });

/**
 * Holds the judgement of a path against the row's `want`: whether a change there passes without a question by a server
 * that works in `root`. Nothing of the rows is on this disk, so no links are followed.
 */
export function judgePath(row: Row): Judgement {
  const { root, path } = input.parse(row.input);
  const windows = /^[A-Za-z]:[\\/]/.test(root);
  const places = createPlaces({
    platform: windows ? 'win32' : root.startsWith('/Users/') ? 'darwin' : 'linux',
    realPath: (one) => one,
    ownFiles: () => [],
  });
  const read = places.read(path, root);
  const verdict = places.inside(read, places.folder(root), 'write') ? 'allow' : 'refuse';
  const why = read.fault ?? places.sensitive(read);
  return { got: why === undefined ? verdict : `${verdict} (${why})`, ok: row.want.verdict === verdict };
}
