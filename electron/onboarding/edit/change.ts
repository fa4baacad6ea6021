import type { Result } from '../../../shared/result.ts';
import { isPlainObject, memberOf, objectOf, type Plain, type PlainObject } from './plain.ts';

/** The formats in which apps keep their settings. */
export type SettingsFormat = 'json' | 'jsonc' | 'json5' | 'toml' | 'yaml';

/**
 * Where an entry stands: in a map under its name, or in a list whose items carry it as their member `name`. `holder`
 * is the path of that map or list.
 */
export interface EntryAt {
  readonly holder: readonly string[];
  readonly name: string;
  readonly list?: boolean;
}

/** What becomes of one entry. */
export interface EntryChange {
  readonly at: EntryAt;
  /** Undefined: it is taken out. */
  readonly value: PlainObject | undefined;
  /** Text that it had in a file of the same format; taken as it is where that is possible. */
  readonly source?: string;
}

/** Replaces a part of a text. Parts overlap only where both are taken out. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A settings file, read, with the places of its parts. */
export interface SettingsDoc {
  readonly root: Plain;
  /** The splices that make these changes. Refused with a sentence: places in which no entry can stand. */
  splices(changes: readonly EntryChange[]): Result<Splice[]>;
  /** The text of an entry, as `EntryChange.source` takes it. */
  sourceOf(at: EntryAt): string | undefined;
}

/** The text with these parts replaced. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let made = '';
  let at = 0;
  for (const { start, end, text: put } of sorted) {
    if (start < at && put !== '') throw new Error('splices overlap');
    made += text.slice(at, Math.max(at, start)) + put;
    at = Math.max(at, end);
  }
  return made + text.slice(at);
}

/** The entry in the place of this name; undefined when there is none. */
export function entryIn(root: Plain, { holder, name, list }: EntryAt): Plain | undefined {
  let value: Plain | undefined = root;
  for (const part of holder) value = memberOf(value, part);
  if (list !== true) return memberOf(value, name);
  return Array.isArray(value) ? value.find((item: Plain) => memberOf(item, 'name') === name) : undefined;
}

/** What the settings must say after the changes, and nothing else. */
export function changedRoot(root: Plain, changes: readonly EntryChange[]): Plain {
  let next: Plain = isPlainObject(root) ? root : objectOf([]);
  for (const change of changes) next = withEntry(next, change.at.holder, change);
  return next;
}

/** The settings without places for entries in which there is none: whether such a place is there says nothing. */
export function withoutEmptyHolders(root: Plain, changes: readonly EntryChange[]): Plain {
  let next = root;
  for (const { at } of changes)
    for (let depth = at.holder.length; depth > 0; depth--)
      next = withoutEmpty(next, at.holder.slice(0, depth));
  return next;
}

function withoutEmpty(value: Plain, path: readonly string[]): Plain {
  const [part = '', ...rest] = path;
  const inner = memberOf(value, part);
  if (inner === undefined) return value;
  if (rest.length > 0) return withMember(value, part, withoutEmpty(inner, rest));
  const empty =
    inner === null || ((Array.isArray(inner) || isPlainObject(inner)) && Object.keys(inner).length === 0);
  return empty ? withMember(value, part, undefined) : value;
}

function withEntry(value: Plain | undefined, path: readonly string[], change: EntryChange): Plain {
  const [part, ...rest] = path;
  if (part !== undefined) {
    const inner = memberOf(value, part);
    if (inner === undefined && change.value === undefined) return value ?? objectOf([]);
    return withMember(value, part, withEntry(inner, rest, change));
  }
  const { name, list } = change.at;
  if (list !== true) return withMember(value, name, change.value);
  const items: Plain[] = Array.isArray(value) ? [...(value as Plain[])] : [];
  const at = items.findIndex((item) => memberOf(item, 'name') === name);
  const put = change.value;
  if (at === -1) return put === undefined ? items : [...items, put];
  return put === undefined ? items.toSpliced(at, 1) : items.with(at, put);
}

function withMember(value: Plain | undefined, name: string, member: Plain | undefined): PlainObject {
  const members = isPlainObject(value) ? Object.entries(value) : [];
  const at = members.findIndex(([one]) => one === name);
  if (member === undefined) return objectOf(members.filter(([one]) => one !== name));
  return objectOf(at === -1 ? [...members, [name, member]] : members.with(at, [name, member]));
}
