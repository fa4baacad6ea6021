/** Who calls what, so that the same call can be told from others. */
export interface SameCall {
  /** Names the call: AI app, server, tool and digest of the arguments. */
  readonly key: string;
  /** It only reads. */
  readonly reads: boolean;
}

/** One call that has been made often before. */
export interface Repeated {
  /** A person has to be asked about it; one sentence for them. */
  readonly doubt?: string | undefined;
  /** It does not go on: they are being asked, or have said no; one sentence for the AI app. */
  readonly refused?: string | undefined;
  /** It may go, and does so now: nobody is asked about it any more. */
  goes(): void;
  /** The server answered: a digest of that, or `error`, whatever the error says. */
  answered(digest: string): void;
  /** It is over. `denied`: a person was asked about it and did not let it pass. Counts once. */
  over(how: { readonly sent: boolean; readonly denied: boolean }): void;
}

/** The thresholds; `docs/limits.md` says what they mean. */
export const LOOP = {
  /** A pause of this length ends a loop; and what is counted happened within it. */
  windowMs: 60_000,
  /** Calls alike before anybody looks at answers: until then a call costs a look into a table. */
  before: 10,
  /** Answers alike after that; of tools that only read, for those are what a program waits on. */
  answers: 10,
  readAnswers: 230,
  /** Let pass by a person: not asked about again for this long. Not let pass: refused for this long. */
  quietMs: 30 * 60_000,
  deniedMs: 5 * 60_000,
} as const;

/** Slots of the table; a power of two. Two calls that share one hide each other, and no more than that. */
const SLOTS = 4096;
/** Calls that are looked at closely; the one that was made longest ago is forgotten. */
const MAX_CLOSE = 512;

interface Close {
  /** When the newest answers that were alike came; as many as are needed. */
  times: number[];
  last: string | undefined;
  asking: boolean;
  quietUntil: number;
  deniedUntil: number;
}

/**
 * Notices the same call made again and again with the same answer, or with errors. A finder of accidents, not of
 * attacks: an AI app that wants to evade it changes an argument. Memory is fixed, and the calls that are not repeated
 * cost a look into a table.
 */
export class LoopFinder {
  readonly #now: () => number;
  readonly #prints = new Uint32Array(SLOTS);
  readonly #counts = new Uint32Array(SLOTS);
  readonly #at = new Float64Array(SLOTS);
  readonly #close = new Map<string, Close>();

  /** `now`: monotonic milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a call by what is cheap to say of it; true: it has been made so often that `repeated` should look at it. */
  seen(print: number): boolean {
    const slot = print & (SLOTS - 1);
    const now = this.#now();
    const goesOn = this.#prints[slot] === print >>> 0 && now - (this.#at[slot] ?? 0) <= LOOP.windowMs;
    const count = goesOn ? (this.#counts[slot] ?? 0) + 1 : 1;
    this.#prints[slot] = print;
    this.#counts[slot] = count;
    this.#at[slot] = now;
    return count > LOOP.before;
  }

  /** Looks at a call closely. */
  repeated({ key, reads }: SameCall): Repeated {
    const now = this.#now();
    const close = this.#closeOf(key);
    const needed = reads ? LOOP.readAnswers : LOOP.answers;
    const { refused, doubt } = this.#judge(close, needed, now);
    if (doubt !== undefined) close.asking = true;
    let over = refused !== undefined;
    let answered = false;
    const answer = (digest: string): void => {
      if (answered || over) return;
      answered = true;
      const alike = close.last === digest;
      close.last = digest;
      close.times = alike ? [...close.times.slice(1 - needed), this.#now()] : [this.#now()];
    };
    const goes = (): void => {
      if (doubt === undefined || over) return;
      close.asking = false;
      close.times = [];
      close.quietUntil = this.#now() + LOOP.quietMs;
    };
    return {
      doubt,
      refused,
      goes,
      answered: answer,
      over: ({ sent, denied }) => {
        if (over) return;
        if (sent) {
          goes();
          answer('error');
        }
        over = true;
        if (doubt === undefined || sent) return;
        close.asking = false;
        close.times = [];
        if (denied) close.deniedUntil = this.#now() + LOOP.deniedMs;
      },
    };
  }

  #judge(close: Close, needed: number, now: number): Pick<Repeated, 'doubt' | 'refused'> {
    if (close.deniedUntil > now) {
      const minutes = Math.ceil((close.deniedUntil - now) / 60_000);
      return {
        refused: `This same call was made again and again, and the person did not let it go on. Nothing was sent. Do something else; this call can be tried again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
      };
    }
    if (close.asking)
      return {
        refused:
          'This same call was made again and again, and the person is being asked whether it may go on. Nothing was sent. Wait for their answer.',
      };
    const first = close.times.at(-needed);
    if (close.quietUntil > now || close.times.length < needed || first === undefined) return {};
    if (now - first > LOOP.windowMs) return {};
    const what = close.last === 'error' ? 'it failed each time' : 'the answer was the same each time';
    return {
      doubt: `This AI app has made this very call ${needed + LOOP.before} times within a minute, and ${what}. It may be stuck in a loop.`,
    };
  }

  #closeOf(key: string): Close {
    const known = this.#close.get(key);
    // The order of a map is that in which things were put into it.
    if (known !== undefined) this.#close.delete(key);
    const close = known ?? {
      times: [],
      last: undefined,
      asking: false,
      quietUntil: 0,
      deniedUntil: 0,
    };
    this.#close.set(key, close);
    if (this.#close.size > MAX_CLOSE) {
      const oldest = this.#close.keys().next();
      if (oldest.done !== true) this.#close.delete(oldest.value);
    }
    return close;
  }
}
