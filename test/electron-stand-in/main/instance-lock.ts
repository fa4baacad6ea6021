import { randomUUID } from 'node:crypto';
import {
  type FSWatcher,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What a later instance tells the first one. */
export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/** When a process started, which tells it from another that has its number later. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function holderOf(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * The single-instance lock of a profile folder: a file that names its holder, and a folder of messages to it.
 * Everything a later instance does is synchronous, because `requestSingleInstanceLock` is.
 */
export class InstanceLock {
  readonly #lock: string;
  readonly #mail: string;
  readonly #listener: (second: SecondInstance) => void;
  #watcher: FSWatcher | undefined;
  #held = false;

  constructor(userData: string, listener: (second: SecondInstance) => void) {
    this.#lock = join(userData, 'StandInInstance.lock');
    this.#mail = join(userData, 'StandInInstance.mail');
    this.#listener = listener;
    mkdirSync(this.#mail, { recursive: true, mode: 0o700 });
  }

  get held(): boolean {
    return this.#held;
  }

  /** Takes the lock, or hands the message to its holder and returns `false`. */
  request(data: unknown): boolean {
    if (this.#held) return true;
    const mine = `${this.#lock}.${randomUUID()}`;
    writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { mode: 0o600 });
    try {
      for (;;) {
        try {
          linkSync(mine, this.#lock);
          this.#hold();
          return true;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
        const holder = holderOf(this.#lock);
        if (holder !== undefined && startOf(holder.pid) === holder.started) {
          this.#tell({ argv: [...process.argv], cwd: process.cwd(), data });
          return false;
        }
        this.#removeStale();
      }
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Gives the lock back. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#watcher?.close();
    rmSync(this.#lock, { force: true });
    rmSync(this.#mail, { recursive: true, force: true });
  }

  #removeStale(): void {
    // Renaming first: of two that find the same stale lock, only one gets it.
    const away = `${this.#lock}.${randomUUID()}`;
    try {
      renameSync(this.#lock, away);
      unlinkSync(away);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  #hold(): void {
    this.#held = true;
    rmSync(this.#mail, { recursive: true, force: true });
    mkdirSync(this.#mail, { mode: 0o700 });
    this.#watcher = watch(this.#mail, () => this.#read());
    this.#watcher.unref();
    this.#watcher.on('error', () => {});
  }

  #tell(second: SecondInstance): void {
    const file = join(this.#mail, `${randomUUID()}.message`);
    mkdirSync(this.#mail, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, serialize(second), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }

  #read(): void {
    for (const name of readdirSync(this.#mail).filter((entry) => entry.endsWith('.message'))) {
      const file = join(this.#mail, name);
      try {
        const second = deserialize(readFileSync(file)) as SecondInstance;
        unlinkSync(file);
        this.#listener(second);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
}
