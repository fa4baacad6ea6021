import type { ConnectMode, ConnectWay } from '../../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { editSettings } from '../../onboarding/edit/edit-settings.ts';
import type { FoundFile } from '../../onboarding/apps/app-files.ts';
import type { AppSpec } from '../../onboarding/apps/app-spec.ts';
import { hidden } from '../../onboarding/apps/launch-words.ts';
import { type AppStep, sha256, valueDigest } from '../../onboarding/apps/ledger.ts';
import { type ConnectPlan, planConnect, type Reach } from '../../onboarding/apps/plan-connect.ts';
import type { ImportItem } from '../../onboarding/apps/plan-import.ts';
import { secretsInFile } from '../../onboarding/apps/preview-secrets.ts';
import { type AppFile, shownPath } from '../../onboarding/apps/read-app.ts';
import { bytesOf } from '../../onboarding/apps/settings-text.ts';
import { undoSteps } from '../../onboarding/apps/undo-steps.ts';
import { unifiedDiff } from '../../onboarding/apps/unified-diff.ts';
import type { AppBook } from './app-book.ts';
import type { AppRoomPorts } from './app-ports.ts';
import type { AppScan } from './app-scan.ts';

/** How an app is connected. */
export interface Choice {
  readonly mode: ConnectMode;
  readonly way: ConnectWay;
  readonly notes: readonly string[];
}

/** A change of an app's file that is worked out and not made. */
interface Made {
  readonly plan: ConnectPlan;
  readonly text: string;
}

/** A key that stands in previews; none is made before something is written. */
const NO_TOKEN = 'dw_(made when it is connected)';
const CHANGED = 'changed after it was shown. Look at it once more.';

/** Writes apps' files and puts them back. */
export class AppConnector {
  readonly #ports: AppRoomPorts;
  readonly #book: AppBook;
  readonly #scan: AppScan;

  constructor(ports: AppRoomPorts, book: AppBook, scan: AppScan) {
    this.#ports = ports;
    this.#book = book;
    this.#scan = scan;
  }

  /** What was asked for, or what is usual. Refused: what the app does not take. */
  async choose(
    spec: AppSpec,
    app: AppFile,
    asked: { readonly mode?: ConnectMode | undefined; readonly way?: ConnectWay | undefined },
  ): Promise<Result<Choice>> {
    const [usualWay] = spec.ways;
    if (usualWay === undefined)
      return fail('refused', `${spec.title} is only brought in from. Connect your AI apps themselves.`);
    if (!this.#ports.allowsClient(spec.title))
      return fail('refused', `Your organisation does not let ${spec.title} use Doorward.`);
    const before = this.#book.of(spec.id).steps.at(-1);
    const mode = asked.mode ?? before?.mode ?? (spec.namesByServer ? 'each' : 'one');
    if (before !== undefined && asked.mode !== undefined && asked.mode !== before.mode)
      return fail('connected', `${spec.title} is connected in another way. Undo that first.`);
    const way = asked.way ?? before?.way ?? usualWay;
    if (!spec.ways.includes(way))
      return fail('refused', `${spec.title} takes no address, so it is connected with the bridge.`);
    if (way === 'http' && (await this.#ports.machine.gitTracks(app.file?.real ?? app.path)))
      return ok({
        mode,
        way: 'bridge',
        notes: [
          'Its file is in a folder that git keeps, so no key is written into it; the bridge needs none.',
        ],
      });
    return ok({ mode, way, notes: [] });
  }

  #reach(way: ConnectWay, client: string, token: string): Reach {
    return { ...this.#ports.own(), profile: this.#ports.profile, way, client, token };
  }

  #make(
    spec: AppSpec,
    app: AppFile,
    items: readonly ImportItem[],
    choice: Choice,
    reach: Reach,
  ): Result<Made> {
    const plan = planConnect(spec, app, items, choice.mode, reach);
    const made = editSettings(app.text.text, spec.format, app.doc, plan.changes);
    if (!made.ok)
      return fail(made.code, `"${this.shown(app.path)}" ${made.message}, so it was left as it is.`);
    return ok({ plan, text: made.value });
  }

  shown = (path: string): string => shownPath(path, this.#scan.folders.home);

  /** Whether it could be done. */
  check(spec: AppSpec, app: AppFile, items: readonly ImportItem[], choice: Choice): Result<unknown> {
    return this.#make(spec, app, items, choice, this.#reach(choice.way, slug(spec.title), NO_TOKEN));
  }

  /** What would change, with every secret hidden. */
  preview(
    spec: AppSpec,
    app: AppFile,
    items: readonly ImportItem[],
    choice: Choice,
  ): Result<{ plan: ConnectPlan; diff: string }> {
    const client = this.#ports.clients.find(spec.title)?.id ?? slug(spec.title);
    const made = this.#make(spec, app, items, choice, this.#reach(choice.way, client, NO_TOKEN));
    if (!made.ok) return made;
    const secrets = secretsInFile(app);
    const clean = (text: string) => this.#ports.redact(hidden(text, secrets));
    return ok({
      plan: made.value.plan,
      diff: unifiedDiff(this.shown(app.path), clean(app.text.text), clean(made.value.text)),
    });
  }

  /** Writes. Whatever fails leaves the file, and what is noted of it, as they were. */
  connect(
    spec: AppSpec,
    app: AppFile,
    items: readonly ImportItem[],
    choice: Choice,
  ): Result<'written' | 'unchanged'> {
    const { clients, clientGone, store } = this.#ports;
    const known =
      clients.find(this.#book.of(spec.id).steps.at(-1)?.client ?? spec.title) ?? clients.find(spec.title);
    // Nothing to write means that no key is made anew either.
    const probe = this.#make(
      spec,
      app,
      items,
      choice,
      this.#reach(choice.way, known?.id ?? slug(spec.title), NO_TOKEN),
    );
    if (!probe.ok) return probe;
    if (probe.value.text === app.text.text) return ok('unchanged');
    const trouble = this.#book.trouble;
    if (trouble !== undefined) return fail('malformed', trouble);
    const identity = this.#identity(spec, choice.way, known?.id);
    if (!identity.ok) return identity;
    const { id, token, added } = identity.value;
    const takeBack = (): void => {
      if (!added) return;
      clients.remove(id);
      clientGone(id);
    };
    const made = this.#make(spec, app, items, choice, this.#reach(choice.way, id, token));
    if (!made.ok) return (takeBack(), made);
    const bytes = bytesOf({ ...app.text, text: made.value.text });
    const backup = app.file === undefined ? ok(null) : store.writeBackup(spec.id, app.file.bytes);
    if (!backup.ok) return (takeBack(), backup);
    const step = this.#step(app, choice, id, added, backup.value, bytes, made.value);
    const noted = this.#book.addStep(spec.id, step);
    if (!noted.ok) return (takeBack(), noted);
    const written = this.#ports.machine.files.write(app.path, bytes, app.file);
    if (written.ok) return ok('written');
    this.#book.update(spec.id, (record) => ({
      ...record,
      steps: record.steps.slice(0, -1),
    }));
    if (backup.value !== null) store.removeBackup(backup.value);
    takeBack();
    return this.#refusal(app.path, written);
  }

