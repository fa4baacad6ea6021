import type { BroughtIn, LeftAlone } from '../../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import {
  broughtInView,
  type ImportItem,
  type ImportPlan,
  planImport,
} from '../../onboarding/apps/plan-import.ts';
import type { AppFile, FoundEntry } from '../../onboarding/apps/read-app.ts';
import type { AppRoomPorts } from './app-ports.ts';
import type { CommandContext } from '../commands.ts';

/** What was brought in. */
export interface Imported {
  readonly items: readonly ImportItem[];
  readonly broughtIn: BroughtIn[];
  readonly left: LeftAlone[];
}

/** Sorts what an app has; `only` names entries by key or name. */
export function importPlan(ports: AppRoomPorts, app: AppFile, only?: readonly string[]): Result<ImportPlan> {
  const wanted = (entry: FoundEntry) =>
    only === undefined || only.includes(entry.key) || only.includes(entry.name);
  const missing = only?.find((key) => !app.entries.some((entry) => entry.key === key || entry.name === key));
  if (missing !== undefined) return fail('unknown', `There is no server "${missing}" in this app.`);
  const taken = new Set(ports.vault.list().map(({ name }) => name));
  return ok(
    planImport(app.entries.filter(wanted), {
      servers: ports.servers(),
      resolve: (launch) => ports.resolved(launch),
      secretTaken: (name) => taken.has(name),
      own: ports.own(),
    }),
  );
}

/** Why the vault cannot take what would move into it, in a sentence. */
export function vaultRefusal(ports: AppRoomPorts, items: readonly ImportItem[]): string | undefined {
  const moving = items.filter(({ moved }) => moved.length > 0);
  if (moving.length === 0 || ports.vault.state === 'unlocked') return undefined;
  const names = moving.map(({ entry }) => `"${entry.name.slice(0, 40)}"`).join(', ');
  return `${names} ${moving.length === 1 ? 'has' : 'have'} keys that move into the vault, which is not open, so nothing was brought in. ${ports.vault.sentence ?? ''}`.trim();
}

/**
 * Brings servers in: secrets into the vault first, then the servers that refer to them. When a step fails, those
 * before it are taken back, so that nothing is half done.
 */
export async function bringIn(
  ports: AppRoomPorts,
  plan: ImportPlan,
  context: CommandContext,
): Promise<Result<Imported>> {
  const refusal = vaultRefusal(ports, plan.items);
  if (refusal !== undefined) return fail('vault', refusal);
  const undo: (() => unknown)[] = [];
  const failed = async (message: string, code: string): Promise<Result<Imported>> => {
    for (const step of undo.toReversed()) await step();
    return fail(code, `${message} Nothing was brought in.`);
  };
  for (const { moved } of plan.items)
    for (const { name, value } of moved) {
      const kept = ports.vault.set(name, value);
      if (!kept.ok) return failed(kept.message, kept.code);
      undo.push(() => ports.vault.remove(name));
    }
  for (const { id, launch, already } of plan.items) {
    if (already) continue;
    const added = await ports.addServer(id, launch, context);
    if (!added.ok) return failed(added.message, added.code);
    undo.push(() => ports.removeServer(id, context));
  }
  return ok({ items: plan.items, broughtIn: plan.items.map(broughtInView), left: [...plan.left] });
}
