import { createHmac } from 'node:crypto';
import { KnownValues } from './known-values.ts';

/** A value that a token stands for. */
export interface Kept {
  readonly type: string;
  readonly value: string;
  /** Where it came from (id of a server, or of the AI app): where it may be put back hangs on it. */
  readonly origin: string;
}

/** What is hidden in one session. In memory alone: nothing of it is ever written. */
export interface MaskSession {
  /**
   * A token for a value from somewhere, the same for the same. What comes from elsewhere has another one: a server that
   * answers all values there are learns no other server's by it. Undefined: it is too long to be kept, and to be hashed.
   */
  token(type: string, value: string, origin: string): string | undefined;
  /** What a token stands for; undefined: it is none of this session, or the session has forgotten it. */
  kept(token: string): Kept | undefined;
  /** Whether there are any tokens. */
  readonly hasTokens: boolean;
  /** A text in place of a value that is the same for the same value, and says nothing about it. */
  digest(type: string, value: string): string;
  /** Values that were hidden, to find them in their other forms. */
  readonly known: KnownValues;
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
/** Of one origin, so that a server that makes up values takes no other's place; the oldest go first. */
const MOST_KEPT = 20_000;
const MOST_CHARACTERS = 16 * 1024 * 1024;

export interface MaskSessionPorts {
  /** 32 bytes of chance. */
  readonly key: Buffer;
}

interface FromOne {
  /** The one that was used last is the last. */
  readonly tokens: Map<string, Kept>;
  /** The tokens of values, so that one that comes again costs no digest. */
  readonly byValue: Map<string, string>;
  characters: number;
}

/** Begins a session. Tokens are made with a key of its own: those of another session, or invented ones, are nothing here. */
export function createMaskSession({ key }: MaskSessionPorts): MaskSession {
  const origins = new Map<string, FromOne>();
  const mac = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  return {
    token(type, value, origin) {
      if (value.length > MOST_CHARACTERS) return undefined;
      let from = origins.get(origin);
      if (from === undefined)
        origins.set(origin, (from = { tokens: new Map(), byValue: new Map(), characters: 0 }));
      const { tokens, byValue } = from;
      const name = nameOf(type, value);
      const before = byValue.get(name);
      if (before !== undefined) {
        const kept = tokens.get(before) as Kept;
        tokens.delete(before);
        tokens.set(before, kept);
        return before;
      }
      const token = `[[dw:${slug(type)}:${mac(`t\u0000${type}\u0000${origin}\u0000${value}`).slice(0, DIGITS)}]]`;
      // Two values never share a token, whatever chance says.
      if (tokens.has(token)) return undefined;
      tokens.set(token, { type, value, origin });
      byValue.set(name, token);
      from.characters += value.length;
      for (const [oldest, gone] of tokens) {
        if (tokens.size <= MOST_KEPT && from.characters <= MOST_CHARACTERS) break;
        tokens.delete(oldest);
        byValue.delete(nameOf(gone.type, gone.value));
        from.characters -= gone.value.length;
      }
      return token;
    },
    kept(token) {
      for (const { tokens } of origins.values()) {
        const kept = tokens.get(token);
        if (kept !== undefined) return kept;
      }
      return undefined;
    },
    get hasTokens() {
      return origins.size > 0;
    },
    digest: (type, value) => `[${slug(type)}:${mac(`d\u0000${type}\u0000${value}`).slice(0, 12)}]`,
    known: new KnownValues(),
  };
}

const nameOf = (type: string, value: string): string => `${type}\u0000${value}`;

/** The type in a token: what may stand there without an escape anywhere. */
export function slug(type: string): string {
  const plain = type
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32);
  return plain === '' ? 'value' : plain;
}
