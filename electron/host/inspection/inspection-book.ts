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
import { fail, ok, type Result } from '../../../shared/result.ts';
import { DEFAULT_PERSONAL } from '../../inspection/personal/find-personal.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

export interface InspectionBookPorts {
  readonly rows: SealedRows;
  /** The servers that there are: with labels lost, each of them counts as everything. */
  readonly servers: () => readonly string[];
  /** The key of the seals is not at hand: nothing counts, and nothing of it may be thrown away. */
  readonly locked: boolean;
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

/**
 * Opens what a person chose about inspection. Attack: edit or delete its rows in the state, so that a secret that was
 * blocked crosses with a note. What was chosen cannot be known any more then, so the person is asked about every
 * finding, every server counts as private, untrusted and public, and both stand among the choices until they are taken
 * back. What does not count is replaced by that at once, since its absence would look as if it were meant after the
 * next thing that is written; unless the key is not at hand.
 */
export function openInspectionBook({ rows, servers, locked }: InspectionBookPorts): InspectionBook {
  const table = sealedTable('choices');
  const found = new Map(rows.load(table).map((row) => [row.keys[0], row]));
  const listeners: (() => void)[] = [];
  const notices: string[] = [];
  let distrusted = false;
  let version = 1;

  const keep = (name: string, value: unknown): void => rows.put(table, [name], [JSON.stringify(value)]);
  const read = <T>(name: string, shape: z.ZodType<T>, usual: T, lost: () => T, notice: string): T => {
    const row = found.get(name);
    if (row === undefined && !rows.missing(table, [name])) return usual;
    const kept = row?.counts === true ? parsed(shape, row.values[0]) : undefined;
    if (kept !== undefined) return kept;
    distrusted = true;
    const instead = lost();
    if (!locked) {
      notices.push(notice);
      keep(name, instead);
    }
    return instead;
  };

  let choices: Choices = read(
    'inspection',
    choicesShape,
    { acts: [], personal: [...DEFAULT_PERSONAL] },
    () => ({
      acts: watched.options.map((watch) => ({ watch, act: 'ask' as const })),
      personal: [...personalType.options],
    }),
    `What happens on a finding was ${OUTSIDE}. Doorward asks about every finding until you choose anew in the settings.`,
  );
  let masks: readonly MaskShape[] = read(
    'masks',
    masksShape,
    [],
    () => [],
    `Your masks were ${OUTSIDE} and are lost. Add them again in the settings; until then their texts are not hidden.`,
  );
  let labels: Labels = read(
    'labels',
    labelsShape,
    {},
    () => Object.fromEntries(servers().map((id) => [id, { private: true, untrusted: true, public: true }])),
    `The labels of servers were ${OUTSIDE}. Every server counts as private, untrusted and public until you choose anew.`,
  );
  let canaries: readonly CanaryView[] = read(
    'canaries',
    canariesShape,
    [],
    () => [],
    `The list of canaries was ${OUTSIDE} and is lost. Make new ones and plant them in place of the old ones.`,
  );
  let maps = new Map<string, ReadonlyMap<ServerLabel, boolean>>();

  const changed = (): void => {
    version++;
    for (const listener of listeners) listener();
  };
  /** Writes one of the rows; what cannot be read must not be written over. */
  const change = (name: string, next: unknown, take: () => void): Result<void, Refusal> => {
    if (locked && distrusted)
      return fail('locked', 'What is kept about inspection cannot be read while the keychain is locked.');
    keep(name, next);
    take();
    changed();
    return ok(undefined);
  };
  const setChoices = (next: Choices) => change('inspection', next, () => void (choices = next));
  const setMasks = (next: readonly MaskShape[]): Result<void, Refusal> =>
    next.length > masks.length - 1 && JSON.stringify(next).length > MAX_MASK_CHARS
      ? fail('full', `All masks together have at most ${MAX_MASK_CHARS} characters. Shorten some first.`)
      : change('masks', next, () => void (masks = next));
  const setLabels = (next: Labels) =>
    change('labels', next, () => {
      labels = next;
      maps = new Map();
    });
  const setCanaries = (next: readonly CanaryView[]) => change('canaries', next, () => void (canaries = next));

  return {
    get version() {
      return version;
    },
    distrusted,
    notices,
    acts: () => choices.acts,
    personal: () => choices.personal,
    masks: () => masks,
    labels(server) {
      const own = Object.hasOwn(labels, server) ? labels[server] : undefined;
      if (own === undefined) return NO_LABELS;
      let map = maps.get(server);
      if (map === undefined)
        maps.set(server, (map = new Map(Object.entries(own) as [ServerLabel, boolean][])));
      return map;
    },
    canaries: () => canaries,
    setActs: (acts) =>
      acts.length > MAX_ACT_CHOICES
        ? fail('full', `There are ${MAX_ACT_CHOICES} choices at most. Take some back first.`)
        : setChoices({ ...choices, acts: [...acts] }),
    setPersonal: (types) =>
      setChoices({ ...choices, personal: personalType.options.filter((type) => types.includes(type)) }),
    putMask(mask) {
      const at = masks.findIndex(({ name }) => name === mask.name);
      if (at !== -1) return setMasks(masks.with(at, mask));
      return masks.length >= MAX_MASKS
        ? fail('full', `There are ${MAX_MASKS} masks already. Remove some first.`)
        : setMasks([...masks, mask]);
    },
    removeMask(name) {
      const left = masks.filter((one) => one.name !== name);
      return left.length === masks.length ? fail('unknown', `There is no mask "${name}".`) : setMasks(left);
    },
    setLabel(server, label, holds) {
      const { [label]: _before, ...others } = Object.hasOwn(labels, server) ? (labels[server] ?? {}) : {};
      const own = holds === undefined ? others : { ...others, [label]: holds };
      const { [server]: _own, ...rest } = labels;
      return setLabels(Object.keys(own).length === 0 ? rest : { ...rest, [server]: own });
    },
    putCanary(canary) {
      const others = canaries.filter(({ name }) => name !== canary.name);
      return others.length >= MAX_CANARIES
        ? fail('full', `There are ${MAX_CANARIES} canaries already. Remove some first.`)
        : setCanaries([...others, canary]);
    },
    removeCanary(name) {
      const left = canaries.filter((one) => one.name !== name);
      return left.length === canaries.length
        ? fail('unknown', `There is no canary "${name}".`)
        : setCanaries(left);
    },
    forgetServer(server) {
      const acts = choices.acts.filter((one) => one.server !== server);
      if (acts.length < choices.acts.length) setChoices({ ...choices, acts });
      const { [server]: own, ...rest } = labels;
      if (own !== undefined) setLabels(rest);
      // A mask that holds for it alone stays and hides as before; what gave it values back does not.
      if (masks.some(({ restoreFor }) => restoreFor?.includes(server)))
        setMasks(
          masks.map((mask) =>
            mask.restoreFor === undefined
              ? mask
              : { ...mask, restoreFor: mask.restoreFor.filter((id) => id !== server) },
          ),
        );
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function parsed<T>(shape: z.ZodType<T>, text: unknown): T | undefined {
  try {
    const read = shape.safeParse(JSON.parse(String(text)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
