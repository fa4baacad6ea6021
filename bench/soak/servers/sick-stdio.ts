// A sick server on pipes: offers one tool like any other, and does what KIND says when that is called.
// Usage: node sick-stdio.ts KIND PIDS [START-FILE]; with anything in START-FILE it ends at its start.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { eachLine } from '../../wire/lines.ts';
import { responseTo, soakAnswers, type SoakRequest } from './good-answers.ts';

const MIB = 1024 * 1024;
const BYTE_EVERY_MS = 200;
const [kind = '', pids = '', startFile] = process.argv.slice(2);
appendFileSync(pids, `${process.pid}\n`);
if (startFile !== undefined && readFileSync(startFile, 'utf8') !== '') process.exit(7);

const answer = soakAnswers(`sick-${kind}`, 'session', ['read_page_0']);
const out = process.stdout;
const line = (text: string): boolean => out.write(`${text}\n`);
const notice = (method: string, params: object = {}): string =>
  JSON.stringify({ jsonrpc: '2.0', method, params });
let slow: Promise<void> = Promise.resolve();

async function byteByByte(text: string): Promise<void> {
  for (const byte of text) {
    out.write(byte);
    await pause(BYTE_EVERY_MS);
  }
  out.write('\n');
}

/** True: it is answered as usual afterwards. */
const deeds: Readonly<Record<string, (request: SoakRequest, whole: string) => boolean>> = {
  hang: () => false,
  dies(_request, whole) {
    out.write(whole.slice(0, -20), () => process.exit(1));
    return false;
  },
  'stderr-flood'() {
    process.stderr.write(`${'\u001b[31merror: something went wrong '.repeat(40)}\n`.repeat(3000));
    return true;
  },
  'notice-flood'() {
    out.write(
      `${notice('notifications/message', { level: 'info', data: 'flood '.repeat(20) })}\n`.repeat(5000),
    );
    return true;
  },
  garbage() {
    out.write(Buffer.concat([randomBytes(MIB / 4), Buffer.from('\n{"jsonrpc":"2.0","id":\n[[[[\nnull\n')]));
    return true;
  },
  slow(_request, whole) {
    slow = slow.then(() => byteByByte(whole.slice(0, 200)));
    return false;
  },
  huge(request) {
    line(responseTo(request, JSON.stringify({ content: [{ type: 'text', text: 'x'.repeat(6 * MIB) }] })));
    return false;
  },
  'wrong-ids'(request, whole) {
    const own = Number(request.id);
    for (const id of [own + 1_000_000, `${own}`, own + 0.5, null, -own])
      line(JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: 'wrong' }] } }));
    line(whole);
    return true;
  },
  'stops-reading'() {
    process.stdin.pause();
    return false;
  },
  forks() {
    for (let i = 0; i < 2; i++) {
      const forked = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)'], {
        detached: true,
        stdio: 'ignore',
      });
      appendFileSync(pids, `${forked.pid ?? 0}\n`);
      forked.unref();
    }
    process.exit(0);
  },
  'list-changed'() {
    out.write(`${notice('notifications/tools/list_changed')}\n`.repeat(2000));
    return true;
  },
};

eachLine(process.stdin, (text) => {
  const request = JSON.parse(text.toString()) as SoakRequest;
  if (request.id === undefined) return;
  const whole = responseTo(request, answer(request));
  const deed = request.method === 'tools/call' ? deeds[kind] : undefined;
  if (deed === undefined || deed(request, whole)) line(whole);
});
process.stdin.on('close', () => process.exit(0));
