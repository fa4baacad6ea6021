import type { AppPlan, AppView, BehindTheBack } from '../../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AppSpec } from '../../onboarding/apps/app-spec.ts';
import { knownApp } from '../../onboarding/apps/known-apps.ts';
import { sha256 } from '../../onboarding/apps/ledger.ts';
import { broughtInView, entryDigest, type ImportPlan } from '../../onboarding/apps/plan-import.ts';
import { prepareReaders } from '../../onboarding/edit/readers.ts';
import type { AppFile, FoundEntry } from '../../onboarding/apps/read-app.ts';
import { openAppBook } from './app-book.ts';
import { AppConnector, type Choice } from './app-connector.ts';
import { bringIn, importPlan, vaultRefusal } from './app-importer.ts';
import type { AppRoomPorts } from './app-ports.ts';
import { AppScan, formatsThere, type Seen } from './app-scan.ts';
import type { AppRoom, Asked, Connected } from './app-asked.ts';
import type { CommandContext } from '../commands.ts';

/** Opens what is known of AI apps. The formats of the files that are there were prepared before. */
export function openAppRoom(ports: AppRoomPorts): AppRoom {
  const book = openAppBook(ports.store);
  const scan = new AppScan(ports, book);
  const connector = new AppConnector(ports, book, scan);
  const firstSeen = new Map<string, number>();
  const tried = new Map<string, string>();
  let seen: readonly Seen[] = [];
  let behind: readonly BehindTheBack[] = [];
  let views: readonly AppView[] = [];
  let tail: Promise<unknown> = Promise.resolve();

  /** One after the other; `apps`: what it is about may have no file yet. */
  const exclusive = <T>(apps: readonly string[], act: () => Promise<T>): Promise<T> => {
    const prepared = async (): Promise<T> => {
      const there = formatsThere(ports.machine);
      await prepareReaders([...there, ...apps.flatMap((id) => knownApp(id)?.format ?? [])]);
      if (there.length > 0) look();
      return act();
    };
    const mine = tail.then(prepared, prepared);
    tail = mine.catch(() => undefined);
    return mine;
  };

  const known = (id: string): Result<AppSpec> => {
    const spec = knownApp(id);
    return spec === undefined
      ? fail('unknown', `Doorward knows no app "${id}". "doorward app list" shows all.`)
      : ok(spec);
  };

  function look(): void {
    seen = scan.look();
    // What is there at the first look is how the person had it.
    const fresh = seen.filter(({ spec }) => book.of(spec.id).baseline === undefined);
    if (book.trouble === undefined && fresh.length > 0)
      book.updateAll(
        fresh.map((one) => [
          one.spec.id,
          (record) => ({ ...record, baseline: scan.passing(one).map(entryDigest) }),
        ]),
      );
    const before = JSON.stringify(behind);
    const now = seen.flatMap((one) =>
      scan.behind(one, (key) => {
        const at = firstSeen.get(key) ?? ports.now();
        firstSeen.set(key, at);
        return at;
      }),
    );
    if (JSON.stringify(now) !== before) behind = now;
    ports.changed();
  }

  function settleBaseline(one: Seen, decided: (entry: FoundEntry) => boolean): void {
    const passing = scan.passing(one);
    const there = new Set(passing.map(entryDigest));
    book.update(one.spec.id, (record) => ({
      ...record,
      // What is gone is new when it comes back.
      baseline: [
        ...new Set([
          ...(record.baseline ?? []).filter((digest) => there.has(digest)),
          ...passing.filter(decided).map(entryDigest),
        ]),
      ],
    }));
  }

  const seenOf = (spec: AppSpec): Seen => {
    const found = seen.find((one) => one.spec.id === spec.id);
    if (found === undefined) throw new Error(`not looked at: ${spec.id}`);
    return found;
  };

  /** After an act: the entries that it was about are decided. */
  function acted(spec: AppSpec, decided: (entry: FoundEntry) => boolean): AppView {
    seen = scan.look();
    settleBaseline(seenOf(spec), decided);
    look();
    return scan.view(seenOf(spec));
  }

  const digestOf = (app: AppFile): string =>
    sha256(
      Buffer.concat([
        Buffer.from(`${app.path}\0${app.file === undefined ? 0 : 1}\0`),
        app.file?.bytes ?? Buffer.alloc(0),
      ]),
    );

  function readFor(
    spec: AppSpec,
    given: { seen?: string | undefined; file?: string | undefined },
  ): Result<AppFile> {
    if (given.file !== undefined && spec.ways.length > 0)
      return fail(
        'usage',
        `${spec.title} has a file of its own. Another one can only be given for an export.`,
      );
    const app = scan.read(spec, given.file ?? scan.pathOf(spec));
    if (!app.ok) return app;
    if (given.seen !== undefined && given.seen !== digestOf(app.value))
      return fail(
        'changed',
        `${connector.shown(app.value.path)} changed after it was shown. Look at it once more.`,
      );
    return app;
  }

  const runs = async (spec: AppSpec): Promise<boolean> =>
    spec.whenRunning === 'waits' &&
    spec.processes.length > 0 &&
    (await ports.machine.running(spec.processes)) === true;

  /** Entries whose servers Doorward has, and with `all` also those that would be brought in. */
  const chosen = (plan: ImportPlan, all: boolean) => plan.items.filter(({ already }) => all || already);

  async function preview(asked: Asked & { readonly file?: string | undefined }): Promise<Result<AppPlan>> {
    const spec = known(asked.app);
    const app = spec.ok ? readFor(spec.value, asked) : spec;
    if (!spec.ok || !app.ok) return spec.ok ? (app as Result<never>) : spec;
    const plan = importPlan(ports, app.value);
    if (!plan.ok) return plan;
    const items = chosen(plan.value, asked.bringIn);
    const choice: Result<Choice> = await connector.choose(spec.value, app.value, asked);
    const [mode, way] = choice.ok ? [choice.value.mode, choice.value.way] : (['one', 'bridge'] as const);
    const made = choice.ok ? connector.preview(spec.value, app.value, items, choice.value) : choice;
    const onlyImport = spec.value.ways.length === 0;
    const refusal =
      vaultRefusal(ports, items) ?? book.trouble ?? (made.ok || onlyImport ? undefined : made.message);
    const waits = (await runs(spec.value)) ? waitSentence(spec.value) : undefined;
    const { modes, ways } = scan.view(seenOf(spec.value));
    return ok({
      app: spec.value.id,
      title: spec.value.title,
      seen: digestOf(app.value),
      file: connector.shown(app.value.path),
      bringsIn: items.map(broughtInView),
      leaves: [...plan.value.left],
      mode: made.ok ? made.value.plan.mode : mode,
      way,
      modes,
      ways,
      entries: made.ok
        ? made.value.plan.entries.map(({ at, project, change }) => ({
            name: at.name,
            ...(project === undefined ? {} : { project }),
            change,
          }))
        : [],
      diff: made.ok ? made.value.diff : '',
      ...(waits === undefined ? {} : { waits }),
      ...(refusal === undefined ? {} : { refusal }),
      notes: choice.ok ? [...choice.value.notes] : [],
    });
  }

  async function connect(asked: Asked, context: CommandContext): Promise<Result<Connected>> {
    const spec = known(asked.app);
    const app = spec.ok ? readFor(spec.value, asked) : spec;
    if (!spec.ok || !app.ok) return spec.ok ? (app as Result<never>) : spec;
    if (book.trouble !== undefined) return fail('malformed', book.trouble);
    const choice = await connector.choose(spec.value, app.value, asked);
    if (!choice.ok) return choice;
    const plan = importPlan(ports, app.value);
    if (!plan.ok) return plan;
    const items = chosen(plan.value, asked.bringIn);
    // Whatever would be refused is refused before anything is brought in.
    const possible = connector.check(spec.value, app.value, items, choice.value);
    if (!possible.ok) return possible;
    const imported = await bringIn(ports, { items, left: plan.value.left }, context);
    if (!imported.ok) return imported;
    const { broughtIn, left } = imported.value;
    const title = spec.value.title;
    if (await runs(spec.value)) {
      const waits = { kind: 'connect' as const, mode: choice.value.mode, way: choice.value.way };
      const noted = book.update(spec.value.id, (record) => ({ ...record, waits }));
      if (!noted.ok) return noted;
      return ok({
        app: acted(spec.value, () => true),
        result: 'waits',
        sentence: waitSentence(spec.value),
        broughtIn,
        left,
      });
    }
    const done = connector.connect(spec.value, app.value, items, choice.value);
    if (!done.ok)
      return items.some(({ already }) => !already)
        ? fail(done.code, `${done.message} Its servers were brought in.`)
        : done;
    if (done.value === 'unchanged' && book.of(spec.value.id).waits !== undefined)
      book.update(spec.value.id, (record) => ({ ...record, waits: undefined }));
    const view = acted(spec.value, () => true);
    const said =
      done.value === 'written'
        ? `${title} goes through Doorward from its next start on.`
        : `${title} was connected already; nothing was changed.`;
    const sentence = [said, ...choice.value.notes].join(' ');
    return ok({ app: view, result: done.value, sentence, broughtIn, left });
  }

  async function undo(
    id: string,
  ): Promise<Result<{ app: AppView; result: 'restored' | 'partly' | 'waits'; sentence: string }>> {
    const spec = known(id);
    if (!spec.ok) return spec;
    if (book.trouble !== undefined) return fail('malformed', book.trouble);
    const { title } = spec.value;
    const record = book.of(id);
    if (record.steps.length === 0 && record.waits?.kind === 'connect') {
      const noted = book.update(id, (one) => ({ ...one, waits: undefined }));
      return noted.ok
        ? ok({
            app: acted(spec.value, () => false),
            result: 'restored',
            sentence: `${title} was not changed yet, and will not be.`,
          })
        : noted;
    }
    if (record.steps.length > 0 && (await runs(spec.value))) {
      const noted = book.update(id, (one) => ({ ...one, waits: { kind: 'undo' } }));
      if (!noted.ok) return noted;
      return ok({
        app: acted(spec.value, () => false),
        result: 'waits',
        sentence: `Quit ${title}; Doorward then puts its file back as it was.`,
      });
    }
    const ours = record.steps.flatMap(({ entries }) =>
      entries.map(({ holder, name }) => JSON.stringify([holder, name])),
    );
    const done = connector.undo(spec.value);
    if (!done.ok) return done;
    const { exact, kept } = done.value;
    const sentence = exact
      ? `The file of ${title} is what it was before.`
      : `The file of ${title} had changed meanwhile, so only Doorward's entries were taken back.${kept.length === 0 ? '' : ` Changed by somebody, and left: ${kept.join(', ')}.`}`;
    const restored = ({ at }: FoundEntry) => ours.includes(JSON.stringify([at.holder, at.name]));
    return ok({ app: acted(spec.value, restored), result: exact ? 'restored' : 'partly', sentence });
  }

  /** What waits, done; the bringing in was done before. */
  async function settle(context: CommandContext): Promise<boolean> {
    let more = false;
    for (const { spec } of seen) {
      const { waits } = book.of(spec.id);
      if (waits === undefined) continue;
      if (await runs(spec)) {
        more = true;
        continue;
      }
      const { mode, way } = waits;
      const done =
        waits.kind === 'undo'
          ? await undo(spec.id)
          : await connect({ app: spec.id, mode, way, bringIn: false }, context);
      if (done.ok) continue;
      ports.note('An AI app could not be changed after it had quit', { app: spec.id, reason: done.message });
      book.update(spec.id, (record) => ({ ...record, waits: undefined }));
      look();
    }
    return more;
  }

  async function silently(context: CommandContext): Promise<void> {
    const named = ports.silent();
    for (const { spec, there, digest } of seen) {
      if (!there || spec.ways.length === 0 || !isNamed(spec, named)) continue;
      const record = book.of(spec.id);
      const isNew = behind.some(({ app }) => app === spec.id);
      if (record.waits !== undefined || (record.steps.length > 0 && !isNew)) continue;
      // What was refused is tried again when something changed.
      const state = `${digest ?? ''} ${ports.vault.state}`;
      if (tried.get(spec.id) === state) continue;
      tried.set(spec.id, state);
      const done = await connect({ app: spec.id, bringIn: true }, context);
      ports.note(
        done.ok
          ? 'An AI app was connected for the organisation'
          : 'An AI app could not be connected for the organisation',
        {
          app: spec.id,
          ...(done.ok ? {} : { reason: done.message }),
        },
      );
    }
  }

  look();
  return {
    views() {
      const now = seen.map((one) => scan.view(one));
      if (JSON.stringify(now) !== JSON.stringify(views)) views = now;
      return views;
    },
    behindTheBack: () => behind,
    look,
    preview: (asked) => exclusive([asked.app], () => preview(asked)),
    import: (asked, context) =>
      exclusive([asked.app], async () => {
        const spec = known(asked.app);
        const app = spec.ok ? readFor(spec.value, asked) : spec;
        if (!spec.ok || !app.ok) return spec.ok ? (app as Result<never>) : spec;
        const plan = importPlan(ports, app.value, asked.servers);
        if (!plan.ok) return plan;
        const done = await bringIn(ports, plan.value, context);
        if (!done.ok) return done;
        const keys = new Set([
          ...plan.value.items.map(({ entry }) => entry.key),
          ...plan.value.left.map(({ key }) => key),
        ]);
        acted(spec.value, ({ key }) => keys.has(key));
        return ok({ app: asked.app, broughtIn: done.value.broughtIn, left: done.value.left });
      }),
    connect: (asked, context) => exclusive([asked.app], () => connect(asked, context)),
    undo: (app) => exclusive([app], () => undo(app)),
    leave: (app, key) =>
      exclusive([app], async () => {
        const spec = known(app);
        if (!spec.ok) return spec;
        look();
        const entries = scan.passing(seenOf(spec.value)).filter((one) => one.key === key || one.name === key);
        if (entries.length === 0)
          return fail(
            'unknown',
            `There is no server "${key}" in ${spec.value.title} that goes past Doorward.`,
          );
        const noted = book.update(app, (record) => ({
          ...record,
          baseline: [...new Set([...(record.baseline ?? []), ...entries.map(entryDigest)])],
        }));
        if (!noted.ok) return noted;
        look();
        return ok(scan.view(seenOf(spec.value)));
      }),
    settle: (context) =>
      exclusive(
        seen.filter(({ spec }) => book.of(spec.id).waits !== undefined).map(({ spec }) => spec.id),
        () => settle(context),
      ),
    silently: (context) =>
      exclusive(
        // An organisation may name any of them, and in its own way.
        ports.silent().length === 0 ? [] : seen.map(({ spec }) => spec.id),
        () => silently(context),
      ),
    files: () => [...new Set(seen.flatMap(({ spec }) => spec.files(scan.folders)))],
  };
}

const waitSentence = ({ title }: AppSpec): string =>
  `${title} runs, and would not notice the change or would write over it. Quit it; Doorward then connects it.`;

const isNamed = ({ id, title }: AppSpec, names: readonly string[]): boolean =>
  names.some((name) => [id, title.toLowerCase()].includes(name.toLowerCase()));