  #refusal(path: string, refused: { readonly code: string; readonly message: string }) {
    return refused.code === 'changed'
      ? fail('changed', `${this.shown(path)} ${CHANGED}`)
      : fail(refused.code, `"${this.shown(path)}" ${refused.message}. It was left as it is.`);
  }

  /** The identity with which the app comes, and a key for it where it needs one. */
  #identity(
    spec: AppSpec,
    way: ConnectWay,
    known: string | undefined,
  ): Result<{ id: string; token: string; added: boolean }> {
    const { clients, clientGone, now } = this.#ports;
    if (known === undefined) {
      const made = clients.add(spec.title, 'default', now());
      return made.ok ? ok({ id: made.value.record.id, token: made.value.token, added: true }) : made;
    }
    if (way === 'bridge') return ok({ id: known, token: NO_TOKEN, added: false });
    const token = clients.rotate(known);
    clientGone(known);
    return ok({ id: known, token, added: false });
  }

  #step(
    app: AppFile,
    choice: Choice,
    client: string,
    added: boolean,
    backup: string | null,
    bytes: Buffer,
    { plan }: Made,
  ): AppStep {
    return {
      at: this.#ports.now(),
      file: app.path,
      mode: plan.mode,
      way: choice.way,
      client,
      clientAdded: added,
      backup,
      before: app.file === undefined ? null : sha256(app.file.bytes),
      after: sha256(bytes),
      entries: plan.changes.map(({ at, value }) => ({
        holder: [...at.holder],
        name: at.name,
        ...(at.list === true ? { list: true } : {}),
        digest: value === undefined ? null : valueDigest(value),
      })),
    };
  }

  /** Puts the file back. Refused with a sentence; then nothing was changed. */
  undo(spec: AppSpec): Result<{ readonly exact: boolean; readonly kept: readonly string[] }> {
    const { machine, store, clients, clientGone } = this.#ports;
    const { steps } = this.#book.of(spec.id);
    const [path] = steps.map(({ file }) => file);
    if (path === undefined)
      return fail(
        'unknown',
        `${spec.title} was not connected by Doorward, so there is nothing to take back.`,
      );
    // What is noted cannot lead to another file than the app's.
    if (!spec.files(this.#scan.folders).includes(path) || steps.some(({ file }) => file !== path))
      return fail(
        'refused',
        `What is noted of ${spec.title} names a file that is not its own, so it was left as it is.`,
      );
    const current = machine.files.read(path);
    if (!current.ok) return this.#refusal(path, current);
    const undone = undoSteps(current.value?.bytes, steps, spec.format, ({ backup }) =>
      backup === null ? ok(undefined) : store.readBackup(backup),
    );
    if (!undone.ok)
      return undone.code === 'malformed' || undone.code === 'unsafe'
        ? this.#refusal(path, undone)
        : fail(undone.code, `${spec.title} was left as it is. ${undone.message}`);
    const put = this.#put(path, undone.value.bytes, current.value);
    if (!put.ok) return this.#refusal(path, put);
    const noted = this.#book.update(spec.id, (record) => ({ ...record, steps: [], waits: undefined }));
    if (!noted.ok) return noted;
    for (const { backup, client, clientAdded } of steps) {
      if (backup !== null) store.removeBackup(backup);
      if (!clientAdded || clients.find(client)?.id !== client) continue;
      clients.remove(client);
      clientGone(client);
    }
    return ok({ exact: undone.value.exact, kept: undone.value.kept });
  }

  #put(path: string, bytes: Buffer | undefined, current: FoundFile | undefined): Result<void> {
    const { files } = this.#ports.machine;
    if (bytes === undefined) return current === undefined ? ok(undefined) : files.remove(path, current);
    if (current?.bytes.equals(bytes) === true) return ok(undefined);
    return files.write(path, bytes, current);
  }
}

/** The id that a new identity of this name most likely gets; only for previews. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
