import type { DatabaseSync } from 'node:sqlite';
import {
  type Preset,
  preset as presetShape,
  type Role,
  role as roleShape,
  type Rule,
  rule as ruleShape,
} from '../../../shared/model/policy.ts';
import { fail, ok } from '../../../shared/result.ts';
import { BUILT_IN_ROLES } from '../../policy/built-in-roles.ts';
import type { RuleBook } from '../../policy/contract.ts';
import {
  type FoundRow,
  parseRecord,
  type SealedRows,
  type SealedTable,
  sealedTable,
} from '../sealed/sealed-rows.ts';

export interface RuleBookPorts {
  readonly db: DatabaseSync;
  readonly rows: SealedRows;
  readonly now: () => number;
  readonly id: () => string;
  /** Names this run; rules that were to end with an earlier one are gone. */
  readonly run: string;
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
}

/** A rule book, and whether what it was found as can be relied on. */
export interface OpenRuleBook extends RuleBook {
  /** Rules or the preset were changed or removed outside Doorward: what passed because of that must be asked for. */
  readonly distrusted: boolean;
  onChange(listener: () => void): void;
}

const MAX_RULES = 2000;
const MAX_ROLES = 200;
const USES_EVERY_MS = 60_000;
const PRESET = ['preset'];

/**
 * Opens the rules, roles and preset of a profile. Attack: delete the row of a rule that blocks, or of *Strict*. What
 * is missing cannot be known any more, so the strictest preset is taken where that of the person does not count, and
 * the caller is told to ask about everything. What does not count is thrown away, so that a person who has looked has
 * peace; unless it only seems so because the key is not at hand.
 */
export function openRuleBook({ db, rows, now, id, run, locked }: RuleBookPorts): OpenRuleBook {
  const choices = sealedTable('choices');
  const ruleTable = sealedTable('rules');
  const roleTable = sealedTable('roles');
  const listeners: (() => void)[] = [];
  const rules = new Map<string, Rule>();
  const roles = new Map<string, Role>();
  const uses = new Map<string, { uses: number; at: number; written: number }>();
  let version = 1;
  let distrusted = rows.anyMissing(ruleTable) || rows.anyMissing(roleTable);

  const discard = (table: SealedTable, row: FoundRow): void => {
    distrusted = true;
    if (!locked) rows.remove(table, row.keys);
  };
  for (const row of rows.load(ruleTable)) {
    const parsed = row.counts ? parseRecord(ruleShape, row.values[0]) : undefined;
    if (parsed === undefined) discard(ruleTable, row);
    else if (parsed.run === undefined || parsed.run === run) rules.set(parsed.id, parsed);
    else rows.remove(ruleTable, [parsed.id]);
  }
  for (const row of rows.load(roleTable)) {
    const parsed = row.counts ? parseRecord(roleShape, row.values[0]) : undefined;
    if (parsed === undefined) discard(roleTable, row);
    else roles.set(parsed.id, parsed);
  }
  const presetRow = rows.load(choices).find((row) => row.keys[0] === PRESET[0]);
  const presetGone = presetRow === undefined && rows.missing(choices, PRESET);
  const kept = presetRow?.counts === true ? parseRecord(presetShape, presetRow.values[0]) : undefined;
  const presetBad = presetGone || (presetRow !== undefined && kept === undefined);
  if (presetBad) distrusted = true;
  let preset: Preset = kept ?? (presetBad ? 'strict' : 'guarded');
  // Kept at once: its absence would look as if it were meant after the next thing that is written.
  if (presetBad && !locked) rows.put(choices, PRESET, [JSON.stringify(preset)]);
  for (const row of db.prepare('SELECT rule, uses, at FROM uses').all())
    uses.set(String(row['rule']), {
      uses: Number(row['uses']),
      at: Number(row['at']),
      written: Number(row['at']),
    });

  const changed = (): void => {
    version++;
    for (const listener of listeners) listener();
  };
  const builtIn = new Map(BUILT_IN_ROLES.map((one) => [one.id, one]));
  /** Expired ones say nothing any more, and a person need not read them. */
  const sweep = (): void => {
    for (const { id: old, expiresAt } of rules.values())
      if (expiresAt !== undefined && expiresAt <= now()) drop(old);
  };
  const drop = (old: string): void => {
    // In memory is what is on disk: what refuses must not be gone because the disk would not take that it goes.
    rows.remove(ruleTable, [old]);
    rules.delete(old);
    uses.delete(old);
    note(() => db.prepare('DELETE FROM uses WHERE rule = ?').run(old));
  };
  /** How often a rule was used is worth no call: what the disk refuses is for the log of calls to say. */
  const note = (write: () => void): void => {
    try {
      write();
    } catch {
      // It is counted in memory, and written with a later one.
    }
  };

  return {
    distrusted,
    get version() {
      return version;
    },
    onChange: (listener) => void listeners.push(listener),
    rules: () => [...rules.values()],
    roles: () => [...[...builtIn.values()].filter((one) => !roles.has(one.id)), ...roles.values()],
    preset: () => preset,
    add(body, about) {
      sweep();
      if (rules.size >= MAX_RULES)
        return fail('full', `There are ${MAX_RULES} rules already. Remove some first.`);
      if (body.expiresAt !== undefined && body.expiresAt <= now())
        return fail('usage', 'This rule would have ended before it began. Give a later time.');
      const made: Rule = { ...body, id: id(), createdAt: now(), ...about };
      rows.put(ruleTable, [made.id], [JSON.stringify(made)]);
      rules.set(made.id, made);
      changed();
      return ok(made);
    },
    remove(old) {
      const found = rules.get(old);
      if (found === undefined) return fail('unknown', `There is no rule "${old.slice(0, 64)}".`);
      drop(old);
      changed();
      return ok(found);
    },
    used(rule, at) {
      if (!rules.has(rule)) return;
      const was = uses.get(rule) ?? { uses: 0, at: 0, written: 0 };
      const next = { uses: was.uses + 1, at, written: was.written };
      uses.set(rule, next);
      if (at - was.written < USES_EVERY_MS) return;
      next.written = at;
      note(() =>
        db
          .prepare(
            'INSERT INTO uses(rule, uses, at) VALUES(?, ?, ?) ON CONFLICT(rule) DO UPDATE SET uses = excluded.uses, at = excluded.at',
          )
          .run(rule, next.uses, at),
      );
    },
    usage(rule) {
      const found = uses.get(rule);
      return { uses: found?.uses ?? 0, lastUsedAt: found?.at };
    },
    setPreset(next) {
      rows.put(choices, PRESET, [JSON.stringify(next)]);
      preset = next;
      changed();
    },
    putRole(next) {
      if (!roles.has(next.id) && roles.size >= MAX_ROLES)
        return fail('full', `There are ${MAX_ROLES} roles already. Remove some first.`);
      rows.put(roleTable, [next.id], [JSON.stringify(next)]);
      roles.set(next.id, next);
      changed();
      return ok(next);
    },
    removeRole(old) {
      const found = roles.get(old);
      if (found === undefined)
        return builtIn.has(old)
          ? fail('refused', `The role "${old}" comes with Doorward and stays.`)
          : fail('unknown', `There is no role "${old.slice(0, 64)}".`);
      rows.remove(roleTable, [old]);
      roles.delete(old);
      changed();
      return ok(found);
    },
  };
}
