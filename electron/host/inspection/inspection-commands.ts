import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CommandName } from '../../../shared/ipc/contract.ts';
import {
  type ActChoice,
  type InspectionView,
  isLaxer,
  type MaskShape,
} from '../../../shared/model/inspection.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { compileMask } from '../../inspection/masks/mask.ts';
import { tryMask } from '../../inspection/masks/try-mask.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { CommandContext, Handlers } from '../commands.ts';
import type { ServerRepo } from '../servers/server-repo.ts';
import { asMask } from './as-mask.ts';
import { loosens, maskLoosens } from './loosens.ts';
import type { InspectionRoom } from './open-inspection.ts';

type InspectionCommands = Pick<
  Handlers,
  Extract<CommandName, `${'inspection' | 'mask' | 'flow' | 'canary'}.${string}` | 'server.label'>
>;

export interface InspectionCommandPorts {
  readonly room: InspectionRoom;
  readonly servers: Pick<ServerRepo, 'get'>;
  readonly clients: Pick<ClientRepo, 'find'>;
  /** Ids of the roles that can be given. */
  readonly roles: () => readonly string[];
}

const missing = (what: string): Result<never> => fail('unavailable', `This Doorward cannot ${what}.`);
const OURS = 'comes from your organisation and cannot be changed here.';

