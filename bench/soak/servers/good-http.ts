// Well-behaved servers of the soak over HTTP, all in one process. Usage: node good-http.ts NAME…
// Every other one speaks 2026-07-28, the rest sessions.
import { ready, serveHttp } from './serve-http.ts';

const urls: Record<string, string> = {};
for (const [i, name] of process.argv.slice(2).entries())
  urls[name] = await serveHttp(name, i % 2 === 0 ? 'session' : 'stateless');
ready(urls);
