import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HeldCall } from '../../../shared/model/approval.ts';
import type { Wire } from '../../../shared/ipc/window.ts';
import { allowInput, denyInput, ONCE } from './choice.ts';
import { alikeOf, contentOf, endingOf, keepSame, successor } from './content.ts';
import { editProblem } from './edit.ts';
import { filledOf } from './form.ts';
import { Guard } from './guard.ts';
import {
  answersOf,
  changedArguments,
  draftOf,
  NOTHING,
  type Draft,
  type PopupPorts,
  type PopupState,
} from './popup-state.ts';
import { Touch } from './touch.ts';

/** How long a call that ended by itself stays on show. */
const ENDED_MS = 1800;
/** How long a list of the host may still hold what has been answered here. */
const ANSWERED_MS = 3000;
const RETRY_MS = 1000;

/**
 * The approval window without its looks: what is shown, what an act of the person does. It never puts another call
 * under the person's pointer: the call on show stays until it is answered, has ended, or is turned away from.
 */
export class Popup {
  readonly store: StoreApi<PopupState>;
  readonly guard = new Guard();
  readonly #ports: PopupPorts;
  readonly #touch: Touch;
  /** Answered here: the host may still list it for a moment. */
  readonly #answered = new Set<string>();
  readonly #answering = new Set<string>();
  #listed: readonly HeldCall[] = [];
  #heard = false;

  constructor(ports: PopupPorts) {
    this.#ports = ports;
    this.#touch = new Touch(ports.bridge.commands);
    this.store = createStore<PopupState>(() => NOTHING);
  }

