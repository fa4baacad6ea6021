import { fail, ok, type Result } from '../../../shared/result.ts';
import { BUNDLE_CAPS } from '../../onboarding/mcpb/archive.ts';
import type { BundleStore, HeldBundle } from './bundle-store.ts';

/** Files that a page sends in pieces, because it has no paths. */
export interface Uploads {
  /** Takes a piece; without a name it begins a new file. */
  take(
    upload: string | undefined,
    piece: Buffer,
  ): Result<{ readonly upload: string; readonly bytes: number }>;
  /** Ends a file and holds it. */
  end(upload: string): Promise<Result<HeldBundle>>;
}

/**
 * Gathers what a page sends, in memory: one file at a time (a new one takes the place of the one before), and no more
 * than a bundle may have.
 */
export function createUploads(store: Pick<BundleStore, 'hold'>, id: () => string): Uploads {
  let current: { readonly upload: string; readonly pieces: Buffer[]; bytes: number } | undefined;
  return {
    take(upload, piece) {
      if (upload === undefined) current = { upload: id(), pieces: [], bytes: 0 };
      if (current === undefined || (upload !== undefined && current.upload !== upload))
        return fail('unknown', 'This file was not sent from its beginning on. Pick it again.');
      current.bytes += piece.length;
      if (current.bytes > BUNDLE_CAPS.file) {
        current = undefined;
        return fail('malformed', 'This bundle cannot be used: it is larger than 256 MiB.');
      }
      current.pieces.push(piece);
      return ok({ upload: current.upload, bytes: current.bytes });
    },
    async end(upload) {
      const sent = current;
      if (sent === undefined || sent.upload !== upload)
        return fail('unknown', 'This file was not sent from its beginning on. Pick it again.');
      current = undefined;
      return store.hold(
        (async function* pieces() {
          yield* sent.pieces;
        })(),
      );
    },
  };
}
