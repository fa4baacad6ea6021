import type { Place } from '../decode/part.ts';

// Markdown and HTML that carries data out when it is shown (attack 14): an image or link whose address has a hole for
// data, and instructions to build one.

export interface Leak extends Place {
  readonly weight: number;
  readonly why: 'hole' | 'build';
}

/** Holes for data in an address: {DATA}, ${x}, <summary …>, [DATA], %7Bx%7D, {{x}}, and a query that ends in "=". */
const HOLE =
  /[?&/#;=][^\s"'<>()]{0,200}?(?:=|\/|\?)(?:\$?\{{1,2}[^{}\s][^{}\n]{0,80}\}{1,2}|<[^<>\n]{2,120}>|\[[A-Za-z][^\]\n]{1,60}\]|%7B[^%\s]{1,40}%7D|%5B[^%\s]{1,40}%5D|\$[A-Za-z_]{3,30}\b|(?:INSERT|REPLACE|YOUR|DATA|SECRET|CONTENT|BASE64)[A-Z_]{0,30}\b)/;
const IMAGE = /!\[[^\]\n]{0,200}\]\(\s{0,3}|<img\b[^>\n]{0,120}?\bsrc\s?=\s?["']?/i;
const BUILD =
  /\b(?:render|show|display|print|include|embed|add|append|put|insert|encode|concatenate|load|fetch|open|visit|create|generate|output|write)\b/i;
const DATA =
  /\b(?:conversation|summary|chat|previous message|user(?:'s)? (?:message|data|name|email|question)|history|api key|passwords?|secrets?|tokens?|environment variables?|credentials?|data (?:above|found)|url[- ]encoded|base64|contents? of|text of|values? of|your (?:instructions|prompt|answer)|session|everything)\b/i;
const AROUND = 300;
/** More addresses with something in them are left, and said. */
const MOST = 50_000;
/** Looking for what uses an address goes through the whole text. */
const MOST_REFERENCES = 40;

/** Every address that would carry data out. Looks at a bounded window behind each "://". */
export function leaksIn(text: string): { leaks: Leak[]; complete: boolean } {
  const leaks: Leak[] = [];
  let looked = 0;
  let quiet = 0;
  let seen = 0;
  let references = 0;
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    if (at < quiet) continue;
    seen = lookAhead(text, Math.max(at + 3, seen), at + 300);
    if (!HOLES.has(text.charCodeAt(seen))) continue;
    if (++looked > MOST) return { leaks, complete: false };
    const from = Math.max(0, at - 160);
    const ahead = text.slice(from, at);
    const address = addressAt(text, at);
    const reference = referenceOf(ahead);
    const used = reference !== undefined && ++references <= MOST_REFERENCES && isUsed(text, reference);
    const image = used || IMAGE.test(ahead.slice(-140));
    const link = /\]\(\s{0,3}https?$/i.test(ahead);
    const hole = HOLE.test(address);
    const around = text.slice(Math.max(0, at - AROUND), Math.min(text.length, at + address.length + AROUND));
    const speaks = DATA.test(withoutAddress(around, address));
    const builds = BUILD.test(around);
    const weight = weigh(image, link, hole, speaks, builds, address);
    if (weight > 0) {
      leaks.push({
        start: at - schemeLength(ahead),
        end: Math.min(text.length, at + address.length),
        weight,
        why: hole ? 'hole' : 'build',
      });
      quiet = at + address.length;
    }
  }
  return { leaks, complete: true };
}

/** What a query or a hole has: an address without it is an ordinary one. */
const HOLES = new Set(Array.from('={<[$%', (c) => c.charCodeAt(0)));

/** Where the address, looked at from `from` on, has one of them or ends; nothing is looked at again for the next one. */
function lookAhead(text: string, from: number, stop: number): number {
  let i = from;
  for (; i < text.length && i < stop; i++) {
    const c = text.charCodeAt(i);
    if (HOLES.has(c) || c <= 32 || c === 41 || c === 34 || c === 39) return i;
  }
  return i;
}

/** An address as far as it may go, holes with spaces in them included. */
function addressAt(text: string, at: number): string {
  const slice = text.slice(at, at + 400);
  const end = /[\s"')](?![^<>{}[\]\n]{0,100}[>}\]])|\n/.exec(slice);
  return end === null ? slice : slice.slice(0, end.index);
}

/** The name of an address given apart from the image that uses it: `![][ref]` … `[ref]: https://…`. */
function referenceOf(ahead: string): string | undefined {
  return /(?:^|\n) {0,3}\[([^\]\n]{1,60})\]:\s{0,3}<?https?$/i.exec(ahead)?.[1];
}

function isUsed(text: string, name: string): boolean {
  return text.includes(`][${name}]`) || text.includes(`![${name}]`);
}

function schemeLength(ahead: string): number {
  return /[a-z]{2,10}$/i.exec(ahead)?.[0].length ?? 0;
}

function withoutAddress(around: string, address: string): string {
  return around.replace(address, ' ');
}

function weigh(
  image: boolean,
  link: boolean,
  hole: boolean,
  speaks: boolean,
  builds: boolean,
  address: string,
): number {
  const named = DATA.test(address.replaceAll(/[_+%-]/g, ' '));
  if (hole && image) return 5.5;
  if (hole && link && (named || speaks)) return 5.5;
  if (hole && named && speaks && builds) return 4;
  if (/[?&][\w-]{1,20}=$/.test(address) && speaks && builds) return 5;
  if (image && speaks && builds && /[?&][\w-]{1,20}=/.test(address)) return 2;
  return 0;
}
