import type { BridgeInput, BridgeOutput, Wire } from '../../../../shared/ipc/window.ts';

/** Bytes of one piece; as base64 it stays well below what one message may have. */
const PIECE = 240 * 1024;
/** What a bundle may have at most. */
export const MAX_BUNDLE = 256 * 1024 * 1024;

type Send = (input: BridgeInput<'bundle.receive'>) => Promise<Wire<BridgeOutput<'bundle.receive'>>>;

/** Sends a file that the person picked or dropped, piece by piece; answers the name under which the host has it. */
export async function sendBundle(
  file: Blob,
  send: Send,
  onProgress: (share: number) => void,
): Promise<Wire<string>> {
  let upload: string | undefined;
  for (let at = 0; at < file.size || upload === undefined; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    const sent = await send({ data: base64(piece), ...(upload === undefined ? {} : { upload }) });
    if (!sent.ok) return sent;
    upload = sent.value.upload;
    onProgress(file.size === 0 ? 1 : Math.min(1, (at + piece.length) / file.size));
  }
  return { ok: true, value: upload };
}

/** Arguments that one call takes without trouble. */
const AT_ONCE = 8192;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(binary);
}
