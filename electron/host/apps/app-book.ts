import { fail, ok, type Result } from '../../../shared/result.ts';
import {
  type AppRecord,
  type AppStep,
  type AppStore,
  type Ledger,
  emptyLedger,
  readLedger,
} from '../../onboarding/apps/ledger.ts';

/** What a host remembers of AI apps; in memory is only what is on disk. */
export interface AppBook {
  /** Why nothing may be written or taken back, in a sentence. */
  readonly trouble: string | undefined;
  of(app: string): AppRecord;
  /** On disk when it returns. */
  update(app: string, change: (record: AppRecord) => AppRecord): Result<void>;
  /** The same for several apps, in one write. */
  updateAll(changes: readonly (readonly [string, (record: AppRecord) => AppRecord])[]): Result<void>;
  addStep(app: string, step: AppStep): Result<void>;
}

const NOTHING: AppRecord = { steps: [] };

/** Opens what is remembered. Once it cannot be read, nothing is ever written over it. */
export function openAppBook(store: AppStore): AppBook {
  const text = store.readLedger();
  const read = text.ok ? readLedger(text.value) : text;
  let ledger: Ledger = read.ok ? read.value : emptyLedger;
  const trouble = read.ok ? undefined : read.message;
  const book: AppBook = {
    trouble,
    of: (app) => (Object.hasOwn(ledger.apps, app) ? (ledger.apps[app] ?? NOTHING) : NOTHING),
    update: (app, change) => book.updateAll([[app, change]]),
    updateAll(changes) {
      if (trouble !== undefined) return fail('malformed', trouble);
      const changed = changes.map(([app, change]) => [app, change(book.of(app))] as const);
      const next: Ledger = { ...ledger, apps: { ...ledger.apps, ...Object.fromEntries(changed) } };
      const written = store.writeLedger(`${JSON.stringify(next, null, 1)}\n`);
      if (!written.ok) return written;
      ledger = next;
      return ok(undefined);
    },
    addStep: (app, step) =>
      book.update(app, (record) => ({ ...record, steps: [...record.steps, step], waits: undefined })),
  };
  return book;
}
