import { Fragment, type ReactNode } from 'react';

// Noncharacters: they cannot come from a catalogue, and a value is never searched for them.
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/**
 * Stand-ins for the named slots of a text, to be filled by `Sentence`:
 * `t('servers:removed', slots('server'))`.
 */
export function slots<N extends string>(...names: N[]): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, `${OPEN}${name}${CLOSE}`])) as Record<N, string>;
}

/** A sentence of the catalogue with elements, such as a `HostileText`, in its slots. No markup is ever parsed. */
export function Sentence({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  const pieces = text.split(OPEN).flatMap((piece, index) => {
    if (index === 0) return [piece];
    const end = piece.indexOf(CLOSE);
    return [parts[piece.slice(0, end)], piece.slice(end + 1)];
  });
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}
