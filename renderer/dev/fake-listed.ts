import type { Bridge, BridgeOutput, Wire } from '../../shared/ipc/window.ts';
import type { FakeHost } from './fake-host.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });

/** The part of the fake bridge that is about what AI apps are listed: all of them more than most can take. */
export function fakeListed(host: FakeHost): Pick<Bridge['commands'], 'client.listed'> {
  return {
    'client.listed': ({ client }) =>
      ok(
        host.clients
          .filter(({ id, name }) => client === undefined || client === id || client === name)
          .map(({ id, name, tools }): BridgeOutput<'client.listed'>[number] =>
            tools?.mode === 'on-demand'
              ? { client: id, name, listed: 3, callable: 97, tokens: 410, warnings: [] }
              : {
                  client: id,
                  name,
                  listed: 97,
                  callable: 97,
                  tokens: 18_420,
                  warnings: [
                    {
                      kind: 'tools',
                      most: 80,
                      given: 97,
                      sentence: `${name} reads at most 80 tools; it is given 97 and leaves the rest out.`,
                    },
                    {
                      kind: 'names',
                      most: 59,
                      given: 63,
                      sentence: `In ${name}, the names of a server and its tool together may have 59 characters. It leaves out research__summarise_every_pa\u202eper_with_references.`,
                    },
                  ],
                },
          ),
      ),
  };
}
