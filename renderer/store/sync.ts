import type { HostPatch, HostSnapshot } from '../../shared/ipc/window.ts';

/** What became ready to be shown: a whole snapshot, or patches that follow what was shown before. */
export interface Ready {
  readonly snapshot?: HostSnapshot;
  readonly patches: readonly HostPatch[];
}

/** Patches that are kept while a snapshot is on its way; beyond that another snapshot is needed anyway. */
const PENDING = 256;
const RETIRED = 8;

/**
 * Decides what of a stream of patches may be shown. Patches of the run at hand are let through in order; one that
 * leaves a gap, or belongs to another run, is kept and `needsSnapshot` becomes true until a snapshot closes the gap.
 */
export class Sync {
  #run: string | undefined;
  #seq = -1;
  #pending: HostPatch[] = [];
  #overflow = false;
  /** Runs that are over: what is still told about them comes too late. */
  #retired: string[] = [];
  /** Runs of the patches that were kept when the snapshot was asked for. */
  #before: readonly string[] = [];

  get needsSnapshot(): boolean {
    return this.#run === undefined || this.#overflow || this.#pending.length > 0;
  }

  /** The patches that follow now, which is none when this one left a gap. */
  patch(patch: HostPatch): readonly HostPatch[] {
    if (this.#retired.includes(patch.run)) return [];
    if (patch.run === this.#run && patch.seq <= this.#seq) return [];
    if (patch.run !== this.#run || patch.seq !== this.#seq + 1) {
      if (this.#pending.length < PENDING) this.#pending.push(patch);
      else this.#overflow = true;
      return [];
    }
    this.#seq = patch.seq;
    return [patch, ...this.#drain()];
  }

  /** To be told when a snapshot is asked for: of the runs known until now, only the one it shows goes on. */
  asked(): void {
    this.#before = this.#pending.map((patch) => patch.run);
  }

  /** Takes a snapshot; undefined when what is shown is newer. */
  snapshot(snapshot: HostSnapshot): Ready | undefined {
    if (this.#retired.includes(snapshot.run)) return undefined;
    if (snapshot.run === this.#run && snapshot.seq < this.#seq) return undefined;
    for (const run of [this.#run, ...this.#before]) {
      if (run !== undefined && run !== snapshot.run) this.#retire(run);
    }
    this.#before = [];
    this.#run = snapshot.run;
    this.#seq = snapshot.seq;
    this.#overflow = false;
    this.#pending = this.#pending.filter((patch) => !this.#retired.includes(patch.run));
    return { snapshot, patches: this.#drain() };
  }

  /** The host is gone; the next snapshot starts anew. */
  forget(): void {
    if (this.#run !== undefined) this.#retire(this.#run);
    this.#run = undefined;
    this.#seq = -1;
    this.#pending = [];
    this.#overflow = false;
  }

  #retire(run: string): void {
    if (!this.#retired.includes(run)) this.#retired = [...this.#retired, run].slice(-RETIRED);
  }

  #drain(): HostPatch[] {
    const run = this.#run;
    const mine = this.#pending
      .filter((patch) => patch.run === run && patch.seq > this.#seq)
      .toSorted((a, b) => a.seq - b.seq);
    const follows: HostPatch[] = [];
    for (const patch of mine) {
      if (patch.seq !== this.#seq + 1) continue;
      this.#seq = patch.seq;
      follows.push(patch);
    }
    this.#pending = this.#pending.filter((patch) => patch.run !== run || patch.seq > this.#seq);
    return follows;
  }
}
