import type { registryContract } from '../../../shared/ipc/registry-contract.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { FoundServer, RegistryClient } from '../../onboarding/registry/client.ts';
import { detailOf, digestOf, summaryOf } from '../../onboarding/registry/describe.ts';
import { optionsOf, type PlannedOption } from '../../onboarding/registry/options.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import { type Adder, holdsSecret } from './registry-adder.ts';

type RegistryCommands = Pick<Handlers, Extract<keyof typeof registryContract, `registry.${string}`>>;

/** What the commands about registries work on. */
export interface RegistryCommandPorts {
  readonly registry: RegistryClient;
  readonly adder: Adder;
  /** Adds a bundle that the registry names: downloads it, checks its digest, and goes on as with a file. */
  readonly addBundle: (
    option: PlannedOption,
    request: Parameters<Handlers['registry.install']>[0],
    context: CommandContext,
  ) => ReturnType<Handlers['registry.install']>;
}

/** The commands about registries of servers. */
export function registryCommands({ registry, adder, addBundle }: RegistryCommandPorts): RegistryCommands {
  return {
    async 'registry.search'({ query, cursor, limit }) {
      const found = await registry.search({ text: query.trim(), cursor, limit });
      if (!found.ok) return found;
      const { entries, next, ...freshness } = found.value;
      return ok({
        ...freshness,
        // What the registry has taken out is not offered to anybody who has not asked for it by name.
        servers: entries.map(summaryOf).filter(({ status }) => status !== 'deleted'),
        ...(next === undefined ? {} : { next }),
      });
    },

    async 'registry.show'({ name, version, versions }) {
      const found = await registry.show(name, version);
      if (!found.ok) return found;
      const { entry, ...freshness } = found.value;
      const all = versions ? await registry.versions(name) : undefined;
      return ok({
        ...freshness,
        server: detailOf(entry),
        id: adder.freeId(name),
        ...(all?.ok === true ? { versions: [...all.value] } : {}),
      });
    },

    async 'registry.install'(request, context) {
      // Whoever may not keep secrets hears so before anybody else hears what is wanted.
      if (!request.dryRun && holdsSecret(request.answers)) {
        const may = await context.mayLoosen();
        if (!may.ok) return may;
      }
      const found = await registry.show(request.name, request.version);
      if (!found.ok) return found;
      const chosen = optionOf(found.value, request);
      if (!chosen.ok) return chosen;
      const { option, launch, bundle } = chosen.value;
      if (bundle !== undefined) return addBundle(chosen.value, request, context);
      if (launch === undefined) return fail('unsupported', option.unsupported ?? 'It cannot be added.');
      const { id, answers, sharing, dryRun, name } = request;
      const { stale } = found.value;
      const notes = [...option.notes, ...(stale === undefined ? [] : [stale])];
      return adder.add(
        { form: { launch, inputs: option.inputs }, notes, name, id, answers, sharing, dryRun },
        context,
      );
    },
  };
}

/**
 * The way to have a server that was chosen, or the first that can be added. Refused: what the registry has taken out,
 * and what is not what was shown. Attack: a registry that shows one server and hands out another.
 */
export function optionOf(
  { entry }: FoundServer,
  wanted: { readonly option?: string | undefined; readonly digest?: string | undefined },
): Result<PlannedOption> {
  const { server, meta } = entry;
  if (meta.status === 'deleted')
    return fail(
      'refused',
      `The registry has taken "${server.name}" ${server.version} out, so it is not added.`,
    );
  if (wanted.digest !== undefined && wanted.digest !== digestOf(entry))
    return fail('changed', 'The registry says something else of it by now. Look at it once more.');
  const all = optionsOf(server);
  const chosen =
    wanted.option === undefined
      ? (all.find(({ option }) => option.unsupported === undefined) ?? all[0])
      : all.find(({ option }) => option.key === wanted.option);
  if (chosen === undefined)
    return fail(
      'unknown',
      all.length === 0
        ? 'The registry names neither a package nor an address of it, so it cannot be added.'
        : `It cannot be had as "${wanted.option}".`,
    );
  return chosen.option.unsupported === undefined
    ? ok(chosen)
    : fail('unsupported', chosen.option.unsupported);
}
