import { z } from 'zod';
import {
  type ActChoice,
  actChoice,
  type CanaryView,
  canaryView,
  MAX_ACT_CHOICES,
  MAX_CANARIES,
  MAX_MASKS,
  type MaskShape,
  maskShape,
  type PersonalKind,
  personalType,
  type ServerLabel,
  serverLabel,
  watched,
} from '../../../shared/model/inspection.ts';
import { serverId } from '../../../shared/model/server.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { DEFAULT_PERSONAL } from '../../inspection/personal/find-personal.ts';
import { openSealedChoice, type SealedChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

export interface InspectionBookPorts extends SealedChoicePorts {
  /** The servers that there are: with labels lost, each of them counts as everything. */
  readonly servers: () => readonly string[];
}

/** `full`: there are as many as there may be. `unknown`: there is none. `locked`: what is kept cannot be read now. */
type Refusal = 'full' | 'unknown' | 'locked';

/** What a person chose about inspection. Reads come from memory; a change is on disk when it returns. */
export interface InspectionBook {
  /** Rises with every change. */
  readonly version: number;
  /** The same arrays until they change. */
  acts(): readonly ActChoice[];
  personal(): readonly PersonalKind[];
  masks(): readonly MaskShape[];
  labels(server: string): ReadonlyMap<ServerLabel, boolean>;
  canaries(): readonly CanaryView[];
  /** All choices at once; `full` when there are more than `MAX_ACT_CHOICES`. */
  setActs(acts: readonly ActChoice[]): Result<void, Refusal>;
  setPersonal(types: readonly PersonalKind[]): Result<void, Refusal>;
  /** Adds a mask, or replaces the one of its name. */
  putMask(mask: MaskShape): Result<void, Refusal>;
  removeMask(name: string): Result<void, Refusal>;
  /** `undefined` takes a label back, so that Doorward's guess counts. */
  setLabel(server: string, label: ServerLabel, holds: boolean | undefined): Result<void, Refusal>;
  /** Keeps the name and the dates of a canary, never its value. */
  putCanary(canary: CanaryView): Result<void, Refusal>;
  removeCanary(name: string): Result<void, Refusal>;
  /** A server is gone: another one of its name gets nothing of what was chosen for it. */
  forgetServer(server: string): void;
  /** Something of it was changed or removed outside Doorward. */
  readonly distrusted: boolean;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
  onChange(listener: () => void): void;
}

const choicesShape = z.strictObject({
  acts: z.array(actChoice).max(MAX_ACT_CHOICES),
  personal: z.array(personalType).max(8),
});
const masksShape = z.array(maskShape).max(MAX_MASKS);
const labelsShape = z.record(serverId, z.partialRecord(serverLabel, z.boolean()));
const canariesShape = z.array(canaryView).max(MAX_CANARIES);

type Choices = z.infer<typeof choicesShape>;
type Labels = z.infer<typeof labelsShape>;

/** Characters of all masks together: every window is sent them, and every change writes them. */
const MAX_MASK_CHARS = 2 * 1024 * 1024;

const NO_LABELS: ReadonlyMap<ServerLabel, boolean> = new Map();
const OUTSIDE = 'changed or removed outside Doorward';
const LOCKED = 'What is kept about inspection cannot be read while the keychain is locked.';

/**
 * Opens what a person chose about inspection. Attack: edit or delete its rows in the state, so that a secret that was
 * blocked crosses with a note. What was chosen cannot be known any more then, so the person is asked about every
 * finding, every server counts as private, untrusted and public, and both stand among the choices until they are taken
 * back.
 */
export function openInspectionBook({ rows, servers, locked }: InspectionBookPorts): InspectionBook {
  const listeners: (() => void)[] = [];
  let version = 1;
  const open = <T extends object>(
    name: string,
    shape: z.ZodType<T>,
    usual: T,
    lost: () => T,
    notice: string,
  ) => openSealedChoice({ rows, locked }, { name, shape, usual, lost, notice, lockedSentence: LOCKED });

  const choices = open<Choices>(
    'inspection',
    choicesShape,
    { acts: [], personal: [...DEFAULT_PERSONAL] },
    () => ({
      acts: watched.options.map((watch) => ({ watch, act: 'ask' as const })),
      personal: [...personalType.options],
    }),
    `What happens on a finding was ${OUTSIDE}. Doorward asks about every finding until you choose anew in the settings.`,
  );
  const masks = open<readonly MaskShape[]>(
    'masks',
    masksShape,
    [],
    () => [],
    `Your masks were ${OUTSIDE} and are lost. Add them again in the settings; until then their texts are not hidden.`,
  );
  const labels = open<Labels>(
    'labels',
    labelsShape,
    {},
    () => Object.fromEntries(servers().map((id) => [id, { private: true, untrusted: true, public: true }])),
    `The labels of servers were ${OUTSIDE}. Every server counts as private, untrusted and public until you choose anew.`,
  );
  const canaries = open<readonly CanaryView[]>(
    'canaries',
    canariesShape,
    [],
    () => [],
    `The list of canaries was ${OUTSIDE} and is lost. Make new ones and plant them in place of the old ones.`,
  );
  const all = [choices, masks, labels, canaries];
  const shut = all.some((one) => one.shut);
  const maps = new WeakMap<object, ReadonlyMap<ServerLabel, boolean>>();

  /** What cannot be read must not be written over; and while some of it cannot, none of it is taken for known. */
  const change = <T extends object>(choice: SealedChoice<T>, next: T): Result<void, Refusal> => {
    if (shut) return fail('locked', LOCKED);
    const set = choice.set(next);
    if (!set.ok) return set;
    version++;
    for (const listener of listeners) listener();
    return set;
  };
  const setChoices = (next: Partial<Choices>) => change(choices, { ...choices.current(), ...next });
  const setMasks = (next: readonly MaskShape[]): Result<void, Refusal> =>
    next.length > masks.current().length - 1 && JSON.stringify(next).length > MAX_MASK_CHARS
      ? fail('full', `All masks together have at most ${MAX_MASK_CHARS} characters. Shorten some first.`)
      : change(masks, next);
  const ownLabels = (server: string): Labels[string] | undefined => {
    const now = labels.current();
    return Object.hasOwn(now, server) ? now[server] : undefined;
  };

  return {
    get version() {
      return version;
    },
    distrusted: all.some(({ lost }) => lost),
    notices: all.flatMap(({ notices }) => notices),
    acts: () => choices.current().acts,
    personal: () => choices.current().personal,
    masks: masks.current,
    labels(server) {
      const own = ownLabels(server);
      if (own === undefined) return NO_LABELS;
      let map = maps.get(own);
      if (map === undefined) maps.set(own, (map = new Map(Object.entries(own) as [ServerLabel, boolean][])));
      return map;
    },
    canaries: canaries.current,
    setActs: (acts) =>
      acts.length > MAX_ACT_CHOICES
        ? fail('full', `There are ${MAX_ACT_CHOICES} choices at most. Take some back first.`)
        : setChoices({ acts: [...acts] }),
    setPersonal: (types) =>
      setChoices({ personal: personalType.options.filter((type) => types.includes(type)) }),
    putMask(mask) {
      const now = masks.current();
      const at = now.findIndex(({ name }) => name === mask.name);
      if (at !== -1) return setMasks(now.with(at, mask));
      return now.length >= MAX_MASKS
        ? fail('full', `There are ${MAX_MASKS} masks already. Remove some first.`)
        : setMasks([...now, mask]);
    },
    removeMask(name) {
      const left = masks.current().filter((one) => one.name !== name);
      return left.length === masks.current().length
        ? fail('unknown', `There is no mask "${name}".`)
        : setMasks(left);
    },
    setLabel(server, label, holds) {
      const { [label]: _before, ...others } = ownLabels(server) ?? {};
      const own = holds === undefined ? others : { ...others, [label]: holds };
      const { [server]: _own, ...rest } = labels.current();
      return change(labels, Object.keys(own).length === 0 ? rest : { ...rest, [server]: own });
    },
    putCanary(canary) {
      const others = canaries.current().filter(({ name }) => name !== canary.name);
      return others.length >= MAX_CANARIES
        ? fail('full', `There are ${MAX_CANARIES} canaries already. Remove some first.`)
        : change(canaries, [...others, canary]);
    },
    removeCanary(name) {
      const left = canaries.current().filter((one) => one.name !== name);
      return left.length === canaries.current().length
        ? fail('unknown', `There is no canary "${name}".`)
        : change(canaries, left);
    },
    forgetServer(server) {
      const { acts } = choices.current();
      const others = acts.filter((one) => one.server !== server);
      if (others.length < acts.length) setChoices({ acts: others });
      const { [server]: own, ...rest } = labels.current();
      if (own !== undefined) change(labels, rest);
      // A mask that holds for it alone stays and hides as before; what gave it values back does not.
      if (masks.current().some(({ restoreFor }) => restoreFor?.includes(server)))
        setMasks(
          masks
            .current()
            .map((mask) =>
              mask.restoreFor === undefined
                ? mask
                : { ...mask, restoreFor: mask.restoreFor.filter((id) => id !== server) },
            ),
        );
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
