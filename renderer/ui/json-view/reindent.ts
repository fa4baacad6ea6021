/** A piece of one line of JSON. */
export interface Token {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'mark' | 'raw';
  readonly text: string;
}
export interface Line {
  readonly indent: number;
  readonly tokens: readonly Token[];
}
export interface Reindented {
  readonly lines: readonly Line[];
  /** The text is JSON, as far as it goes: it may end early. */
  readonly ok: boolean;
  /** It is JSON to its end. */
  readonly complete: boolean;
}

/** What may stand next: `first` is a value or the end of an array, `firstKey` a key or the end of an object. */
type Expect = 'value' | 'first' | 'firstKey' | 'key' | 'colon' | 'next' | 'done';

const SPACE = /[ \t\r\n]*/y;
// oxlint-disable-next-line no-control-regex -- A string of JSON holds none of them.
const STRING = /"(?:[^"\\\u0000-\u001F]|\\.)*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/**
 * Lays JSON out in lines, token by token. No value is ever read as a number or a string, so `1e400` and `2^60 + 1`
 * stay as they were sent. Linear, and as deep as the text is: nothing recurses.
 */
export function reindent(text: string): Reindented {
  const lines: Line[] = [];
  const closers: string[] = [];
  let tokens: Token[] = [];
  let at = 0;
  let level = 0;
  let expect = 'value' as Expect;
  const push = (kind: Token['kind'], piece: string): void => {
    tokens.push({ kind, text: piece });
  };
  const wrap = (): void => {
    if (tokens.length > 0) lines.push({ indent: level, tokens });
    tokens = [];
  };
  const sticky = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const after = (): void => {
    expect = closers.length === 0 ? 'done' : 'next';
  };
  const close = (): void => {
    const empty = expect === 'first' || expect === 'firstKey';
    if (empty) lines.pop();
    else wrap();
    level -= 1;
    if (empty) tokens = opened.pop() ?? [];
    else opened.pop();
    push('mark', closers.pop() ?? '');
    after();
  };
  /** The lines on which something was opened, so that an empty `{}` stays on its own. */
  const opened: Token[][] = [];
  const stop = (): Reindented => {
    if (at < text.length) push('raw', text.slice(at));
    wrap();
    return { lines, ok: at >= text.length, complete: expect === 'done' && at >= text.length };
  };

  for (;;) {
    at += sticky(SPACE)?.length ?? 0;
    const char = text[at];
    if (char === undefined) return stop();
    if (expect === 'done') return stop();
    if (char === closers.at(-1) && expect !== 'value' && expect !== 'key' && expect !== 'colon') {
      at += 1;
      close();
    } else if (expect === 'next') {
      if (char !== ',') return stop();
      at += 1;
      push('mark', ',');
      wrap();
      expect = closers.at(-1) === '}' ? 'key' : 'value';
    } else if (expect === 'colon') {
      if (char !== ':') return stop();
      at += 1;
      push('mark', ': ');
      expect = 'value';
    } else if (expect === 'firstKey' || expect === 'key') {
      const key = char === '"' ? sticky(STRING) : undefined;
      if (key === undefined) return stop();
      at += key.length;
      push('key', key);
      expect = 'colon';
    } else if (char === '{' || char === '[') {
      at += 1;
      push('mark', char);
      opened.push(tokens);
      wrap();
      level += 1;
      closers.push(char === '{' ? '}' : ']');
      expect = char === '{' ? 'firstKey' : 'first';
    } else {
      const kind = char === '"' ? 'string' : /[-0-9]/.test(char) ? 'number' : 'word';
      const value = sticky({ string: STRING, number: NUMBER, word: WORD }[kind]);
      if (value === undefined) return stop();
      at += value.length;
      push(kind, value);
      after();
    }
  }
}
