import type { InstallOutcome } from '../../shared/ipc/registry-contract.ts';
import type { ServerView } from '../../shared/ipc/shapes.ts';
import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { InstallAnswer, InstallInput } from '../../shared/model/registry.ts';
import type { FakeHost } from './fake-host.ts';
import { sampleBundle, sampleDetail, sampleRegistry } from './sample-registry.ts';

type Commands = Pick<
  Bridge['commands'],
  | 'registry.search'
  | 'registry.show'
  | 'registry.install'
  | 'bundle.read'
  | 'bundle.install'
  | 'bundle.receive'
>;

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

/** A registry and bundles without a network behind them. */
export function fakeRegistry(host: FakeHost): Commands {
  const fresh = { from: 'registry.modelcontextprotocol.io', at: Date.now() - 60_000, leftOut: 0 };
  let received = 0;

  const add = (
    given: {
      readonly id?: string | undefined;
      readonly answers?: readonly InstallAnswer[] | undefined;
      readonly dryRun?: boolean | undefined;
    },
    name: string,
    inputs: readonly InstallInput[],
    words: readonly string[],
  ): Promise<Wire<InstallOutcome>> => {
    const { id = name, answers = [], dryRun = false } = given;
    const said = (input: InstallInput): readonly string[] => {
      const answer = answers.find(({ key }) => key === input.key);
      if (input.secret) return answer?.secret === undefined || answer.secret === '' ? [] : ['•'];
      return (answer?.values ?? input.preset ?? []).filter((text) => text !== '');
    };
    const problems = inputs
      .filter((input) => input.required && said(input).length === 0)
      .map(({ key }) => ({ key, sentence: 'It is needed.' }));
    const env = Object.fromEntries(
      inputs
        .filter((input) => (input.place === 'environment' || input.secret) && said(input).length > 0)
        .map((input) => [input.name, input.secret ? `vault:${id}-${input.name}` : '[hidden]']),
    );
    const args = inputs.flatMap((input) =>
      input.place === 'environment' || input.secret
        ? []
        : said(input).flatMap((text) => (input.place === 'argument' ? [input.name, text] : [text])),
    );
    const [command = 'npx', ...rest] = words;
    const launch: ServerView['launch'] = command.startsWith('https:')
      ? { transport: 'http', url: command, headers: env }
      : { transport: 'stdio', command, args: [...rest, ...args], env };
    const outcome = { id, launch, problems, notes: [] };
    if (dryRun) return ok(outcome);
    if (problems.length > 0) return no('usage', 'Something is missing.');
    if (host.servers.some((server) => server.id === id))
      return no('exists', `There is a server "${id}" already. Choose another name, or remove it first.`);
    const server: ServerView = {
      id,
      launch,
      sharing: 'client',
      state: 'unreviewed',
      enabled: true,
      addedAt: Date.now(),
      health: { state: 'stopped' },
    };
    host.patch({ servers: [...host.servers, server] });
    return ok({ ...outcome, server });
  };

  return {
    'registry.search': ({ query = '' }) =>
      ok({
        ...fresh,
        servers: sampleRegistry.filter(({ name }) => name.includes(query.trim().toLowerCase())),
      }),
    'registry.show': ({ name }) => {
      const server = sampleDetail(name);
      return server === undefined
        ? no('unknown', `The registry has no server "${name}".`)
        : ok({ ...fresh, server, id: name.slice(name.indexOf('/') + 1).replace(/-mcp$/, '') });
    },
    'registry.install': ({ name, option, ...given }) => {
      const chosen = sampleDetail(name)?.options.find(({ key }) => key === option);
      if (chosen === undefined) return no('unknown', 'It cannot be had like this.');
      const words =
        chosen.kind === 'remote' ? [chosen.what] : ['npx', '-y', `${chosen.what}@${chosen.version ?? ''}`];
      return add(given, name.slice(name.indexOf('/') + 1), chosen.inputs, words);
    },
    'bundle.receive': ({ data }) => ok({ upload: 'upload', bytes: (received += data.length) }),
    'bundle.read': () => ok(sampleBundle),
    'bundle.install': (given) =>
      add(given, sampleBundle.id, sampleBundle.inputs, [
        'node',
        `${host.status.home}/bundles/notes-2.1.0-ab12ab12ab12/server/index.js`,
      ]),
  };
}