  get #state(): PopupState {
    return this.store.getState();
  }

  /** Listens to the host and asks what waits now. Gives back what ends the listening. */
  start(): () => void {
    let over = false;
    const off = this.#ports.bridge.on.pending(({ pending }) => {
      this.#heard = true;
      this.take(pending);
    });
    const ask = async (): Promise<void> => {
      const wire = await this.#send(() => this.#ports.bridge.commands['popup.snapshot']({}));
      if (over) return;
      if (!wire.ok) {
        this.#ports.later(() => void ask(), RETRY_MS);
        return;
      }
      this.store.setState({ platform: wire.value.platform });
      // What was pushed meanwhile is newer than this answer.
      if (!this.#heard) this.take(wire.value.pending);
    };
    void ask();
    return () => {
      over = true;
      off();
    };
  }

  /** What waits now, oldest first. */
  take(listed: readonly HeldCall[]): void {
    this.#listed = keepSame(this.#listed, listed);
    const calls = this.#listed.filter(({ id }) => !this.#answered.has(id));
    const ids = new Set(calls.map(({ id }) => id));
    const drafts = Object.fromEntries(
      // What was typed at the call on show is kept until another one takes its place.
      Object.entries(this.#state.drafts).filter(([id]) => ids.has(id) || id === this.#state.shown?.id),
    );
    this.store.setState({ calls, drafts });
    if (this.#state.group !== undefined) this.#takeGroup(this.#state.group, calls);
    else this.#takeShown(calls);
  }

  #takeShown(calls: readonly HeldCall[]): void {
    const { shown, ended } = this.#state;
    if (ended !== undefined) return;
    if (shown === undefined) {
      this.#next(0);
      return;
    }
    const index = calls.findIndex(({ id }) => id === shown.id);
    const now = calls[index];
    if (now !== undefined) {
      if (contentOf(now) !== contentOf(shown)) this.#changed();
      this.store.setState({ shown: now, index });
    } else if (!this.#answering.has(shown.id)) this.#end(shown);
  }

  #takeGroup(group: readonly HeldCall[], calls: readonly HeldCall[]): void {
    const now = new Map(calls.map((call) => [call.id, call]));
    const next = group.map((call) => now.get(call.id) ?? call);
    if (next.some((call, at) => contentOf(call) !== contentOf(group[at] ?? call))) this.#changed();
    const { shown } = this.#state;
    this.store.setState({ group: next, shown: shown && (now.get(shown.id) ?? shown) });
    if (next.some(({ id }) => now.has(id))) return;
    // All of them ended: the list says so for a moment.
    this.#ports.later(() => {
      const { group: still, calls: waiting } = this.#state;
      if (still === next && !next.some(({ id }) => waiting.some((call) => call.id === id))) this.closeGroup();
    }, ENDED_MS);
  }

  /** Nobody answered it here: that is said for a moment, and nothing can be answered meanwhile. */
  #end(call: HeldCall): void {
    this.#changed();
    this.#touch.forget(call.id);
    this.store.setState({ ended: endingOf(call, this.#ports.now()), error: undefined });
    this.#ports.later(() => {
      if (this.#state.ended === undefined || this.#state.shown !== call) return;
      this.#next(this.#state.index);
    }, ENDED_MS);
  }

  /** Shows what now waits at a place of the list; nothing waits: the window goes. */
  #next(at: number): void {
    const { calls, shown, session } = this.#state;
    const call = successor(calls, at);
    this.#changed();
    this.#touch.leave(call === undefined ? [] : [call.id]);
    this.store.setState({
      shown: call,
      index: call === undefined ? 0 : calls.indexOf(call),
      ended: undefined,
      group: undefined,
      error: undefined,
      ...(shown === undefined && call !== undefined && { session: session + 1 }),
    });
    if (call === undefined) void this.#send(() => this.#ports.bridge.commands['popup.hide']({}));
  }

  #changed(): void {
    this.guard.changed();
    this.store.setState({ version: this.guard.version });
  }

  /** Turns to the call after the one on show, or before it. */
  turn(by: 1 | -1): void {
    const { calls, index, group, ended, busy } = this.#state;
    const next = index + by;
    if (group !== undefined || ended !== undefined || busy !== undefined || calls[next] === undefined) return;
    this.#next(next);
  }

  /** Changes what the person has done at the call on show. Other arguments are another content. */
  draft(change: Partial<Draft>): void {
    const { shown, drafts } = this.#state;
    if (shown === undefined) return;
    const before = draftOf(this.#state, shown.id);
    const after = { ...before, ...change };
    if (changedArguments(before) !== changedArguments(after) || before.choice !== after.choice) {
      this.#changed();
    }
    this.store.setState({ drafts: { ...drafts, [shown.id]: after }, error: undefined });
  }

  /** Opens the list of the calls that are like the one on show. */
  openGroup(): void {
    const { calls, shown, ended, busy } = this.#state;
    if (shown === undefined || ended !== undefined || busy !== undefined) return;
    const group = alikeOf(calls, shown);
    if (group.length < 2) return;
    this.#changed();
    this.store.setState({ group, error: undefined });
    this.touch();
  }

  closeGroup(): void {
    const { group, shown, calls, index, busy } = this.#state;
    if (group === undefined || busy !== undefined) return;
    const still = calls.findIndex(({ id }) => id === shown?.id);
    this.#next(still === -1 ? index : still);
  }

  /** Allows what is on show: the call, or each call of the list by itself. */
  async allow(): Promise<void> {
    const { shown, group } = this.#state;
    if (group !== undefined) {
      await this.#answerGroup('allow', group);
      return;
    }
    if (shown === undefined) return;
    const draft = draftOf(this.#state, shown.id);
    if (shown.answer === 'form' && shown.form !== undefined) {
      const { json } = filledOf(shown.form, answersOf(shown, draft));
      if (json === undefined) return this.draft({ tried: draft.tried + 1 });
      await this.#answer('allow', shown, () =>
        this.#ports.bridge.commands['approval.allow'](allowInput(shown, ONCE, json)),
      );
      return;
    }
    const changed = changedArguments(draft);
    if (changed !== undefined && editProblem(changed) !== undefined) return;
    await this.#answer('allow', shown, () =>
      this.#ports.bridge.commands['approval.allow'](allowInput(shown, draft.choice, changed)),
    );
  }

  /** Refuses what is on show. */
  async deny(): Promise<void> {
    const { shown, group } = this.#state;
    if (group !== undefined) {
      await this.#answerGroup('deny', group);
      return;
    }
    if (shown === undefined) return;
    const { reason } = draftOf(this.#state, shown.id);
    await this.#answer('deny', shown, () =>
      this.#ports.bridge.commands['approval.deny'](denyInput(shown, reason)),
    );
  }

  async #answer(
    busy: 'allow' | 'deny',
    call: HeldCall,
    command: () => Promise<Wire<unknown>>,
  ): Promise<void> {
    if (this.#state.busy !== undefined || this.#state.ended !== undefined) return;
    this.store.setState({ busy, error: undefined });
    this.#answering.add(call.id);
    const wire = await this.#send(command);
    this.#answering.delete(call.id);
    this.store.setState({ busy: undefined });
    if (wire.ok) {
      this.#done(call.id);
      this.#next(this.#state.index);
      return;
    }
    this.#changed();
    this.store.setState({ error: { message: wire.code === NO_ANSWER ? undefined : wire.message } });
    // Gone meanwhile: the reason is read for a moment with what it is about.
    if (!this.#state.calls.some(({ id }) => id === call.id)) this.#endWith(call);
  }

  #endWith(call: HeldCall): void {
    const { error } = this.#state;
    this.#end(call);
    this.store.setState({ error });
  }

  async #answerGroup(busy: 'allow' | 'deny', group: readonly HeldCall[]): Promise<void> {
    if (this.#state.busy !== undefined) return;
    const waiting = new Set(this.#state.calls.map(({ id }) => id));
    const open = group.filter(({ id }) => waiting.has(id));
    if (open.length === 0) return;
    this.store.setState({ busy, error: undefined });
    const { commands } = this.#ports.bridge;
    let failed = 0;
    let first: Wire<unknown> | undefined;
    for (const call of open) {
      const { id } = call;
      // One after the other: each is bound to its own call, and one that fails stops none.
      const wire = await this.#send(() =>
        busy === 'allow' ? commands['approval.allow']({ id }) : commands['approval.deny']({ id }),
      );
      if (wire.ok) this.#done(id);
      else {
        failed += 1;
        first ??= wire;
      }
    }
    this.store.setState({ busy: undefined });
    if (first === undefined || first.ok) {
      this.closeGroup();
      return;
    }
    this.#changed();
    const message = first.code === NO_ANSWER ? undefined : first.message;
    this.store.setState({ error: { message, failed: { count: failed, of: open.length } } });
  }

  /** Answered: it is not shown again, unless the host goes on listing it. */
  #done(id: string): void {
    this.#touch.forget(id);
    this.#answered.add(id);
    this.store.setState({ calls: this.#state.calls.filter((call) => call.id !== id) });
    this.#ports.later(() => {
      this.#answered.delete(id);
      this.take(this.#listed);
    }, ANSWERED_MS);
  }

  /** Somebody means this window: the clock of what is on show stands still. */
  touch(): void {
    const { shown, group, ended } = this.#state;
    if (group !== undefined) this.#touch.touch(group.map(({ id }) => id));
    else if (shown !== undefined && ended === undefined) this.#touch.touch([shown.id]);
  }

  moved(x: number, y: number): void {
    if (this.#touch.moved(x, y)) this.touch();
  }

  /** The person turned away. */
  leave(): void {
    this.#touch.leave();
  }

  /** The pointer left the window; who types in it is still there. */
  pointerLeft(): void {
    if (!this.#ports.focused()) this.leave();
  }

  /** Permissions for a whole server or app are given in the main window; what waits here goes on waiting. */
  openPermissions(): void {
    void this.#send(() => this.#ports.bridge.commands['popup.open']({ screen: 'permissions' }));
  }

  /** The window appeared: what is in it has not been read yet. */
  appeared(): void {
    this.#changed();
    this.store.setState(({ showing }) => ({ showing: showing + 1 }));
  }

  async #send<T>(command: () => Promise<Wire<T>>): Promise<Wire<T>> {
    try {
      return await command();
    } catch {
      // The bridge rejects only when main is gone or broken; its reason is not for people.
      return { ok: false, code: NO_ANSWER, message: '' };
    }
  }
}

const NO_ANSWER = 'no-answer';
