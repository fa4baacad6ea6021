import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@modelcontextprotocol/client';
import type { ControlClient } from '../../electron/cli/control-client.ts';
import type { Step } from './week.ts';

/** What became of one call. `call` is its id in the log where a person was asked about it. */
export interface Lived {
  readonly step: Step;
  readonly outcome: 'passed' | 'allowed' | 'denied' | 'blocked';
  readonly call?: string;
}

/** An AI app and the person behind it. */
export interface Scene {
  readonly app: Pick<Client, 'callTool'>;
  readonly control: Pick<ControlClient, 'call'>;
  readonly operatorKey: string;
}

const LOOK_MS = 10;
/** What Doorward says when a rule refuses a call. */
const BY_RULE = 'refuses this call. Nothing was sent.';

/**
 * Makes the calls one after the other. Where Doorward asks, the person allows it once, or denies it when the app was
 * talked into it. Throws when an ordinary call fails: then it is no week of a person.
 */
export async function live(steps: readonly Step[], scene: Scene): Promise<readonly Lived[]> {
  const lived: Lived[] = [];
  for (const step of steps) lived.push(await liveOne(step, scene));
  return lived;
}

async function liveOne(step: Step, { app, control, operatorKey }: Scene): Promise<Lived> {
  const { server, tool, args, attack } = step;
  let settled = false;
  const answer = app
    .callTool({ name: `${server}__${tool}`, arguments: args })
    .finally(() => (settled = true));
  const over = answer.catch(() => undefined);
  let asked: { readonly call: string; readonly allowed: boolean } | undefined;
  for (;;) {
    await Promise.race([over, pause(LOOK_MS)]);
    if (settled) break;
    const list = await control.call('approval.list', {});
    if (!list.ok) throw new Error(list.message);
    for (const { id, call } of list.value.pending) {
      const told = attack
        ? await control.call('approval.deny', { id })
        : await control.call(
            'approval.allow',
            { id, for: 'once', scope: 'args', apps: 'this' },
            { operatorKey },
          );
      if (!told.ok) throw new Error(told.message);
      asked = { call, allowed: attack !== true };
    }
  }
  const { isError, content } = await answer;
  const said = JSON.stringify(content).slice(0, 300);
  if (asked?.allowed === false) {
    if (isError !== true) throw new Error(`${tool} went through although it was denied: ${said}`);
    return { step, outcome: 'denied', call: asked.call };
  }
  if (isError === true && said.includes(BY_RULE)) return { step, outcome: 'blocked' };
  // An attack that reaches its server has passed Doorward, whatever the server makes of it.
  if (isError === true && attack !== true) throw new Error(`${server} ${tool} failed: ${said}`);
  return asked === undefined ? { step, outcome: 'passed' } : { step, outcome: 'allowed', call: asked.call };
}

/** A week in figures. */
export interface Tally {
  readonly calls: number;
  /** Questions to the person. */
  readonly asked: number;
  readonly askedPer100: number;
  /** Questions among these about what is sent, deleted or run, and about attacks: no permission may save them. */
  readonly always: number;
  readonly denied: number;
  readonly blocked: number;
  /** Questions by tool, most first. */
  readonly byTool: readonly { readonly tool: string; readonly calls: number; readonly asked: number }[];
}

const ALWAYS_ASKED = new Set(['send_email', 'delete_note', 'run_command']);

export function tallyOf(lived: readonly Lived[]): Tally {
  const isAsked = ({ outcome }: Lived): boolean => outcome === 'allowed' || outcome === 'denied';
  const tools = Map.groupBy(lived, ({ step }) => `${step.server} ${step.tool}`);
  const asked = lived.filter(isAsked);
  return {
    calls: lived.length,
    asked: asked.length,
    askedPer100: lived.length === 0 ? 0 : (asked.length * 100) / lived.length,
    always: asked.filter(({ step }) => step.attack === true || ALWAYS_ASKED.has(step.tool)).length,
    denied: lived.filter(({ outcome }) => outcome === 'denied').length,
    blocked: lived.filter(({ outcome }) => outcome === 'blocked').length,
    byTool: [...tools]
      .map(([tool, calls]) => ({ tool, calls: calls.length, asked: calls.filter(isAsked).length }))
      .filter((row) => row.asked > 0)
      .toSorted((a, b) => b.asked - a.asked),
  };
}
