import { randomBytes, randomUUID } from 'node:crypto';
import type { HostState } from '../../../shared/ipc/window.ts';
import type { RuleView } from '../../../shared/model/policy.ts';
import { ok } from '../../../shared/result.ts';
import { ruleWords, rulingWords } from '../../../shared/texts/policy.ts';
import type { ApprovalDesk, DecisionStore, DeskPorts, DeskSettings } from '../../approvals/contract.ts';
import { createDesk } from '../../approvals/desk.ts';
import type { ApprovalPorts } from '../../stages/approval.ts';
import type { Profile } from '../open-profile.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';
import { whoConnects } from './caller-lookup.ts';
import { createCallerProcesses } from './caller-process.ts';
import { createJudge, type Judge, type JudgePorts, type ManagedPolicy } from './judge.ts';
import { policyNames } from './policy-names.ts';
import { createQuestions, type Questions } from './questions.ts';
import { openRuleBook, type OpenRuleBook } from './rule-book.ts';
import { ruleView } from './rule-view.ts';

/** Whether a person may be at the computer, as the surroundings tell. */
export interface Presence {
  state(): 'here' | 'away';
  /** Calls `listener` at the first input after a while without. */
  onInput(listener: () => void): void;
  /** Calls `listener` when the screen is locked or the computer goes to sleep, and when that is over. */
  onScreen?(listener: (locked: boolean) => void): void;
}

export interface PolicyRoomPorts {
  readonly profile: Pick<
    Profile,
    'rows' | 'db' | 'seals' | 'guard' | 'clients' | 'servers' | 'approvals' | 'secrets' | 'logger'
  >;
  readonly managed: ManagedPolicy;
  readonly deskSettings: () => DeskSettings;
  readonly presence: Presence | undefined;
  readonly ownFiles: () => readonly string[];
  /** What a server calls itself. */
  readonly serverSays: (server: string) => string | undefined;
  /** Opens a page that a person has consented to; undefined: nobody can here. */
  readonly openUrl?: ((url: string) => void) | undefined;
  readonly now: () => number;
  readonly markOf?: JudgePorts['markOf'];
}

/** Rules, questions and answers of one running host. */
export interface PolicyRoom {
  readonly run: string;
  readonly book: OpenRuleBook;
  readonly judge: Judge;
  readonly desk: ApprovalDesk;
  readonly questions: Questions;
  readonly approval: ApprovalPorts;
  /** The same array until something changes that is worth showing. */
  rules(): readonly RuleView[];
  roles(): HostState['roles'];
}

const ALWAYS_HERE: Presence = { state: () => 'here', onInput: () => undefined };
/** How often uses that have changed nothing else are shown. */
const USES_EVERY_MS = 5000;

/** Opens what decides: rules from the sealed state, what IT says, and the desk where people answer. */
export function openPolicyRoom(ports: PolicyRoomPorts): PolicyRoom {
  const { profile, managed, now } = ports;
  const { rows, db, seals, guard, clients, servers, approvals, secrets, logger } = profile;
  const run = randomUUID();
  const nonce = (): string => randomBytes(12).toString('base64url');
  const locked = seals.report.state === 'locked';
  const book = openRuleBook({ db, rows, now, id: nonce, run, locked });
  if (book.distrusted && !locked) {
    logger.warn('Rules were changed outside Doorward, so it asks about everything until a person lifts that');
    if (guard.state() === 'usual') guard.set('ask');
  }
  const judge = createJudge({
    book,
    guard,
    managed,
    clients,
    known: approvals,
    server: (id) => servers.get(id),
    redact: secrets.redact,
    markOf: ports.markOf,
    run,
    askAnyway: locked && book.distrusted,
    ownFiles: ports.ownFiles,
    now,
    fault: (sentence) => logger.warn('A rule cannot be used as it is', { rule: sentence }),
  });
  const presence = ports.presence ?? ALWAYS_HERE;
  const permit: DeskPorts['permit'] = (body, duration, who) => {
    const made = book.add(body, { origin: 'popup', who, ...(duration === 'quit' ? { run } : {}) });
    return made.ok ? ok(undefined) : made;
  };
  const desk = createDesk({
    now,
    nonce,
    after(ms, then) {
      const timer = setTimeout(then, ms).unref();
      return () => clearTimeout(timer);
    },
    presence: () => presence.state(),
    onInput: (listener) => presence.onInput(listener),
    permit,
    store: decisionStore(rows),
    settings: ports.deskSettings,
  });
  judge.onChange(() => desk.recheck());
  const callers = createCallerProcesses({
    find: (ends) => whoConnects(ends),
    now: () => performance.now(),
    afterEvents: (then) => void setImmediate(then),
    told: () => desk.refresh(),
  });
  const names = policyNames(clients);
  const questions = createQuestions({
    desk,
    judge,
    known: approvals,
    secrets,
    serverSays: ports.serverSays,
    openUrl: ports.openUrl,
    callers,
    now,
    why(ruling, clientId) {
      const { rule: id } = ruling.because;
      const rule = id === undefined ? undefined : judge.rule(id, clientId);
      return rulingWords(ruling, names, rule && ruleWords(rule, names));
    },
  });

  let shown:
    { readonly version: number; readonly at: number; readonly rules: readonly RuleView[] } | undefined;
  let shownRoles: { readonly version: number; readonly roles: HostState['roles'] } | undefined;

  return {
    run,
    book,
    judge,
    desk,
    questions,
    approval: {
      ask: (call) => questions.ask(call),
      redeem: (call) => questions.redeem(call),
      here: (call) => questions.here(call),
      answered(call, answer, who) {
        if (call.ruling === undefined) return;
        const record = JSON.parse(call.ruling.record) as Record<string, unknown>;
        call.ruling.record = JSON.stringify({
          ...record,
          answer,
          ...(who === undefined ? {} : { answeredBy: who }),
        });
      },
    },
    rules() {
      const { version } = judge;
      if (shown?.version === version && now() - shown.at < USES_EVERY_MS) return shown.rules;
      const all = [...managed.rules, ...book.rules()].map((rule) =>
        ruleView(rule, book, names, secrets.redact),
      );
      const same =
        shown?.version === version &&
        shown.rules.every((one, i) => one.uses === all[i]?.uses) &&
        shown.rules.length === all.length;
      shown = { version, at: now(), rules: same && shown !== undefined ? shown.rules : all };
      return shown.rules;
    },
    roles() {
      if (shownRoles === undefined || shownRoles.version !== judge.version)
        shownRoles = { version: judge.version, roles: [...judge.roles()] };
      return shownRoles.roles;
    },
  };
}

/** Decisions in the sealed state: one that does not verify is not there. */
function decisionStore(rows: SealedRows): DecisionStore {
  const table = sealedTable('decisions');
  return {
    load: () =>
      new Map(
        rows
          .load(table)
          .filter(({ counts }) => counts)
          .map(({ keys, values }) => [String(keys[0]), String(values[0])]),
      ),
    put: (id, record) => rows.put(table, [id], [record]),
    remove: (id) => rows.remove(table, [id]),
  };
}
