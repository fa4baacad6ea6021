import { type DecodedPart } from '../decode/part.ts';
import { decodedParts } from '../decode/decode.ts';
import type { Encoding, Finding } from '../finding.ts';
import { scan } from './scan.ts';
import type { Hit } from './scan-forms.ts';

/** What is known about a text already. */
export interface SecretContext {
  /** Its decoded parts, where somebody has decoded it; else it is decoded here. */
  readonly parts?: readonly DecodedPart[];
}

/**
 * Credentials in a text: tokens and keys by their documented forms, private keys, passwords in addresses and headers,
 * connection strings, and values that their names and looks give away; also where the text is encoded (base64, hex,
 * URL and JSON escapes, nested twice). Placeholders and examples are none. In order of `start`, without overlaps: of two
 * findings of one place, the surer one stays, and what a longer one holds is left out. Pure; linear in the text.
 *
 * Attacks 20 and 21 of the catalogue (credentials in results, and arguments that carry them off).
 */
export function findSecrets(text: string, context: SecretContext = {}): Finding[] {
  const found = scan(text).map((hit) => finding(hit));
  for (const part of context.parts ?? decodedParts(text)) {
    if (part.plain) continue;
    for (const hit of scan(part.text)) {
      const place = part.at(hit.start, hit.end);
      found.push(finding({ ...hit, ...place }, part.within));
    }
  }
  return withoutOverlaps(found);
}

function finding(hit: Hit, within?: readonly Encoding[]): Finding {
  const { type, start, end, score, signals } = hit;
  return {
    detector: 'secret',
    type,
    start,
    end,
    score,
    signals,
    ...(within === undefined ? {} : { within }),
  };
}

/** Of findings that overlap, the surer and then the longer; a longer one that is hardly less sure takes it in. */
function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const one of ordered) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.end > last.end && one.score >= last.score)
      kept[kept.length - 1] = { ...one, start: last.start };
    else if (one.end > last.end) kept[kept.length - 1] = { ...last, end: one.end };
    else if (one.score > last.score) kept[kept.length - 1] = { ...one, start: last.start, end: last.end };
  }
  return kept;
}
