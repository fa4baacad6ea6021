import { domainToASCII } from 'node:url';

const ADDRESS = /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+$/u;

/** An address in one spelling: NFC, case of no account, the domain in ASCII. */
export function spelledRecipient(text: string): string {
  const plain = text.trim().normalize('NFC');
  if (!ADDRESS.test(plain)) return plain;
  const at = plain.lastIndexOf('@');
  const domain = domainToASCII(plain.slice(at + 1)) || plain.slice(at + 1);
  return `${plain.slice(0, at)}@${domain}`.toLowerCase();
}

/**
 * Everybody a text names, when there is one way to read it: an address, `Name <address>`, several of them with commas
 * or semicolons between; anything without an "@" is one as it is. Undefined otherwise (quoting, comments, groups).
 */
export function plainRecipients(text: string): readonly string[] | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return undefined;
  const plain = text.replace(/^mailto:(?=[^?]*$)/i, '');
  if (!plain.includes('@')) return [spelledRecipient(plain)];
  const all: string[] = [];
  for (const part of plain.split(/[,;]/)) {
    const named = /^[^<>"\\@()]*<([^<>]*)>\s*$/.exec(part);
    const address = (named?.[1] ?? part).trim();
    // "@here" and handles are no addresses, and stand alone.
    if (!ADDRESS.test(address) && (all.length > 0 || plain !== part)) return undefined;
    if (!ADDRESS.test(address) && !/^@[\p{L}\p{N}_.-]+$/u.test(address)) return undefined;
    all.push(spelledRecipient(address));
  }
  return all;
}

/** Everything in a text that may be somebody. */
export function maybeRecipients(text: string): readonly string[] {
  const parts = [text, ...text.split(/[\s,;<>"'():?=&[\]]+/)].filter((part) => part !== '');
  return parts.flatMap((part) => {
    const pieces = part.split('@');
    if (pieces.length <= 2) return [spelledRecipient(part)];
    return [part, ...pieces.slice(1).map((piece, n) => `${pieces[n]}@${piece}`)].map(spelledRecipient);
  });
}

/** What recipients a pattern covers: `bob@example.com`, `*@example.com`, or any other address as it is. */
export function compileRecipient(pattern: string): ((spelled: string) => boolean) | undefined {
  if (pattern.startsWith('*@')) {
    const any = spelledRecipient(`x@${pattern.slice(2)}`);
    if (!ADDRESS.test(any) || any.includes('*')) return undefined;
    const domain = any.slice(1);
    return (spelled) => spelled.endsWith(domain) && spelled.indexOf('@') === spelled.length - domain.length;
  }
  const wanted = spelledRecipient(pattern);
  return wanted === '' ? undefined : (spelled) => spelled === wanted;
}
