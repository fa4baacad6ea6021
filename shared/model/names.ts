/** How a name looks, and the sentence for one that does not look like that. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly sentence: string;
}

/** The name of a server: the prefix of its tools and part of its address. */
export const SERVER_NAME: NameRule = {
  pattern: /^[a-z0-9-]{1,20}$/,
  sentence: 'A server name has 1 to 20 of the characters a-z, 0-9 and "-".',
};

/** The name of a secret, as servers refer to it: `vault:NAME`. */
export const SECRET_NAME: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  sentence:
    'The name of a secret has 1 to 64 letters, digits, ".", "_" and "-", and begins with a letter or digit.',
};

export const MASK_NAME: NameRule = {
  pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u,
  sentence:
    'A name has up to 64 letters, digits, spaces, dots and hyphens, and begins with a letter or digit.',
};

export const CANARY_NAME: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/,
  sentence: 'A name has up to 40 letters, digits, spaces, dots and hyphens.',
};

/** The name of a destination of the log, as people and the command line know it. */
export const DESTINATION_NAME: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/,
  sentence:
    'The name of a destination has 1 to 40 letters, digits, spaces, ".", "_" and "-", and begins with a letter or digit.',
};

/** The name of a header that a person gives a destination. */
export const HEADER_NAME: NameRule = {
  pattern: /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/,
  sentence: 'This is no name of a header.',
};

/** Headers that belong to the transport, or would let a header lead elsewhere; the sentence is for these. */
export const OWN_HEADERS: NameRule = {
  pattern: /^(?:host|content-.*|transfer-encoding|connection|te|trailer|upgrade|expect|cookie|proxy-.*)$/i,
  sentence: 'This header cannot be set.',
};

/** What stands in a header: a name of the vault, never a secret itself. */
export const HEADER_VALUE: NameRule = {
  pattern:
    /^(?:vault:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|(?:[A-Za-z]{1,10} )?\$\{vault:[A-Za-z0-9][A-Za-z0-9._-]{0,63}\})$/,
  sentence: 'The value of a header is in the vault: write vault:NAME or "Bearer ${vault:NAME}".',
};

/** Whether a text is such a name. */
export const isNamed = ({ pattern }: NameRule, text: string): boolean => pattern.test(text);

/** What is wrong with a text as such a name, in a sentence; undefined when nothing is. */
export const nameTrouble = (rule: NameRule, text: string): string | undefined =>
  isNamed(rule, text) ? undefined : rule.sentence;
