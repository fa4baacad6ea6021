import type { Answered, SoakApp } from './app.ts';
import type { Ending } from './sick-kinds.ts';
import { answerText, TOOL_NAMES } from './servers/good-answers.ts';

const KEPT = 10;

/** What became of the calls of the well-behaved servers. */
export class GoodTally {
  answered = 0;
  lost = 0;
  crossed = 0;
  /** The first of those that went wrong. */
  readonly wrong: string[] = [];
  readonly latencies: number[] = [];
  readonly #apps: readonly SoakApp[];
  readonly #servers: readonly string[];
  #made = 0;

  constructor(apps: readonly SoakApp[], servers: readonly string[]) {
    this.#apps = apps;
    this.#servers = servers;
  }

  /** One call, of the next app to the next server, and what came of it. Never rejects. */
  async call(): Promise<void> {
    const n = this.#made++;
    const app = this.#apps[n % this.#apps.length] as SoakApp;
    // Every app comes to every tool of every server in time.
    const at = Math.floor(n / this.#apps.length);
    const server = this.#servers[at % this.#servers.length] ?? '';
    const round = Math.floor(at / this.#servers.length);
    const tool = TOOL_NAMES[(round + (at % this.#servers.length) * 7) % TOOL_NAMES.length] ?? '';
    const mark = `call ${n}`;
    const begun = performance.now();
    try {
      const answer = await app.call(server, tool, mark);
      this.latencies.push(performance.now() - begun);
      this.#judge(answer, answerText(server, tool, mark), `${server} ${tool} ${mark}`);
    } catch (error) {
      this.lost++;
      this.#note(`${server} ${tool} ${mark}: ${String(error)}`);
    }
  }

  #judge(answer: Answered, wanted: string, what: string): void {
    if (answer.foreign === 0 && answer.text?.startsWith(wanted) === true) {
      this.answered++;
    } else if (answer.sentence !== undefined) {
      this.lost++;
      this.#note(`${what}: ${answer.sentence}`);
    } else {
      this.crossed++;
      this.#note(
        `${what}: answered with "${answer.text?.slice(0, 60) ?? ''}", ${answer.foreign} others beside it`,
      );
    }
  }

  #note(line: string): void {
    if (this.wrong.length < KEPT) this.wrong.push(line.slice(0, 400));
  }
}

/** What became of the calls of one sick server. */
export interface SickTally {
  readonly kind: string;
  readonly ending: Ending;
  calls: number;
  /** Ended as they have to. */
  well: number;
  slowestMs: number;
  /** The last sentence, or what was wrong. */
  last: string;
  /** Ended in another way: without a word, with the answer to something else. */
  readonly wrong: string[];
}

/**
 * Calls a sick server again and again until `over`, one call at a time, and writes down how each call ends. A server
 * that recovers may also be refused with a sentence while it is down.
 */
export async function callSick(
  tally: SickTally,
  app: SoakApp,
  server: string,
  over: () => boolean,
  pause: () => Promise<void>,
): Promise<void> {
  while (!over()) {
    const mark = `${tally.kind} ${tally.calls}`;
    const begun = performance.now();
    tally.calls++;
    try {
      const { text, sentence, foreign } = await app.call(server, 'read_page_0', mark);
      const answered = text?.startsWith(answerText(server, 'read_page_0', mark)) === true;
      const told = sentence !== undefined && sentence.includes(server);
      tally.last = sentence ?? text?.slice(0, 40) ?? '';
      if (foreign === 0 && (told || (answered && tally.ending === 'answer'))) tally.well++;
      else note(tally, `${mark}: ${(sentence ?? text ?? '').slice(0, 300)}`);
    } catch (error) {
      note(tally, `${mark}: ${String(error)}`);
    }
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - begun);
    await pause();
  }
}

function note({ wrong }: SickTally, line: string): void {
  if (wrong.length < KEPT) wrong.push(line);
}
