import type { HeldCall } from '../../shared/model/approval.ts';
import type { Bridge, BridgeCommand, PushOf, Wire } from '../../shared/ipc/window.ts';

/** The desk behind the fake bridge of the approval window: what waits, and everything that was asked of it. */
export interface FakeDesk {
  readonly bridge: Bridge;
  /** Names and inputs, oldest first. */
  readonly asked: (readonly [BridgeCommand, unknown])[];
  /** Tells the window what waits now. */
  readonly push: (pending: readonly HeldCall[]) => void;
  readonly waiting: () => readonly HeldCall[];
  /** What the next answers are refused with; undefined lets them pass. */
  refusal: Extract<Wire<never>, { ok: false }> | undefined;
}

/** The bridge of the approval window without an app behind it. */
export function fakeDesk(first: readonly HeldCall[] = []): FakeDesk {
  const listeners = new Set<(value: PushOf<'pending'>) => void>();
  const asked: (readonly [BridgeCommand, unknown])[] = [];
  let pending = first;

  const push = (now: readonly HeldCall[]): void => {
    pending = now;
    for (const listener of listeners) listener({ pending: [...now] });
  };
  const change = (id: string, how: (call: HeldCall) => HeldCall | undefined): void =>
    push(pending.flatMap((call) => (call.id === id ? (how(call) ?? []) : [call])));
  const answer = ({ id }: { readonly id: string }): Promise<Wire<{ id: string }>> => {
    if (desk.refusal !== undefined) return Promise.resolve(desk.refusal);
    change(id, () => undefined);
    return Promise.resolve({ ok: true, value: { id } });
  };
  const done = (): Promise<Wire<Record<string, never>>> => Promise.resolve({ ok: true, value: {} });

  const commands: Partial<Bridge['commands']> = {
    'popup.snapshot': () =>
      Promise.resolve({ ok: true, value: { platform: 'linux', pending: [...pending] } }),
    'app.language': () => Promise.resolve({ ok: true, value: { language: 'en' } }),
    'popup.size': done,
    'popup.hide': done,
    'popup.open': done,
    'approval.allow': answer,
    'approval.deny': answer,
    'approval.touch': ({ id }) => {
      change(id, ({ endsAt: _clock, ...call }) => call);
      return done();
    },
    'approval.leave': ({ id }) => {
      change(id, (call) => ({ ...call, endsAt: Date.now() + 30_000 }));
      return done();
    },
  };
  const noted = Object.fromEntries(
    (Object.keys(commands) as BridgeCommand[]).map((name) => [
      name,
      (input: never) => {
        asked.push([name, input]);
        return commands[name]?.(input);
      },
    ]),
  );
  const on: Pick<Bridge['on'], 'pending'> = {
    pending: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  // Like the real one, it has the commands and pushes of this window and no others.
  const desk: FakeDesk = {
    bridge: { commands: noted, on } as unknown as Bridge,
    asked,
    push,
    waiting: () => pending,
    refusal: undefined,
  };
  return desk;
}
