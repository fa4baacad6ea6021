import type { ControlClient } from '../../electron/cli/control-client.ts';

/** Changes of the state that go on until they are stopped, each of which is there in the end or is not. */
export interface StateLoad {
  /** Whether some have been made. */
  busy(): boolean;
  stop(): Promise<void>;
  /** What a host that was started since should have and has not, or has and should not; empty when all is well. */
  check(control: ControlClient): Promise<string[]>;
}

/** Whether a rule is one of those that come and go here. */
export const isMoving = ({ tool }: { readonly tool?: string | undefined }): boolean =>
  tool?.startsWith('moving-') === true;

const KEY = { operatorKey: 'test-key' };

/**
 * Adds rules that refuse a tool and takes every other one back, one after the other. What was answered is on disk; the
 * one change under way when the host ended may be there or not.
 */
export function startStateLoad(control: ControlClient, run: number): StateLoad {
  const prefix = `moving-${run}-`;
  const there = new Set<string>();
  let maybe: string | undefined;
  let made = 0;
  let over = false;

  const work = (async () => {
    for (let i = 0; !over; i++) {
      const tool = `${prefix}${i}`;
      maybe = tool;
      const added = await control.call('rule.add', { action: 'block', server: 'web', tool }, KEY);
      if (!added.ok) return;
      there.add(tool);
      maybe = undefined;
      made++;
      if (i % 8 === 0) continue;
      maybe = tool;
      const removed = await control.call('rule.remove', { id: added.value.id }, KEY);
      if (!removed.ok) return;
      there.delete(tool);
      maybe = undefined;
    }
  })();

  return {
    busy: () => made >= 3,
    async stop() {
      over = true;
      await work;
    },
    async check(client) {
      const rules = await client.call('rule.list', {});
      if (!rules.ok) return [rules.message];
      const found = new Set(
        rules.value.flatMap(({ tool, action }) =>
          tool?.startsWith(prefix) === true && action === 'block' ? [tool] : [],
        ),
      );
      return [
        ...[...there]
          .filter((tool) => !found.has(tool) && tool !== maybe)
          .map((tool) => `rule lost: ${tool}`),
        ...[...found]
          .filter((tool) => !there.has(tool) && tool !== maybe)
          .map((tool) => `rule back: ${tool}`),
      ];
    },
  };
}
