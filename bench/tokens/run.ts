import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../systems/processes.ts';
import { fillFolder, openOffice } from './office.ts';
import { play } from './play.ts';
import { type Measured, printed, VARIANTS } from './table.ts';
import { tasksIn } from './tasks.ts';

// Whole tasks against a real host: what a model reads and writes with all tools listed and with tools found on demand,
// and with answers as they are and made smaller. `npm run task-tokens -- [--catalog LINES] [--json]`.

const { values } = parseArgs({ options: { catalog: { type: 'string' }, json: { type: 'boolean' } } });
const root = realpathSync(mkdtempSync(join(tmpdir(), 'doorward-tokens-')));
const folder = join(root, 'folder');
try {
  const measured: Measured[] = [];
  const tools: Partial<Record<string, number>> = {};
  for (const scene of ['office', 'small'] as const) {
    fillFolder(folder);
    const office = await openOffice(join(root, scene), folder, scene, values.catalog);
    tools[scene] = office.tools;
    const servers = await office.command('server.list', {});
    for (const { key, onDemand, shaped } of VARIANTS) {
      for (const { id } of servers)
        await office.command('server.shape', { server: id, shaping: shaped ? 'good' : 'off' });
      for (const [i, task] of tasksIn(folder).entries()) {
        if (task.scene !== scene) continue;
        // Each task is a conversation of its own: an app of its own, so that nothing was read before.
        fillFolder(folder);
        const name = `${key} ${i}`;
        const app = await office.app(name);
        if (onDemand) await office.command('client.tools', { client: name, mode: 'on-demand', tools: [] });
        measured.push({ task: task.name, scene, variant: key, ...(await play(app, task, onDemand, folder)) });
      }
    }
    await office.close();
  }
  const failed = measured.filter((one) => one.failed !== undefined);
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ tools, measured })}\n` : printed(measured, tools),
  );
  for (const one of failed) process.stderr.write(`${one.task} (${one.variant}): ${one.failed ?? ''}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await endAll();
  rmSync(root, { recursive: true, force: true });
}
