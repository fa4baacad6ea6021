import type { Steps } from '../steps.ts';
import { add, type Find, SLICE } from './find-pattern.ts';

interface Node {
  readonly next: Map<string, Node>;
  back: Node | undefined;
  /** The longest word that ends here. */
  longest: number;
}

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Finds the words of a list wherever they stand as whole words, in one pass whatever the list (Aho and Corasick): no
 * letter or digit may stand right before or behind, where the word itself begins or ends with one.
 */
export function findWords(words: readonly string[], ignoreCase = false): Find {
  const fold = (c: string): string => {
    const small = ignoreCase ? c.toLowerCase() : c;
    return small.length === 1 ? small : c;
  };
  const root: Node = { next: new Map(), back: undefined, longest: 0 };
  for (const word of words) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const c = fold(word[i] as string);
      let next = node.next.get(c);
      if (next === undefined) {
        next = { next: new Map(), back: root, longest: 0 };
        node.next.set(c, next);
      }
      node = next;
    }
    node.longest = word.length;
  }
  link(root);
  const first = new Uint8Array(0x10000);
  for (let unit = 0; unit < first.length; unit++)
    if (root.next.has(fold(String.fromCharCode(unit)))) first[unit] = 1;
  const readOn = (text: string, so: Reading, stop: number): void => {
    let { node } = so;
    for (let i = so.at; i < stop; i++) {
      if (node === root && first[text.charCodeAt(i)] === 0) continue;
      const c = fold(text[i] as string);
      while (node !== root && !node.next.has(c)) node = node.back as Node;
      node = node.next.get(c) ?? root;
      // At most as many words end in one place as are held in one another.
      for (let one: Node | undefined = node; one !== undefined && one !== root; one = one.back) {
        if (one.longest === 0 || !isWhole(text, i + 1 - one.longest, i + 1)) continue;
        add(so.found, i + 1 - one.longest, i + 1);
        break;
      }
    }
    so.node = node;
    so.at = stop;
  };
  const begin = (): Reading => ({ node: root, at: 0, found: [] });
  const find = (text: string): Reading['found'] => {
    const so = begin();
    readOn(text, so, text.length);
    return so.found;
  };
  return Object.assign(find, {
    *steps(text: string): Steps<Reading['found']> {
      const so = begin();
      for (let at = 0; at < text.length; at = so.at) {
        readOn(text, so, Math.min(text.length, at + SLICE));
        yield so.at - at;
      }
      return so.found;
    },
  });
}

/** How far a text was read, and which word may be going on there. */
interface Reading {
  node: Node;
  at: number;
  readonly found: { start: number; end: number }[];
}

function link(root: Node): void {
  const queue = [...root.next.values()];
  for (let n = 0; n < queue.length; n++) {
    const node = queue[n] as Node;
    for (const [c, child] of node.next) {
      let back = node.back;
      while (back !== undefined && back !== root && !back.next.has(c)) back = back.back;
      child.back = (back ?? root).next.get(c) ?? root;
      queue.push(child);
    }
  }
}

function isWhole(text: string, start: number, end: number): boolean {
  const apart = (a: string | undefined, b: string | undefined): boolean =>
    !WORD.test(a ?? ' ') || !WORD.test(b ?? ' ');
  return apart(text[start - 1], text[start]) && apart(text[end - 1], text[end]);
}
