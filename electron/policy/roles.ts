import type { Preset, Role, Rule } from '../../shared/model/policy.ts';
import type { Effect } from '../../shared/model/review.ts';
import { BUILT_IN_ROLES } from './built-in-roles.ts';
import { compileGlob } from './regex/glob.ts';
import { PatternFault } from './regex/parse.ts';

/** What roles show and which preset they bring, prepared. */
export interface Roles {
  seesServer(role: string, server: string): boolean;
  sees(role: string, server: string, name: string, effect: Effect): boolean;
  /** The strictest for a role that nobody knows: such an AI app is shown nothing either. */
  presetOf(role: string, chosen: Preset): Preset;
  /** The rules of all roles, as rules. */
  readonly rules: readonly Rule[];
  readonly faults: readonly string[];
}

interface Sight {
  readonly servers: ReadonlySet<string> | undefined;
  readonly names: readonly ((name: string) => boolean)[] | undefined;
  readonly effects: ReadonlySet<Effect> | undefined;
  readonly preset: Preset | undefined;
}

/** Compiles the roles; those that come with Doorward are there unless one of the same id takes their place. Never throws. */
export function compileRoles(roles: readonly Role[]): Roles {
  const sights = new Map<string, Sight>();
  const rules: Rule[] = [];
  const faults: string[] = [];
  for (const role of [...BUILT_IN_ROLES.filter(({ id }) => roles.every((one) => one.id !== id)), ...roles]) {
    // A glob that cannot be read shows nothing.
    const names = role.tools?.flatMap((glob) => {
      try {
        const fits = compileGlob(glob);
        return [(name: string): boolean => fits(name.normalize('NFC')) === true];
      } catch (error) {
        if (!(error instanceof PatternFault)) throw error;
        faults.push(`The role "${role.name}" has a name that cannot be used: ${error.message}.`);
        return [];
      }
    });
    sights.set(role.id, {
      servers: role.servers && new Set(role.servers),
      names,
      effects: role.effects && new Set(role.effects),
      preset: role.preset,
    });
    role.rules.forEach((body, n) => {
      rules.push({
        ...body,
        role: role.id,
        id: `role:${role.id}:${n + 1}`,
        origin: 'role',
        who: 'program',
        createdAt: 0,
      });
      if (body.role !== undefined && body.role !== role.id) rules.pop();
    });
  }
  const seesServer = (role: string, server: string): boolean => {
    const sight = sights.get(role);
    return sight !== undefined && (sight.servers?.has(server) ?? true);
  };
  return {
    seesServer,
    sees: (role, server, name, effect) => {
      const sight = sights.get(role);
      if (sight === undefined || !seesServer(role, server)) return false;
      if (sight.effects?.has(effect) === false) return false;
      return sight.names?.some((fits) => fits(`${server}/${name}`)) ?? true;
    },
    presetOf: (role, chosen) => {
      const sight = sights.get(role);
      return sight === undefined ? 'strict' : (sight.preset ?? chosen);
    },
    rules,
    faults,
  };
}
