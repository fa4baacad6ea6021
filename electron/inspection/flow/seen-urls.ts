import { hash } from 'node:crypto';
import { unescapeJson } from '../../log/unescape.ts';

/** Longer addresses are not remembered, and asked about. */
const LONGEST = 2048;
const MOST_IN_ANSWER = 2000;
const MOST = 4000;
/** How often addresses of one site pass because they were seen. */
const PASSES = 8;
const MOST_SITES = 1000;

const RUN = /^https?:\/\/[^\s"'<>`\\^{}|]+/;
const TRAILING = /[.,;:!?)\]*_~]+$/;
const LETTER_S = 0x73;
const COLON = 0x3a;
const HTTP = Buffer.from('http');

/**
 * Addresses that stood in answers, so that following a link is no flow of data: an agent that fetches an address which
 * it was given, letter by letter, adds nothing of its own. Kept as digests, the newest 4,000.
 *
 * Attacks: the address with data appended, in another case, with a user, a fragment, dots, tabs or escapes in it, is
 * another text and was not seen; it is the text of the argument that counts, never what a parser makes of it. A page
 * that lists an address for each letter and has the secret spelled by fetching them: addresses of one site pass eight
 * times, however often each of them, then a person is asked. A redirect is the site's own doing and knows no more than
 * the site does.
 */
export class SeenUrls {
  readonly #seen = new Set<string>();
  readonly #hosts = new Set<string>();
  readonly #passed = new Map<string, number>();

  /** Remembers the addresses in an answer. */
  see(answer: Buffer): void {
    let found = 0;
    for (let at = answer.indexOf(HTTP); at !== -1; at = answer.indexOf(HTTP, at + 4)) {
      // A word is no address: looking at one costs more than reading it.
      if (answer[answer[at + 4] === LETTER_S ? at + 5 : at + 4] !== COLON) continue;
      if (++found > MOST_IN_ANSWER) return;
      const piece = answer.toString('utf8', at, at + LONGEST + 2);
      const run = RUN.exec(piece.includes('\\') ? unescapeJson(piece).text : piece)?.[0];
      if (run === undefined || run.length > LONGEST) continue;
      const whole = run.replace(TRAILING, '');
      // Behind a link of markdown there is more text; a closing bracket may also belong to the address.
      for (const one of new Set([run, whole, run.split(/[)\]]/, 1)[0] as string])) this.#add(one);
    }
  }

  /** Whether this address stood in an answer and its site may be reached so once more; each time counts. */
  passes(url: string): boolean {
    return this.#seen.has(digestOf(url)) && this.#spend(siteOf(url));
  }

  /** The same for a bare host: that of an address that was seen. */
  hostPasses(host: string): boolean {
    return this.#hosts.has(digestOf(host)) && this.#spend(siteOfHost(host));
  }

  #add(url: string): void {
    keep(this.#seen, digestOf(url));
    const host = /^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? '';
    keep(this.#hosts, digestOf(host));
    if (url.length === url.indexOf('//') + 2 + host.length) keep(this.#seen, digestOf(`${url}/`));
  }

  #spend(site: string | undefined): boolean {
    if (site === undefined) return false;
    const times = this.#passed.get(site) ?? 0;
    if (times >= PASSES || (times === 0 && this.#passed.size >= MOST_SITES)) return false;
    this.#passed.set(site, times + 1);
    return true;
  }
}

const digestOf = (text: string): string => hash('sha256', text, 'base64').slice(0, 20);

function keep(set: Set<string>, one: string): void {
  // Put last again: what is seen often is not forgotten for what was seen once.
  set.delete(one);
  if (set.size >= MOST) set.delete(set.values().next().value as string);
  set.add(one);
}

function siteOf(url: string): string | undefined {
  return URL.canParse(url) ? siteOfHost(new URL(url).hostname) : undefined;
}

/** The last two names: where that is too little (`co.uk`), whole countries share their eight times, and people are asked. */
const siteOfHost = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.');