/** The commands about inspection. Whatever may let more pass needs the operator. */
export function inspectionCommands({
  room,
  servers,
  clients,
  roles,
}: InspectionCommandPorts): InspectionCommands {
  const { book } = room;

  /** Keeps other choices, with the operator where anything at all would be treated more laxly. */
  async function keepActs(
    acts: readonly ActChoice[],
    { mayLoosen }: Pick<CommandContext, 'mayLoosen'>,
  ): Promise<Result<InspectionView>> {
    if (loosens(book.acts(), acts)) {
      const allowed = await mayLoosen();
      if (!allowed.ok) return allowed;
    }
    const kept = book.setActs(acts);
    return kept.ok ? shown() : kept;
  }
  const shown = (): Result<InspectionView> => ok(room.view());

  function wrongPlace({ server, role }: Partial<ActChoice>): Result<void> {
    if (server !== undefined && servers.get(server) === undefined)
      return fail('unknown', `There is no server "${server}".`);
    if (role !== undefined && !roles().includes(role)) return fail('unknown', `There is no role "${role}".`);
    return ok(undefined);
  }

  /** The mask with the ids behind the names that people know; refused where something in it is not there. */
  function withIds(mask: MaskShape, before: MaskShape | undefined): Result<MaskShape> {
    const { scope, restoreFor = [] } = mask;
    const known = [...(before?.scope?.servers ?? []), ...(before?.restoreFor ?? [])];
    for (const server of [...(scope?.servers ?? []), ...restoreFor])
      if (!known.includes(server) && servers.get(server) === undefined)
        return fail('unknown', `There is no server "${server}".`);
    if (scope?.clients === undefined) return ok(mask);
    const ids: string[] = [];
    for (const one of scope.clients) {
      const id = clients.find(one)?.id ?? (before?.scope?.clients?.includes(one) === true ? one : undefined);
      if (id === undefined) return fail('unknown', `There is no AI app "${one}".`);
      ids.push(id);
    }
    return ok({ ...mask, scope: { ...scope, clients: ids } });
  }

  const ofOrganisation = (name: string): boolean => room.managedMasks().some((one) => one.name === name);
  const maskViews = () => room.view().masks;

  return {
    async 'inspection.show'() {
      return shown();
    },
    async 'inspection.set'({ choices }, context) {
      for (const choice of choices) {
        const there = wrongPlace(choice);
        if (!there.ok) return there;
        const least = room.demanded().find((one) => isWithin(choice, one) && isLaxer(choice.act, one.act));
        if (least !== undefined)
          return fail(
            'refused',
            `Your organisation wants at least "${least.act}" here, so "${choice.act}" cannot be chosen.`,
          );
      }
      const others = book.acts().filter((one) => !choices.some((choice) => isSamePlace(one, choice)));
      // Of two choices for the same place in one command, the later counts.
      const own = choices.filter((one, i) => !choices.slice(i + 1).some((later) => isSamePlace(one, later)));
      return keepActs([...others, ...own], context);
    },
    async 'inspection.unset'({ exact, ...place }, context) {
      const goes = (one: ActChoice): boolean =>
        exact ? place.watch === one.watch && isSamePlace(one, place) : isWithin(one, place);
      return keepActs(
        book.acts().filter((one) => !goes(one)),
        context,
      );
    },
    async 'inspection.personal'({ types }, { mayLoosen }) {
      if (!book.personal().every((type) => types.includes(type))) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept = book.setPersonal(types);
      return kept.ok ? shown() : kept;
    },
    async 'inspection.try'(input) {
      const { tryText } = room.parts;
      if (tryText === undefined) return missing('try texts');
      if (input.server !== undefined && servers.get(input.server) === undefined)
        return fail('unknown', `There is no server "${input.server}".`);
      if (input.client === undefined) return tryText(input);
      const client = clients.find(input.client);
      return client === undefined
        ? fail('unknown', `There is no AI app "${input.client}".`)
        : tryText({ ...input, client: client.id });
    },
    async 'mask.list'() {
      return ok(maskViews());
    },
    async 'mask.put'({ mask: given }, { mayLoosen }) {
      if (ofOrganisation(given.name)) return fail('refused', `The mask "${given.name}" ${OURS}`);
      const compiled = compileMask(asMask(given));
      if (!compiled.ok) return compiled;
      const before = book.masks().find(({ name }) => name === given.name);
      const placed = withIds(given, before);
      if (!placed.ok) return placed;
      const mask = placed.value;
      if (!isDeepStrictEqual(before, mask) && maskLoosens(before, mask)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept = book.putMask(mask);
      return kept.ok ? ok({ mask, managed: false }) : kept;
    },
    async 'mask.remove'({ name }) {
      const removed = book.removeMask(name);
      // One of a person's own may have had this name before.
      if (!removed.ok && removed.code === 'unknown' && ofOrganisation(name))
        return fail('refused', `The mask "${name}" ${OURS}`);
      return removed.ok ? ok({ name }) : removed;
    },
    async 'mask.try'({ mask, sample }) {
      const tried = tryMask(asMask(mask), sample, randomBytes(32));
      return tried.ok ? ok({ found: [...tried.value.found], text: tried.value.text }) : tried;
    },
    async 'server.label'({ id, label, holds }, { mayLoosen }) {
      const there = wrongPlace({ server: id });
      if (!there.ok) return there;
      const chosen = book.labels(id).get(label);
      // Whatever the guess is now: it may become "yes" with the next tool.
      if ((holds === 'no' && chosen !== false) || (holds === 'guess' && chosen === true)) {
        const allowed = await mayLoosen();
        if (!allowed.ok) return allowed;
      }
      const kept = book.setLabel(id, label, holds === 'guess' ? undefined : holds === 'yes');
      return kept.ok ? ok(room.labelsOf(id)) : kept;
    },
    async 'flow.reset'({ client }) {
      const { flow } = room.parts;
      if (flow === undefined) return missing('follow where data flows');
      const found = clients.find(client);
      // One that was removed may still have marks under its id.
      const marks = flow.marks().find(({ clientId, clientName }) => [clientId, clientName].includes(client));
      const clientId = found?.id ?? marks?.clientId;
      if (clientId === undefined) return fail('unknown', `There is no AI app "${client}".`);
      flow.reset(clientId);
      return ok({ client: found?.name ?? client });
    },
    async 'canary.add'({ name }) {
      const { canaries } = room.parts;
      return canaries === undefined ? missing('make canaries') : canaries.add(name);
    },
    async 'canary.list'() {
      return ok([...(room.parts.canaries?.list() ?? book.canaries())]);
    },
    async 'canary.remove'({ name }) {
      const { canaries } = room.parts;
      if (canaries === undefined) return missing('remove canaries');
      const removed = canaries.remove(name);
      return removed.ok ? ok({ name }) : removed;
    },
  };
}

type Place = { readonly [K in Exclude<keyof ActChoice, 'act'>]?: ActChoice[K] | undefined };

/** Whether everything that one is about is what the other is about, too. */
const isWithin = (one: Place, other: Place): boolean =>
  (['watch', 'direction', 'server', 'role'] as const).every(
    (key) => other[key] === undefined || other[key] === one[key],
  );

const isSamePlace = (one: Place, other: Place): boolean =>
  (['watch', 'direction', 'server', 'role'] as const).every((key) => one[key] === other[key]);
