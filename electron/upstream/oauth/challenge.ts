/** What a refused request tells of how to sign in (RFC 6750, RFC 9728). Every text is the server's own. */
export interface Challenge {
  readonly resourceMetadata?: string;
  readonly scopes: readonly string[];
  readonly error?: string;
}

type Header = string | readonly string[] | undefined;

const MAX_SCOPES = 100;
const MAX_SCOPE_CHARS = 200;
/** RFC 6749, scope-token. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]/;

/**
 * The Bearer challenge among the `WWW-Authenticate` headers of an answer; undefined when there is none. Parameters of
 * other schemes are not taken for its own, and neither is a name that only ends like the one that is looked for.
 */
export function bearerChallenge(header: Header): Challenge | undefined {
  const values = typeof header === 'string' ? [header] : (header ?? []);
  for (const { scheme, params } of values.flatMap(challengesIn)) {
    if (scheme !== 'bearer') continue;
    const resourceMetadata = params.get('resource_metadata');
    const error = params.get('error');
    return {
      scopes: scopesIn(params.get('scope')),
      ...(resourceMetadata === undefined ? {} : { resourceMetadata }),
      ...(error === undefined ? {} : { error }),
    };
  }
  return undefined;
}

/** The scopes in a space-separated text, each once, in their order; what is no scope is left out. */
export function scopesIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  return onlyScopes(text.split(' '));
}

/** The scopes among these, each once, bounded in number and length. */
export function onlyScopes(all: readonly string[]): string[] {
  const good = all.filter((scope) => scope.length <= MAX_SCOPE_CHARS && SCOPE.test(scope));
  return [...new Set(good)].slice(0, MAX_SCOPES);
}

interface OneChallenge {
  readonly scheme: string;
  readonly params: Map<string, string>;
}

/** Reads a header by RFC 9110 §11.6.1 in one pass; what does not fit the grammar ends the reading. Names in lower case. */
export function challengesIn(value: string): OneChallenge[] {
  const found: OneChallenge[] = [];
  let at = 0;
  const spaces = (also = ''): void => {
    while (at < value.length && (value[at] === ' ' || value[at] === '\t' || value[at] === also)) at++;
  };
  const token = (): string => {
    const start = at;
    while (at < value.length && TOKEN.test(value[at] ?? '')) at++;
    return value.slice(start, at);
  };
  for (;;) {
    spaces(',');
    const name = token().toLowerCase();
    if (name === '') return found;
    spaces();
    const last = found.at(-1);
    if (value[at] !== '=') {
      found.push({ scheme: name, params: new Map() });
      skipToken68();
      continue;
    }
    at++;
    spaces();
    const text = value[at] === '"' ? quoted() : token();
    if (text === undefined || last === undefined) return found;
    // The first one counts: a second one of the same name is a mistake or a trick.
    if (!last.params.has(name)) last.params.set(name, text);
  }

  /** Credentials-like text behind a scheme, such as `Negotiate YII=`, is of no use here. */
  function skipToken68(): void {
    const rest = /^[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/.exec(value.slice(at, at + 8192));
    if (rest !== null) at += rest[0].length;
  }

  function quoted(): string | undefined {
    let text = '';
    for (at++; at < value.length; at++) {
      const char = value[at];
      if (char === '"') {
        at++;
        return text;
      }
      if (char === '\\') at++;
      text += value[at] ?? '';
    }
    return undefined;
  }
}
