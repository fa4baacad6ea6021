import type { CommandName } from '../../../shared/ipc/contract.ts';
import type { ToolChoice } from '../../../shared/model/client.ts';
import {
  MAX_TOOL_PROFILES,
  type ToolProfile,
  type ToolProfileState,
} from '../../../shared/model/tool-profile.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { choiceGivesMore } from '../../context/demand/gives-more.ts';
import { givesMoreTools } from '../../context/profiles/tool-sets.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import type { ToolProfileRoom } from './open-tool-profiles.ts';

type ProfileCommands = Pick<Handlers, Extract<CommandName, `profile.${string}` | 'role.tools'>>;

export interface ProfileCommandPorts {
  readonly room: ToolProfileRoom;
  /** The real path of a folder, without links; undefined when there is none. */
  readonly realFolder: (path: string) => Promise<string | undefined>;
  /** Whether there is a role of this name. */
  readonly knowsRole: (role: string) => boolean;
  /** What AI apps are listed may be other than before. */
  readonly relisted: () => void;
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();
const noProfile = (name: string) =>
  fail('unknown', `There is no profile "${name}". "doorward profile list" shows all.`);

/** The commands about profiles of tools and the choices of roles. Whatever may leave an AI app more needs the operator. */
export function profileCommands({
  room,
  realFolder,
  knowsRole,
  relisted,
}: ProfileCommandPorts): ProfileCommands {
  const { book, platform } = room;
  const find = (name: string): ToolProfile | undefined =>
    book.state().profiles.find((one) => keyOf(one.name) === keyOf(name));

  /** Puts what `change` makes of the state in its place, if the caller may. It is made anew after the caller was asked. */
  async function change(
    make: (now: ToolProfileState) => Result<ToolProfileState>,
    { mayLoosen }: CommandContext,
    more: (before: ToolProfileState, after: ToolProfileState) => boolean = (before, after) =>
      givesMoreTools(before, after, platform),
  ): Promise<Result<ToolProfileState>> {
    const first = make(book.state());
    if (!first.ok) return first;
    let allowed = false;
    if (more(book.state(), first.value)) {
      const may = await mayLoosen();
      if (!may.ok) return may;
      allowed = true;
    }
    const next = make(book.state());
    if (!next.ok) return next;
    // While somebody was asked nothing may have become wider than what they were asked about.
    if (!allowed && more(book.state(), next.value)) return fail('failed', 'It changed meanwhile. Try again.');
    const kept = book.set(next.value);
    if (!kept.ok) return kept;
    relisted();
    return ok(book.state());
  }

  const replaced = (
    now: ToolProfileState,
    name: string,
    by: (profile: ToolProfile) => ToolProfile | undefined,
  ): Result<ToolProfileState> => {
    const old = now.profiles.find((one) => keyOf(one.name) === keyOf(name));
    if (old === undefined) return noProfile(name);
    const profiles = now.profiles.flatMap((one) => (one === old ? (by(one) ?? []) : one));
    return ok({ ...now, profiles });
  };

  return {
    async 'profile.list'() {
      return ok(book.state());
    },
    async 'profile.add'({ name, tools }, context) {
      return change((now) => {
        if (find(name) !== undefined)
          return fail('exists', `There is a profile "${name}" already. "profile tools" changes its tools.`);
        if (now.profiles.length >= MAX_TOOL_PROFILES)
          return fail('full', `There are ${MAX_TOOL_PROFILES} profiles already. Remove one first.`);
        return ok({ ...now, profiles: [...now.profiles, { name, tools: unique(tools), folders: [] }] });
      }, context);
    },
    async 'profile.tools'({ name, tools }, context) {
      return change((now) => replaced(now, name, (one) => ({ ...one, tools: unique(tools) })), context);
    },
    async 'profile.folder'({ name, folders }, context) {
      const real: string[] = [];
      for (const folder of folders) {
        const path = await realFolder(folder);
        if (path === undefined)
          return fail('invalid', `There is no folder ${folder}. Give the whole path of one that is there.`);
        const other = book
          .state()
          .profiles.find((one) => keyOf(one.name) !== keyOf(name) && one.folders.includes(path));
        if (other !== undefined) return fail('exists', `${path} is a folder of "${other.name}" already.`);
        real.push(path);
      }
      return change((now) => replaced(now, name, (one) => ({ ...one, folders: unique(real) })), context);
    },
    async 'profile.rename'({ name, to }, context) {
      return change((now) => {
        const [old, taken] = [find(name), find(to)];
        if (taken !== undefined && taken !== old)
          return fail('exists', `There is a profile "${to}" already.`);
        const next = replaced(now, name, (one) => ({ ...one, name: to }));
        return next.ok && old !== undefined && now.inUse === old.name
          ? ok({ ...next.value, inUse: to })
          : next;
      }, context);
    },
    async 'profile.use'({ name }, context) {
      return change((now) => {
        const wanted = name === undefined ? undefined : find(name);
        if (name !== undefined && wanted === undefined) return noProfile(name);
        const { profiles, roles } = now;
        return ok({ profiles, roles, ...(wanted === undefined ? {} : { inUse: wanted.name }) });
      }, context);
    },
    async 'profile.remove'({ name }, context) {
      return change(
        (now) =>
          now.inUse !== undefined && keyOf(now.inUse) === keyOf(name)
            ? fail('refused', `"${name}" is in use. Use another profile or none first.`)
            : replaced(now, name, () => undefined),
        context,
      );
    },
    async 'role.tools'({ role, mode, tools }, context) {
      // What is left of a role that is gone may still be taken away.
      if (!knowsRole(role) && room.road.roleTools(role) === undefined)
        return fail('unknown', `There is no role "${role}". "doorward role list" shows all.`);
      const choice = choiceOf(mode, tools);
      if (!choice.ok) return choice;
      const ofRole = ({ roles }: ToolProfileState) => roles.find((one) => one.role === role)?.tools;
      return change(
        (now) => {
          const others = now.roles.filter((one) => one.role !== role);
          return ok({
            ...now,
            roles: mode === 'all' ? others : [...others, { role, tools: choice.value }],
          });
        },
        context,
        (before, after) => choiceGivesMore(ofRole(before), ofRole(after)),
      );
    },
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** A choice of tools as a person made it: something is chosen where only chosen tools are there. */
export function choiceOf(mode: ToolChoice['mode'], tools: readonly string[]): Result<ToolChoice, 'invalid'> {
  if (mode === 'chosen' && tools.length === 0)
    return fail('invalid', 'Choose at least one tool; without one the AI app would be listed none.');
  if (mode === 'all' && tools.length > 0)
    return fail('invalid', 'All tools are listed anyhow: leave the names out.');
  return ok({ mode, tools: unique(tools) });
}
