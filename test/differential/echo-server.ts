// A server that says again what it hears, as the bytes it heard, with odd JSON of its own around it. Written without
// any SDK, because those change what they read. `node echo-server.ts --over stdio|http --era session|stateless`;
// over HTTP the first line on standard output says where: {"url":…}. Ends when its standard input does.
import { parseArgs } from 'node:util';
import { serveHttp } from './echo/http.ts';
import { serveStdio } from './echo/stdio.ts';

const { values } = parseArgs({
  options: { over: { type: 'string', default: 'stdio' }, era: { type: 'string', default: 'session' } },
});
const era = values.era === 'stateless' ? 'stateless' : 'session';

if (values.over === 'http') {
  const url = await serveHttp(era);
  process.stdin.once('end', () => process.exit(0)).resume();
  process.once('SIGTERM', () => process.exit(0));
  process.stdout.write(`${JSON.stringify({ url })}\n`);
} else {
  serveStdio(era);
}
