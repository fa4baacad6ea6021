/** The environment variable by which the processes of one host are known. Its value is `<nonce>.<tag>`. */
export const MARK = 'MCP_GATEWAY_PROCESS';

/**
 * The program of the watchdog, given to `node -e`, so that it needs no file of its own and works from source, from a
 * bundle and from a package. CommonJS, Node's own modules only.
 *
 * It reads commands on stdin, a pipe whose other end the host alone holds:
 *   `+<tag> <pid>`          a server's process was started; it leads the process group of that number
 *   `-<tag>`                nothing of it is left
 *   `?<seq> <signal> <tag>` sends the signal (0: none) to everything of it that lives, and answers `<seq> <count>`
 * The end of the pipe means that the host is gone, however it died: SIGTERM to everything, SIGKILL a second later,
 * until nothing is found any more.
 *
 * What belongs to a server is found in two ways: the members of its process group, and every process that carries
 * the host's mark in its environment. The mark finds what left the group (a daemon, a browser in a session of its
 * own), and it closes the gap between the start of a process and its registration: a forked child holds a copy of
 * this pipe until it executes its program, so when the pipe ends every child already has its marked environment.
 */
export const WATCHDOG_SCRIPT = `'use strict';
const fs = require('node:fs');
const { spawnSync } = require('node:child_process');
const [mark, nonce] = process.argv.slice(1);
const windows = process.platform === 'win32';
const groups = new Map();
process.title = 'doorward-watchdog';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function markIn(text, separator) {
  const label = mark + '=' + nonce + '.';
  const at = text.startsWith(label) ? 0 : text.indexOf(separator + label);
  if (at === -1) return '';
  const start = text.indexOf('=', at) + 1;
  const end = text.indexOf(separator, start);
  return text.slice(start, end === -1 ? undefined : end);
}
function fromProc(pid) {
  const stat = fs.readFileSync('/proc/' + pid + '/stat', 'latin1');
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  let found = '';
  try { found = markIn(fs.readFileSync('/proc/' + pid + '/environ', 'latin1'), '\\0'); } catch {}
  return { pid, group: Number(group), mark: found };
}
function living() {
  const found = [];
  if (process.platform === 'linux') {
    for (const name of fs.readdirSync('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid) || pid === process.pid) continue;
      try { const entry = fromProc(pid); if (entry) found.push(entry); } catch {}
    }
    return found;
  }
  const ps = spawnSync('/bin/ps', ['-axEww', '-o', 'pid=,pgid=,stat=,command='], { encoding: 'latin1', maxBuffer: 1 << 26 });
  for (const line of (ps.stdout || '').split('\\n')) {
    const parts = /^ *(\\d+) +(\\d+) +(\\S+) (.*)$/.exec(line);
    if (!parts || parts[3].startsWith('Z') || Number(parts[1]) === process.pid) continue;
    found.push({ pid: Number(parts[1]), group: Number(parts[2]), mark: markIn(parts[4], ' ') });
  }
  return found;
}
function send(pid, signal) {
  try { process.kill(pid, signal); } catch {}
}
function strike(signal, tag) {
  const wanted = tag === undefined ? new Set(groups.values()) : new Set([groups.get(tag)]);
  const struck = new Set();
  let count = 0;
  for (const entry of living()) {
    const member = wanted.has(entry.group);
    if (!member && !(tag === undefined ? entry.mark : entry.mark === nonce + '.' + tag)) continue;
    count += 1;
    if (signal === 0) continue;
    if (!member) send(entry.pid, signal);
    else if (!struck.has(entry.group)) { struck.add(entry.group); send(-entry.group, signal); }
  }
  return count;
}
function command(line) {
  const [first, second, third] = line.slice(1).split(' ');
  if (line[0] === '+') groups.set(first, Number(second));
  else if (line[0] === '-') groups.delete(first);
  else if (line[0] === '?') process.stdout.write(first + ' ' + strike(second === '0' ? 0 : second, third) + '\\n');
}
async function last() {
  if (windows) {
    for (const pid of groups.values()) spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true });
    process.exit(0);
  }
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let clean = 0;
  for (let round = 0; round < 40 && clean < 2; round += 1) {
    if (round > 0) await sleep(100);
    clean = strike(round < 10 ? 'SIGTERM' : 'SIGKILL') === 0 ? clean + 1 : 0;
  }
  process.exit(0);
}
let rest = '';
process.stdin.setEncoding('latin1');
process.stdin.on('data', (text) => {
  const lines = (rest + text).split('\\n');
  rest = lines.pop();
  for (const line of lines) command(line);
});
let ending = false;
const end = () => { if (!ending) { ending = true; void last(); } };
process.stdin.on('end', end);
process.stdin.on('error', end);
process.stdout.on('error', () => {});
process.stdout.write('ready\\n');
`;
