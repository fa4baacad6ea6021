import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import {
  type ActChoice,
  type CanaryView,
  type InspectionView,
  type LabelsView,
  serverLabel,
} from '../../shared/model/inspection.ts';
import type { FakeHost } from './fake-host.ts';
import { sampleTrial } from './sample-found.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<
  Bridge['commands'],
  Extract<keyof Bridge['commands'], `${'inspection' | 'mask' | 'flow' | 'canary'}.${string}` | 'server.label'>
>;

const DAY = 86_400_000;

/** What a person chose, with something of every kind. */
export function sampleInspection(): InspectionView {
  const now = Date.now();
  return {
    acts: [
      { watch: 'secret', direction: 'to-app', act: 'mask' },
      { watch: 'injection-high', direction: 'to-app', server: 'files', act: 'note' },
      { watch: 'personal', direction: 'to-server', role: 'read-only', act: 'block' },
    ],
    demanded: [{ watch: 'secret', direction: 'to-server', act: 'ask' }],
    personal: ['email', 'phone', 'iban', 'card', 'national-id', 'ip'],
    masks: [
      {
        mask: { name: 'Contract', find: { pattern: 'CT-[0-9]{6}' }, way: 'remove', direction: 'to-server' },
        managed: true,
      },
      {
        mask: {
          name: 'Customers',
          find: { words: ['Miller & Sons', 'Northwind'] },
          ignoreCase: true,
          way: 'reversible',
          direction: 'both',
          restoreFor: ['mail'],
        },
        managed: false,
      },
    ],
    canaries: [
      { name: 'salary sheet', createdAt: now - 40 * DAY },
      { name: 'old backup', createdAt: now - 90 * DAY, lastSeenAt: now - 2 * DAY },
    ],
    labels: [
      labelsOf('files', { private: true }),
      labelsOf('mail', { private: true, untrusted: true, public: true }),
      labelsOf('weather', {}),
    ],
    marks: [
      {
        clientId: 'c1',
        clientName: 'Claude Desktop',
        private: [{ server: 'files', call: 'call-7', name: 'read_text_file', at: now - 300_000 }],
        untrusted: [{ server: 'mail', call: 'call-9', name: 'search_messages', at: now - 120_000 }],
      },
    ],
  };
}

function labelsOf(server: string, guessed: Partial<Record<string, boolean>>): LabelsView {
  return {
    server,
    labels: serverLabel.options.map((label) => ({ label, holds: guessed[label] ?? false, chosen: false })),
  };
}

/** The part of the fake bridge that is about inspection. */
export function fakeInspectionCommands(host: FakeHost): Commands {
  const change = (next: Partial<InspectionView>): InspectionView => {
    const inspection = { ...host.inspection, ...next };
    host.patch({ inspection });
    return inspection;
  };
  const isAt = (
    one: ActChoice,
    place: { readonly [K in keyof ActChoice]?: ActChoice[K] | undefined },
  ): boolean =>
    one.watch === place.watch &&
    one.direction === place.direction &&
    one.server === place.server &&
    one.role === place.role;
  return {
    'inspection.show': () => ok(host.inspection),
    'inspection.set': ({ choices }) =>
      ok(
        change({
          acts: [
            ...host.inspection.acts.filter((one) => !choices.some((other) => isAt(one, other))),
            ...choices,
          ],
        }),
      ),
    'inspection.unset': ({ exact, ...place }) =>
      ok(
        change({
          acts: host.inspection.acts.filter((one) =>
            exact === true
              ? !isAt(one, place)
              : !Object.entries(place).every(([key, value]) => one[key as keyof ActChoice] === value),
          ),
        }),
      ),
    'inspection.personal': ({ types }) => ok(change({ personal: types })),
    'inspection.try': ({ text }) => ok(sampleTrial(text)),
    'mask.list': () => ok(host.inspection.masks),
    'mask.put': ({ mask }) => {
      const view = { mask, managed: false };
      change({ masks: [...host.inspection.masks.filter((one) => one.mask.name !== mask.name), view] });
      return ok(view);
    },
    'mask.remove': ({ name }) => {
      change({ masks: host.inspection.masks.filter(({ mask }) => mask.name !== name) });
      return ok({ name });
    },
    'mask.try': ({ mask, sample }) => {
      if ('words' in mask.find) {
        const [word = ''] = mask.find.words;
        const start = sample.indexOf(word);
        if (start === -1) return ok({ found: [], text: sample });
        const text = sample.replace(word, mask.replacement ?? `[${mask.name}]`);
        return ok({ found: [{ start, end: start + word.length }], text });
      }
      return mask.find.pattern.includes('(?')
        ? no('bad-mask', 'The pattern has a group of a kind that is not known.')
        : ok({ found: [], text: sample });
    },
    'server.label': ({ id, label, holds }) => {
      const before = host.inspection.labels.find(({ server }) => server === id) ?? labelsOf(id, {});
      const view: LabelsView = {
        server: id,
        labels: before.labels.map((one) =>
          one.label === label ? { label, holds: holds === 'yes', chosen: holds !== 'guess' } : one,
        ),
      };
      change({ labels: [...host.inspection.labels.filter(({ server }) => server !== id), view] });
      return ok(view);
    },
    'flow.reset': ({ client }) => {
      change({
        marks: host.inspection.marks.filter(
          ({ clientId, clientName }) => clientId !== client && clientName !== client,
        ),
      });
      return ok({ client });
    },
    'canary.add': ({ name }) => {
      const made: CanaryView = { name, createdAt: Date.now() };
      change({ canaries: [...host.inspection.canaries, made] });
      return ok({ name, value: 'dwc-7Yq2mZ4tKx9LbV1nRs8w' });
    },
    'canary.list': () => ok(host.inspection.canaries),
    'canary.remove': ({ name }) => {
      change({ canaries: host.inspection.canaries.filter((one) => one.name !== name) });
      return ok({ name });
    },
  };
}
