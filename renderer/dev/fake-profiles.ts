import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
import type { FakeHost } from './fake-host.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<
  Bridge['commands'],
  Extract<keyof Bridge['commands'], `profile.${string}` | 'role.tools'>
>;

/** Two profiles, of which one is in use. */
export function sampleProfiles(): ToolProfileState {
  return {
    profiles: [
      { name: 'Work', tools: ['files__read_text_file', 'mail__*'], folders: ['/home/me/projects/shop'] },
      { name: 'Home', tools: ['files__*'], folders: [] },
    ],
    inUse: 'Work',
    roles: [],
  };
}

/** The part of the fake bridge that is about profiles of tools. */
export function fakeProfiles(host: FakeHost): Commands {
  const set = (profiles: ToolProfileState): Promise<Wire<ToolProfileState>> => {
    host.patch({ profiles });
    return ok(profiles);
  };
  const has = (name: string): boolean => host.profiles.profiles.some((one) => one.name === name);
  const change = (name: string, next: Partial<ToolProfileState['profiles'][number]>) =>
    has(name)
      ? set({
          ...host.profiles,
          profiles: host.profiles.profiles.map((one) => (one.name === name ? { ...one, ...next } : one)),
        })
      : no<ToolProfileState>('unknown', `There is no profile "${name}".`);
  return {
    'profile.list': () => ok(host.profiles),
    'profile.add': ({ name, tools }) =>
      has(name)
        ? no('exists', `There is a profile "${name}" already.`)
        : set({ ...host.profiles, profiles: [...host.profiles.profiles, { name, tools, folders: [] }] }),
    'profile.tools': ({ name, tools }) => change(name, { tools }),
    'profile.folder': ({ name, folders }) => change(name, { folders }),
    'profile.rename': ({ name, to }) => {
      if (host.profiles.inUse === name) host.profiles = { ...host.profiles, inUse: to };
      return change(name, { name: to });
    },
    'profile.use': ({ name }) => {
      const { profiles, roles } = host.profiles;
      return set({ profiles, roles, ...(name === undefined ? {} : { inUse: name }) });
    },
    'profile.remove': ({ name }) =>
      set({ ...host.profiles, profiles: host.profiles.profiles.filter((one) => one.name !== name) }),
    'role.tools': ({ role, mode, tools }) => {
      const others = host.profiles.roles.filter((one) => one.role !== role);
      host.patch({
        clients: host.clients.map((client) =>
          client.role === role ? { ...client, roleTools: { mode, tools } } : client,
        ),
      });
      return set({ ...host.profiles, roles: [...others, { role, tools: { mode, tools } }] });
    },
  };
}
