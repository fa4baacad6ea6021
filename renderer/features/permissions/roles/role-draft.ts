import type { BridgeInput } from '../../../../shared/ipc/window.ts';
import type { Preset, Role, RuleBody } from '../../../../shared/model/policy.ts';
import type { Effect } from '../../../../shared/model/review.ts';
import { RULE_BOUNDS } from '../../../../shared/model/rule-bounds.ts';

/** A role as far as a person has made it. */
export interface RoleDraft {
  /** Absent: it gets one made of its name. */
  readonly id: string | undefined;
  readonly name: string;
  readonly everyServer: boolean;
  readonly servers: readonly string[];
  /** One on each line. */
  readonly tools: string;
  readonly anyEffect: boolean;
  readonly effects: readonly Effect[];
  readonly preset: Preset | 'usual';
  readonly rules: readonly RuleBody[];
}

export const emptyRole: RoleDraft = {
  id: undefined,
  name: '',
  everyServer: true,
  servers: [],
  tools: '',
  anyEffect: true,
  effects: [],
  preset: 'usual',
  rules: [],
};

/** A role as a draft; a copy has no id yet. */
export function draftOf(role: Role, copyName?: string): RoleDraft {
  const { id, name, servers, tools, effects, preset, rules } = role;
  return {
    id: copyName === undefined ? id : undefined,
    name: copyName ?? name,
    everyServer: servers === undefined,
    servers: servers ?? [],
    tools: (tools ?? []).join('\n'),
    anyEffect: effects === undefined,
    effects: effects ?? [],
    preset: preset ?? 'usual',
    rules,
  };
}

export type RoleProblem = 'name' | 'id' | 'taken' | 'servers' | 'tools' | 'other';
export type MadeRole = { readonly role: BridgeInput<'role.put'> } | { readonly problem: RoleProblem };

/** A name as part of a file or an address: small letters, digits and "-". */
const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);

/** The role that a draft says, or what is wrong with it. */
export function roleOf(draft: RoleDraft, roles: readonly Role[]): MadeRole {
  const { everyServer, servers, anyEffect, effects, preset, rules } = draft;
  const name = draft.name.trim();
  const id = draft.id ?? idOf(name);
  if (name === '') return { problem: 'name' };
  if (id === '') return { problem: 'id' };
  const others = roles.filter((role) => role.id !== draft.id);
  if (others.some((role) => role.id === id || role.name.toLowerCase() === name.toLowerCase()))
    return { problem: 'taken' };
  if (!everyServer && servers.length === 0) return { problem: 'servers' };
  const tools = draft.tools
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (name.length > RULE_BOUNDS.roleName) return { problem: 'name' };
  if (tools.length > RULE_BOUNDS.roleTools || tools.some((tool) => tool.length > RULE_BOUNDS.pattern))
    return { problem: 'tools' };
  const role = {
    id,
    name,
    ...(!everyServer && { servers: [...servers] }),
    ...(tools.length > 0 && { tools }),
    ...(!anyEffect && { effects: [...effects] }),
    ...(preset !== 'usual' && { preset }),
    rules: [...rules],
  };
  return { role };
}
