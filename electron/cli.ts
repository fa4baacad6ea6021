#!/usr/bin/env node
import { leanHost } from './cli/lean.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Doorward needs Node 24 and was started with Node ${process.versions.node}. In its folder, "npx doorward" uses the right one.\n`,
  );
  process.exit(1);
}
leanHost(process.argv.slice(2));
// Not before: a host begins anew there, and what was loaded until then was loaded in vain.
const { early } = await import('./cli/early.ts');
early(process.argv.slice(2));
const { start } = await import('./cli/start.ts');
await start(process.argv[1] ?? '');
