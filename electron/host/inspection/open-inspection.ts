import {
  type ActChoice,
  type InspectionView,
  type LabelsView,
  type MaskShape,
  type ServerLabel,
  serverLabel,
} from '../../../shared/model/inspection.ts';
import { managedMasks } from '../../policy/managed/inspection.ts';
import type { InspectionPolicy } from '../../inspection/inspection-policy.ts';
import type { Profile } from '../open-profile.ts';
import type { Judge } from '../policy/judge.ts';
import type { OpenManagedPolicy } from '../policy/managed-policy.ts';
import { type InspectionBook, openInspectionBook } from './inspection-book.ts';
import { inspectionPolicy } from './inspection-policy.ts';
import type { InspectionPorts } from './inspection-ports.ts';

export interface OpenInspectionPorts {
  readonly profile: Pick<Profile, 'rows' | 'seals' | 'servers' | 'clients' | 'guard' | 'logger'>;
  readonly managed: Pick<OpenManagedPolicy, 'current' | 'policy'>;
  readonly judge: Judge;
}

/** What was chosen about inspection, in one running host. */
export interface InspectionRoom {
  readonly book: InspectionBook;
  readonly policy: InspectionPolicy;
  /** Minima of an organisation, and its masks; the same arrays until they change. */
  demanded(): readonly ActChoice[];
  managedMasks(): readonly MaskShape[];
  /** What is looked at, or comes and goes, beside the book; absent until it is there. */
  parts: InspectionPorts;
  /** All labels of a server, chosen and guessed. */
  labelsOf(server: string): LabelsView;
  /** Everything for the window; the same object until something of it changes. */
  view(): InspectionView;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
  onChange(listener: () => void): void;
}

const NOTHING: readonly never[] = [];
const NO_GUESS: ReadonlyMap<ServerLabel, boolean> = new Map();

/**
 * Opens what was chosen about inspection. With masks lost, their texts could cross: everything is asked about until a
 * person lifts that, as with rules that were changed outside Doorward.
 */
export function openInspection({ profile, managed, judge }: OpenInspectionPorts): InspectionRoom {
  const { rows, seals, servers, clients, guard, logger } = profile;
  const locked = seals.report.state === 'locked';
  const book = openInspectionBook({ rows, locked, servers: () => servers.all().map(({ id }) => id) });
  for (const notice of book.notices) logger.warn(notice);
  if (book.distrusted && !locked && guard.state() === 'usual') guard.set('ask');

  let from: unknown = null;
  let demanded: readonly ActChoice[] = NOTHING;
  let masks: readonly MaskShape[] = NOTHING;
  const refresh = (): void => {
    const current = managed.current();
    if (from === current) return;
    from = current;
    demanded = current?.inspection ?? NOTHING;
    masks = managedMasks(current);
  };
  const demandedNow = () => (refresh(), demanded);
  const masksNow = () => (refresh(), masks);
  const policy = inspectionPolicy({
    book,
    demanded: demandedNow,
    managedMasks: masksNow,
    server: (id) => servers.get(id),
    knowsClient: (id) => clients.find(id)?.id === id,
    roleOf: (id) => judge.roleOf(id),
    presetOf: (id) => judge.presetOf(id),
    onChange: (listener) => judge.onChange(listener),
  });

  /** What the view was made of: what is the same object says the same, and the rest is small. */
  let shown: { readonly of: readonly unknown[]; readonly view: InspectionView } | undefined;
  const room: InspectionRoom = {
    book,
    policy,
    demanded: demandedNow,
    managedMasks: masksNow,
    parts: { guess: () => NO_GUESS },
    notices: book.notices,
    labelsOf(server) {
      const own = book.labels(server);
      const guessed = room.parts.guess(server);
      return {
        server,
        labels: serverLabel.options.map((label) => {
          const chosen = own.get(label);
          return { label, holds: chosen ?? guessed.get(label) ?? false, chosen: chosen !== undefined };
        }),
      };
    },
    view() {
      const { flow, canaries } = room.parts;
      const labels = servers.all().map(({ id }) => room.labelsOf(id));
      const marks = [...(flow?.marks() ?? [])];
      const named = [...(canaries?.list() ?? book.canaries())];
      const of = [book.version, demandedNow(), masksNow(), JSON.stringify([labels, marks, named])];
      if (shown !== undefined && of.every((part, i) => part === shown?.of[i])) return shown.view;
      const view: InspectionView = {
        acts: [...book.acts()],
        demanded: [...demandedNow()],
        personal: [...book.personal()],
        masks: [
          ...masksNow().map((mask) => ({ mask, managed: true })),
          ...book.masks().map((mask) => ({ mask, managed: false })),
        ],
        canaries: named,
        labels,
        marks,
      };
      shown = { of, view };
      return view;
    },
    onChange(listener) {
      book.onChange(listener);
      managed.policy.onChange(listener);
    },
  };
  return room;
}
