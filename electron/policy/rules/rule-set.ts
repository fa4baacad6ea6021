import type { CallContext } from '../call-context.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { RuleGroup } from './rule-group.ts';

const MAX_GROUPS = 2000;

/** A rule that fits a call, and the arguments that made it fit. */
export interface Fitting {
  readonly rule: CompiledRule;
  readonly marked: readonly string[];
}

/**
 * Rules in the order in which they count, ready for looking up: those that can be about one thing of one server for
 * one AI app are gathered once, the first time it is called.
 */
export class RuleSet {
  readonly #byServer = new Map<string, CompiledRule[]>();
  readonly #anyServer: CompiledRule[] = [];
  readonly #groups = new Map<string, Map<string, RuleGroup>>();
  readonly #order: (a: CompiledRule, b: CompiledRule) => number;
  #kept = 0;

  constructor(rules: readonly CompiledRule[], order: (a: CompiledRule, b: CompiledRule) => number) {
    this.#order = order;
    for (const rule of rules) {
      const { server } = rule.rule;
      const there = server === undefined ? this.#anyServer : this.#byServer.get(server);
      if (there !== undefined) there.push(rule);
      else if (server !== undefined) this.#byServer.set(server, [rule]);
    }
  }

  /** The first rule that fits. `skip`: rules that do not count this time. */
  first(call: CallContext, skip?: (rule: CompiledRule) => boolean): Fitting | undefined {
    return this.#groupFor(call).first(call, skip);
  }

  /** Every rule that fits, in order. */
  all(call: CallContext): readonly Fitting[] {
    return this.#groupFor(call).all(call);
  }

  #groupFor(call: CallContext): RuleGroup {
    const { server, name, client } = call.facts;
    const whose = `${client.id}\n${server}`;
    let byName = this.#groups.get(whose);
    let group = byName?.get(name);
    if (group !== undefined) return group;
    // Names come from servers and AI apps: a flood of them must not fill the memory.
    if (this.#kept >= MAX_GROUPS) {
      this.#groups.clear();
      this.#kept = 0;
      byName = undefined;
    }
    const about = [...this.#anyServer, ...(this.#byServer.get(server) ?? [])];
    const exact = name.normalize('NFC');
    group = new RuleGroup(
      about
        .filter(({ rule }) => rule.client === undefined || rule.client === client.id)
        .filter((rule) => (rule.name.exact === undefined ? rule.name.fits(name) : rule.name.exact === exact))
        .sort(this.#order),
    );
    if (byName === undefined) this.#groups.set(whose, (byName = new Map<string, RuleGroup>()));
    byName.set(name, group);
    this.#kept++;
    return group;
  }
}
