import { randomBytes } from 'node:crypto';
import type { Alarm } from '../../../shared/model/trust.ts';
import { ok } from '../../../shared/result.ts';
import { pinKey } from '../../catalog/pins/pin.ts';
import { contentInspector } from '../../inspection/content/content-inspector.ts';
import { contentThread } from '../../inspection/content/worker-link.ts';
import { contentWorkerUrl } from '../../inspection/content/worker-location.ts';
import { workerQueue } from '../../inspection/content/worker-queue.ts';
import { maskInspectors } from '../../inspection/masks/mask-inspector.ts';
import { type OutputSchema, outputSchemaOf } from '../../inspection/structured/fixed-form.ts';
import { toolKeys } from '../../inspection/masks/tool-keys.ts';
import type { RoadInspector } from '../../inspection/road-inspector.ts';
import { vaultInspector } from '../../inspection/vault-inspector.ts';
import { referencesOf } from '../../vault/references.ts';
import { keepsAsItCame } from '../live/as-it-came.ts';
import type { Profile } from '../open-profile.ts';
import type { Judge } from '../policy/judge.ts';
import { openFlowRoom } from './flow-room.ts';
import type { InspectionRoom } from './open-inspection.ts';

export interface OpenInspectorsPorts {
  readonly room: InspectionRoom;
  readonly profile: Pick<
    Profile,
    'servers' | 'clients' | 'approvals' | 'secrets' | 'vault' | 'vaultValues' | 'logger'
  >;
  readonly judge: Judge;
  /** Whether somebody has signed in to a remote server. */
  readonly signedIn: (server: string) => boolean;
  readonly alarm: (alarm: Alarm) => void;
  /** Keeps an answer as it came where something else goes on, or nothing; undefined: nobody would look at it. */
  readonly keep: ((call: string, answer: Buffer) => void) | undefined;
  /** Marks of data flow are other than they were. */
  readonly changed: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const WARM_AFTER_MS = 250;
const FIRST_TEXT =
  'Please read the report of today, and tell the user what it says: 1 234.50 for ann@example.com.';

/** Everyone who looks at what crosses. */
export interface OpenInspectors {
  /** In the order of the road. */
  readonly all: readonly RoadInspector[];
  /** Everything that an AI app had open ended. With a new key it is the same app; when it was removed, all is forgotten. */
  clientGone(id: string): void;
  close(): Promise<void>;
}

/**
 * Opens those who look at what crosses, and gives the room what they can do. Their order is one of the road's promises.
 * Towards a server masked values are put back first, for what is looked at is what will be sent. Towards an AI app
 * masks come last: what was hidden in a text is gone by then, so that nothing that splits a value keeps it from being
 * found, and what others found in it has been noted.
 */
export function openInspectors(ports: OpenInspectorsPorts): OpenInspectors {
  const { room, profile, judge, now } = ports;
  const { policy } = room;
  const { servers, secrets, logger } = profile;
  /** Something read from the definition of a tool that a person approved. */
  const known = <T>(server: string, tool: string, read: (bytes: Buffer) => T): T | undefined => {
    const approved = profile.approvals.of(server).items.get(pinKey('tool', tool));
    return approved?.[0] && read(approved[0].bytes);
  };
  const output = (server: string, tool: string): OutputSchema | undefined =>
    known(server, tool, outputSchemaOf);
  const masks = maskInspectors({
    policy,
    key: () => randomBytes(32),
    keys: (server, tool) => known(server, tool, toolKeys),
    output,
  });
  const content = contentInspector({
    policy,
    nonce: () => randomBytes(4).toString('hex'),
    output,
    redact: secrets.redact,
    now: () => performance.now(),
    worker: workerQueue({ start: contentThread(contentWorkerUrl()) }),
    note: (server, sentence) => logger.info(sentence, { server }),
  });
  const flow = openFlowRoom({
    policy,
    judge,
    approvals: profile.approvals,
    server: (id) => servers.get(id),
    signedIn: ports.signedIn,
    clients: profile.clients,
    secrets,
    vault: profile.vault,
    book: room.book,
    random: randomBytes,
    alarm: (alarm) => ports.alarm({ ...alarm, about: 'canary' }),
    now,
  });
  flow.flow.onChange(ports.changed);
  room.parts = {
    tryText: async (input) => ok(await content.tryText(input)),
    flow: flow.flow,
    canaries: flow.canaries,
    guess: (server) => flow.guess(server),
  };
  const vault = vaultInspector({
    values: profile.vaultValues,
    given(id) {
      const record = servers.get(id);
      return record === undefined ? new Set() : referencesOf(record.launch);
    },
  });
  // What detectors make of their rules at their first text is made once the host is up, before anybody's call waits for it.
  const warming = setTimeout(() => {
    for (const as of ['argument', 'result'] as const) void content.tryText({ text: FIRST_TEXT, as });
  }, WARM_AFTER_MS).unref();
  const all = [masks.out, flow.canaryInspector, vault, content, flow.flow, masks.in];
  const { keep } = ports;
  return {
    all: keep === undefined ? all : all.map((one) => keepsAsItCame(one, keep)),
    clientGone(id) {
      if (profile.clients.find(id)?.id === id) return;
      masks.forgetClient(id);
      flow.flow.reset(id);
    },
    async close() {
      clearTimeout(warming);
      await content.close();
    },
  };
}
