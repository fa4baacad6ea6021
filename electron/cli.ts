import { leanHost } from './cli/lean.ts';

leanHost(process.argv.slice(2));
const { start } = await import('./cli/start.ts');
await start(process.argv[1] ?? '');
