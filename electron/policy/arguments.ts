import { hash } from 'node:crypto';
import { canonicalForm } from '../catalog/pins/canonical.ts';
import { isList, isNumber, isObject, type Json, pointerStep, readTree } from '../catalog/pins/tree.ts';

/** What a pointer leads to. */
export interface Found {
  /** JSON pointer without `*`. */
  readonly pointer: string;
  readonly value: Json;
}

/**
 * `values`: what is there. `blocked`: on the way there is something of another shape (a text where a list was
 * expected), which a server may read in its own way. `more`: there are more values than are looked at.
 */
export interface Values {
  readonly values: readonly Found[];
  readonly blocked: readonly Found[];
  readonly more: boolean;
}

const NONE: Values = { values: [], blocked: [], more: false };
const MAX_VALUES = 10_000;
const NO_ARGUMENTS = Buffer.from('{}');

/** The arguments of one call, read when somebody asks, once, and only if there is one way to read them. */
export class CallArguments {
  readonly #bytes: Buffer | undefined;
  readonly #found = new Map<string, Values>();
  #form: Buffer | undefined;
  #readable: boolean | undefined;
  #tree: Json | undefined;
  #digest: string | undefined;

  constructor(bytes: Buffer | undefined) {
    this.#bytes = bytes;
  }

  /** False: duplicate keys, nested too deep, no JSON; two readers may see two different calls in it. */
  get readable(): boolean {
    if (this.#readable !== undefined) return this.#readable;
    if (this.#bytes === undefined) return (this.#readable = true);
    const form = canonicalForm(this.#bytes);
    if (form.ok) this.#form = form.value;
    return (this.#readable = form.ok);
  }

  /** The whole; undefined when there are no arguments or they cannot be read. */
  get tree(): Json | undefined {
    if (this.#tree === undefined && this.readable && this.#form !== undefined)
      this.#tree = readTree(this.#form);
    return this.#tree;
  }

  /** SHA-256 of the canonical form, of `{}` where there are none; undefined when they cannot be read. */
  get digest(): string | undefined {
    if (this.#digest === undefined && this.readable)
      this.#digest = hash('sha256', this.#form ?? NO_ARGUMENTS, 'hex');
    return this.#digest;
  }

  at(pointer: string): Values {
    let known = this.#found.get(pointer);
    if (known === undefined) {
      const steps = keptSteps(pointer);
      known = steps === undefined || this.tree === undefined ? NONE : valuesAt(this.tree, steps);
      this.#found.set(pointer, known);
    }
    return known;
  }
}

const kept = new Map<string, readonly string[] | undefined>();
const MAX_KEPT = 2000;

function keptSteps(pointer: string): readonly string[] | undefined {
  let steps = kept.get(pointer);
  if (steps === undefined) {
    steps = pointerSteps(pointer);
    // Pointers come from schemas of servers, so there may be any number of them.
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(pointer, steps);
  }
  return steps;
}

/** The steps of a JSON pointer; undefined when it is none. */
export function pointerSteps(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows the steps; `*` is each element of a list and each member of an object. */
export function valuesAt(tree: Json, steps: readonly string[]): Values {
  const values: Found[] = [];
  const blocked: Found[] = [];
  const walk = (value: Json, pointer: string, n: number): void => {
    if (values.length + blocked.length > MAX_VALUES) return;
    const step = steps[n];
    if (step === undefined) {
      values.push({ pointer, value });
      return;
    }
    if (value === null) return;
    if (isObject(value)) {
      if (step === '*')
        for (const [key, member] of value) walk(member, `${pointer}/${pointerStep(key)}`, n + 1);
      else {
        const member = value.get(step);
        if (member !== undefined) walk(member, `${pointer}/${pointerStep(step)}`, n + 1);
      }
    } else if (isList(value) && (step === '*' || /^(?:0|[1-9]\d*)$/.test(step))) {
      if (step === '*') value.forEach((element, index) => walk(element, `${pointer}/${index}`, n + 1));
      else if (value[Number(step)] !== undefined)
        walk(value[Number(step)] as Json, `${pointer}/${step}`, n + 1);
    } else blocked.push({ pointer, value });
  };
  walk(tree, '', 0);
  return { values, blocked, more: values.length + blocked.length > MAX_VALUES };
}

/** The texts in a value, at any depth; numbers and truth values as they are written. At most 10,000. */
export function textsIn(value: Json): readonly string[] {
  const texts: string[] = [];
  const walk = (part: Json): void => {
    if (texts.length >= MAX_VALUES || part === null) return;
    if (typeof part === 'string') texts.push(part);
    else if (typeof part === 'boolean') texts.push(String(part));
    else if (isNumber(part)) texts.push(part.number);
    else if (isList(part)) part.forEach(walk);
    else if (isObject(part)) for (const member of part.values()) walk(member);
  };
  walk(value);
  return texts;
}
