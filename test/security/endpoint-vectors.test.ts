import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { type Doors, judgeHttp, openDoors } from '../vectors/http.ts';
import type { Row } from '../vectors/row.ts';

// Attack: requests that a browser, a rebound name or another program sends to the endpoint. `{P}` is its port.

let host: TestHost;
let doors: Doors;
beforeAll(async () => {
  host = await startHost();
  doors = await openDoors(host);
});
afterAll(() => host.stop());

const taken = { accept: true } as const;
const refused = (...status: number[]): Row['want'] => ({ status });
const noCors = { status: [403], absentHeader: 'access-control-allow-origin' };

const rows: readonly [string, Row['input'], Row['want']][] = [
  ['the address itself', {}, taken],
  ['the name of the loopback', { Host: 'localhost:{P}' }, taken],
  ['a rebound name', { Host: 'doorward.attacker.test:{P}' }, refused(403)],
  ['a name that ends like ours', { Host: 'my-localhost:{P}' }, refused(403)],
  ['a name that begins like ours', { Host: '127.0.0.1.attacker.test:{P}' }, refused(403)],
  ['another port', { Host: 'localhost:1' }, refused(403)],
  ['no port', { Host: 'localhost' }, refused(403)],
  ['the address as one number', { Host: '2130706433:{P}' }, refused(403)],
  ['another address of the loopback', { Host: '127.0.0.2:{P}' }, refused(403)],
  ['the trailing dot', { Host: 'localhost.:{P}' }, refused(403)],
  ['a path in the host', { Host: 'localhost:{P}/x' }, refused(403, 400)],
  ['no host', { Host: null }, refused(403, 400)],
  ['a foreign origin', { Origin: 'https://attacker.test' }, noCors],
  ['our own origin', { Origin: 'http://localhost:{P}' }, noCors],
  ['a file', { Origin: 'null' }, noCors],
  ['an empty origin', { Origin: '' }, noCors],
  ['an extension', { Origin: 'chrome-extension://abcdefghijklmnop' }, noCors],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, refused(415)],
  ['an upload', { 'Content-Type': 'multipart/form-data; boundary=x' }, refused(415)],
  ['no type', { 'Content-Type': null }, refused(415)],
  ['JSON by another name', { 'Content-Type': 'text/json' }, refused(415)],
  ['another character set', { 'Content-Type': 'application/json; charset=utf-8' }, taken],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, refused(403)],
  ['no token', { Authorization: null }, refused(401)],
  ['an empty token', { Authorization: 'Bearer ' }, refused(401)],
  ['another scheme', { Authorization: 'Basic YTpi' }, refused(401)],
  ['a wrong token', { Authorization: `Bearer ${'A'.repeat(43)}` }, refused(401)],
  ['a session of somebody else', { 'Mcp-Session-Id': '<id of another client>' }, refused(404)],
  ['a session that never was', { 'Mcp-Session-Id': 'made-up' }, refused(404)],
  ['a revision that never was', { 'MCP-Protocol-Version': '1999-01-01' }, refused(400)],
  ['a body that ends twice', { 'Transfer-Encoding': 'chunked', 'Content-Length': '3' }, refused(400)],
  ['an encoding that hides the body', { 'Transfer-Encoding': 'gzip, chunked' }, refused(400, 415, 501)],
  ['a negative length', { 'Content-Length': '-1' }, refused(400)],
  ['two lengths', { 'Content-Length': '5, 6' }, refused(400)],
];

test.each(rows)('%s', async (what, input, want) => {
  const judgement = await judgeHttp({ id: what, class: 'http', input, want }, doors);
  expect(judgement).toEqual({ got: judgement.got, ok: true });
});
