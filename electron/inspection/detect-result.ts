import { type DetectContext, detectText } from './detect-text.ts';
import type { PlacedFinding, PlacedScan } from './detect-tool.ts';
import { stringsIn } from './walk/strings.ts';

/** Keys under which a result carries bytes; what kind of bytes is said beside them. */
const BINARY = new Set(['data', 'blob']);

/**
 * Scans everything of a result, an error or a message that a model reads: texts, structured content with its keys,
 * embedded resources, names and descriptions of links, error messages and their data (attacks 10–14). Bytes of images,
 * audio and binary resources are left out, and so are untouched.
 */
export function detectResult(result: unknown, context: DetectContext = { kind: 'result' }): PlacedScan {
  if (typeof result === 'string') {
    const { findings, complete } = detectText(result, context);
    return { findings: findings.map((one) => ({ ...one, path: '' })), complete };
  }
  const { strings, complete: walked } = stringsIn(result);
  const findings: PlacedFinding[] = [];
  let complete = walked;
  for (const { path, text, isKey } of strings) {
    if (isKey ? text.length < 12 : isBytes(path, result)) continue;
    const scan = detectText(isKey ? text.replaceAll('_', ' ') : text, context);
    complete &&= scan.complete;
    for (const one of scan.findings) findings.push({ ...one, path, ...(isKey ? { inKey: true } : {}) });
  }
  return { findings, complete };
}

/** The bytes of an image, a sound or a binary resource: base64 beside a media type, in a content block. */
function isBytes(path: string, result: unknown): boolean {
  const keys = path.split('/').slice(1);
  const last = keys.at(-1) ?? '';
  if (!BINARY.has(last) || keys[0] === 'structuredContent') return false;
  let one = result;
  for (const key of keys.slice(0, -1))
    one = (one as Record<string, unknown> | null)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return typeof (one as { mimeType?: unknown } | null)?.mimeType === 'string';
}
