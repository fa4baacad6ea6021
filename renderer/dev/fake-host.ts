import type { Bridge, HostPatch, Phase, Push, PushOf } from '../../shared/ipc/window.ts';
import type { ManagedView } from '../../shared/ipc/shapes.ts';
import type { AppView, BehindTheBack } from '../../shared/model/ai-app.ts';
import type { InspectionView } from '../../shared/model/inspection.ts';
import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import { LIVE_CALLS, PATCH_CALLS, SNAPSHOT_CALLS } from '../../shared/model/live-bounds.ts';
import type { LiveCall } from '../../shared/model/live.ts';
import type { Role, RuleView } from '../../shared/model/policy.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
import type { ServerReview } from '../../shared/model/trust.ts';
import { managedByNobody, sampleRoles } from './sample-policy.ts';
import { sampleInspection } from './fake-inspection.ts';
import { sampleCall } from './sample-calls.ts';
import { sampleClients, sampleServers, sampleStatus } from './sample-servers.ts';

type Listeners = { [P in Push]: Set<(value: PushOf<P>) => void> };

/** The state behind the fake bridge, kept as a host keeps it: a snapshot and numbered patches. */
export class FakeHost {
  status = sampleStatus;
  servers = sampleServers;
  clients = sampleClients;
  /** Nothing is on hold at first; `samples()` of sample-reviews has something of every kind. */
  reviews: ServerReview[] = [];
  /** No call waits at first, and no permission has been given; sample-policy has some of every kind. */
  pending: HeldCall[] = [];
  missed: MissedCall[] = [];
  rules: RuleView[] = [];
  roles: Role[] = sampleRoles;
  /** No AI app was found at first; `sampleApps` of fake-apps has some. */
  apps: readonly AppView[] = [];
  behindTheBack: readonly BehindTheBack[] = [];
  inspection: InspectionView = sampleInspection();
  /** No profile at first; `sampleProfiles` of fake-profiles has some. */
  profiles: ToolProfileState = { profiles: [], roles: [] };
  managed: ManagedView = managedByNobody;
  phase: Phase = { kind: 'running' };
  readonly run = 'run-1';
  #seq = 0;
  #n = 0;
  #calls: LiveCall[] = [];
  readonly #listeners: Listeners = {
    phase: new Set(),
    patch: new Set(),
    progress: new Set(),
    navigate: new Set(),
    pending: new Set(),
  };

  constructor(calls: number) {
    const now = Date.now();
    for (let index = calls; index > 0; index -= 1) {
      this.#calls.push(sampleCall((this.#n += 1), now - index * 7000, index <= 2));
    }
  }

  readonly on: Bridge['on'] = {
    phase: (listener) => this.#hear('phase', listener),
    patch: (listener) => this.#hear('patch', listener),
    progress: (listener) => this.#hear('progress', listener),
    navigate: (listener) => this.#hear('navigate', listener),
    pending: (listener) => this.#hear('pending', listener),
  };

  #hear<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void {
    this.#listeners[push].add(listener);
    return () => {
      this.#listeners[push].delete(listener);
    };
  }

  tell<P extends Push>(push: P, value: PushOf<P>): void {
    for (const listener of this.#listeners[push]) listener(value);
  }

  patch(change: Omit<HostPatch, 'run' | 'seq'>): void {
    if (change.status !== undefined) this.status = change.status;
    if (change.servers !== undefined) this.servers = change.servers;
    if (change.clients !== undefined) this.clients = change.clients;
    if (change.reviews !== undefined) this.reviews = change.reviews;
    if (change.pending !== undefined) this.pending = change.pending;
    if (change.missed !== undefined) this.missed = change.missed;
    if (change.rules !== undefined) this.rules = change.rules;
    if (change.roles !== undefined) this.roles = change.roles;
    if (change.apps !== undefined) this.apps = change.apps;
    if (change.behindTheBack !== undefined) this.behindTheBack = change.behindTheBack;
    if (change.inspection !== undefined) this.inspection = change.inspection;
    if (change.profiles !== undefined) this.profiles = change.profiles;
    if (change.managed !== undefined) this.managed = change.managed;
    this.tell('patch', { run: this.run, seq: (this.#seq += 1), ...change });
  }

  snapshot() {
    const { status, servers, clients, reviews, pending, missed, rules, roles, managed, inspection } = this;
    const [apps, behindTheBack] = [[...this.apps], [...this.behindTheBack]];
    const calls = this.#calls.slice(-SNAPSHOT_CALLS);
    return {
      run: this.run,
      seq: this.#seq,
      state: {
        status,
        servers,
        clients,
        reviews,
        pending,
        missed,
        rules,
        roles,
        managed,
        calls,
        apps,
        behindTheBack,
        inspection,
        profiles: this.profiles,
      },
    };
  }

  call(id: string): LiveCall | undefined {
    return this.#calls.find((row) => row.call === id);
  }

  newest(limit: number): LiveCall[] {
    return this.#calls.slice(-limit).toReversed();
  }

  setPhase(phase: Phase): void {
    this.phase = phase;
    this.tell('phase', phase);
  }

  /** New calls at a rate, twenty patches a second; each ends with the patch after the one it came in. */
  async burst(rate: number, seconds: number): Promise<void> {
    const perPatch = Math.max(1, Math.round(rate / 20));
    let open: LiveCall[] = [];
    for (let step = 0; step < seconds * 20; step += 1) {
      const now = Date.now();
      const ended = open.map((row) => sampleCall(row.n, row.at));
      open = Array.from({ length: perPatch }, () => sampleCall((this.#n += 1), now, true));
      this.#take(ended, open);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    this.#take(
      open.map((row) => sampleCall(row.n, row.at)),
      [],
    );
  }

  #take(ended: readonly LiveCall[], fresh: readonly LiveCall[]): void {
    const done = new Map(ended.map((row) => [row.call, row]));
    this.#calls = [...this.#calls.map((row) => done.get(row.call) ?? row), ...fresh].slice(-LIVE_CALLS);
    const rows = [...ended, ...fresh];
    const calls = rows.slice(-PATCH_CALLS);
    this.patch({ calls, ...(rows.length > calls.length && { skipped: rows.length - calls.length }) });
  }
}
