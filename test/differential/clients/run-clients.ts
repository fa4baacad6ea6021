import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startGateway } from '../gateway.ts';
import { installPackage } from '../install.ts';
import { APPS } from '../paths.ts';
import type { ClientRow, Skipped } from '../report.ts';
import { everything } from '../servers/everything.ts';
import { appTrials } from './apps.ts';
import { inspectorTrial } from './inspector.ts';
import { sdkOneTrials } from './sdk-one.ts';
import { sdkTwoTrials } from './sdk-two.ts';
import type { Trial } from './target.ts';

/** What the clients gave. */
export interface ClientResults {
  readonly rows: ClientRow[];
  readonly skipped: Skipped[];
}

/**
 * Points real clients at `/mcp` of a Doorward of their own. `root` is a folder for what they write. The AI apps are
 * large, so `apps` says whether to install and try them.
 */
export async function runClients(
  root: string,
  apps: boolean,
  say: (text: string) => void,
): Promise<ClientResults> {
  const rows: ClientRow[] = [];
  const skipped: Skipped[] = [];
  const trials: Trial[] = [...sdkOneTrials, ...sdkTwoTrials, inspectorTrial];
  const installed = apps ? installPackage(APPS, 'AI apps') : undefined;
  if (installed?.ok === true) trials.push(...appTrials);
  else {
    const why = installed === undefined ? 'left out with --skip apps' : installed.message;
    skipped.push(...appTrials.map(({ client }) => ({ what: client, why })));
  }
  const gateway = await startGateway();
  try {
    await gateway.add(everything.id, everything.launch(root));
    for (const [i, { client, run, unavailable }] of trials.entries()) {
      const why = unavailable?.();
      if (why !== undefined) {
        skipped.push({ what: client, why });
        continue;
      }
      say(`${client} …`);
      const name = `client ${i}`;
      const home = join(root, `client-${i}`);
      mkdirSync(home, { recursive: true });
      try {
        const { token, url } = await gateway.client(name);
        rows.push({
          client,
          checks: await run({ host: gateway.host, url, token, name, home }),
          problems: [],
        });
      } catch (error) {
        rows.push({ client, checks: [], problems: [error instanceof Error ? error.message : String(error)] });
      }
    }
  } finally {
    await gateway.close();
  }
  return { rows, skipped };
}
