import { createHmac } from 'node:crypto';
import { formsOf } from '../../log/secret-forms.ts';
import { createMatcher, type Matcher } from '../../log/secret-matcher.ts';

/** A value that tokens stand for. */
export interface Kept {
  readonly type: string;
  readonly value: string;
  /** Where it came from (ids of servers, or of the AI app): where it may be put back hangs on it. */
  readonly origins: ReadonlySet<string>;
}

/** What is hidden in one session. In memory alone: nothing of it is ever written. */
export interface MaskSession {
  /** A token for a value, the same for the same; undefined when the session keeps no more: then it is to be hashed. */
  token(type: string, value: string, origin: string): string | undefined;
  /** What a token stands for; undefined: it is none of this session. */
  kept(token: string): Kept | undefined;
  /** A text in place of a value that is the same for the same value, and says nothing about it. */
  digest(type: string, value: string): string;
  /** Remembers a value that was hidden, so that it is found in its other forms. */
  know(value: string, hidden: Hidden): void;
  /** Finds known values as they stand, percent-encoded and in base64, and says how they are hidden. */
  readonly known: Matcher;
  hiddenBy(form: string): Hidden | undefined;
}

/** How a value was hidden. */
export interface Hidden {
  readonly type: string;
  readonly way: 'remove' | 'partial' | 'hash' | 'reversible';
  readonly replacement?: string;
}

/** `[[dw:email:7f3a…]]`: nothing in it needs an escape in JSON. */
export const TOKEN = /\[\[dw:[a-z0-9-]{1,32}:[0-9a-f]{24}\]\]/g;
const DIGITS = 24;
const MOST_KEPT = 100_000;
const MOST_KNOWN = 1_000;

export interface MaskSessionPorts {
  /** 32 bytes of chance. */
  readonly key: Buffer;
}

/** Begins a session. Tokens are made with a key of its own: those of another session, or invented ones, are nothing here. */
export function createMaskSession({ key }: MaskSessionPorts): MaskSession {
  const kept = new Map<string, { type: string; value: string; origins: Set<string> }>();
  const known = new Map<string, Hidden>();
  const values = new Set<string>();
  let matcher: Matcher | undefined = createMatcher([]);
  const mac = (type: string, value: string): string =>
    createHmac('sha256', key).update(`${type}\u0000${value}`).digest('hex').slice(0, DIGITS);
  return {
    token(type, value, origin) {
      const token = `[[dw:${slug(type)}:${mac(type, value)}]]`;
      const before = kept.get(token);
      if (before !== undefined) {
        // Two values never share a token, whatever chance says.
        if (before.value !== value) return undefined;
        before.origins.add(origin);
        return token;
      }
      if (kept.size >= MOST_KEPT) return undefined;
      kept.set(token, { type, value, origins: new Set([origin]) });
      return token;
    },
    kept: (token) => kept.get(token),
    digest: (type, value) => `[${slug(type)}:${mac(type, value).slice(0, 12)}]`,
    know(value, hidden) {
      if (values.has(value)) return;
      if (values.size >= MOST_KNOWN) {
        values.clear();
        known.clear();
      }
      values.add(value);
      for (const form of formsOf(value)) if (!known.has(form)) known.set(form, hidden);
      matcher = undefined;
    },
    get known() {
      matcher ??= createMatcher([...known.keys()]);
      return matcher;
    },
    hiddenBy: (form) => known.get(form),
  };
}

/** The type in a token: what may stand there without an escape anywhere. */
export function slug(type: string): string {
  const plain = type
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32);
  return plain === '' ? 'value' : plain;
}
