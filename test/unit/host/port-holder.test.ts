import { once } from 'node:events';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  holder,
  holderInLsof,
  inodesIn,
  nameInTasklist,
  pidInNetstat,
} from '../../../electron/host/endpoint/listening-tables.ts';
import { type LookPorts, whoListens } from '../../../electron/host/endpoint/port-holder.ts';

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1CF3 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 111 1 0000 100 0 0 10 0
   1: 00000000:1CF3 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 222 1 0000 100 0 0 10 0
   2: 0100007F:1CF3 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 333 1 0000 100 0 0 10 0
   3: 0500000A:1CF3 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 444 1 0000 100 0 0 10 0
   4: 0100007F:1CF4 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 555 1 0000 100 0 0 10 0`;
const TCP6 = `  sl  local_address                         remote_address                        st
   0: 00000000000000000000000000000000:1CF3 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 666 1 0
   1: 00000000000000000000000001000000:1CF3 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 777 1 0`;

describe('who listens on a port', () => {
  it('is read from the tables of Linux: those who take connections to 127.0.0.1', () => {
    expect(inodesIn(TCP, 7411)).toEqual(['111', '222']);
    expect(inodesIn(TCP6, 7411)).toEqual(['666']);
    expect(inodesIn('', 7411)).toEqual([]);
    expect(inodesIn('garbage\nmore: garbage', 7411)).toEqual([]);
  });

  it('is read from lsof', () => {
    expect(holderInLsof('p4242\ncGoogle\\x20Chrome\nf12\n')).toEqual({ pid: 4242, name: 'Google Chrome' });
    expect(holderInLsof('')).toBeUndefined();
  });

  it('is read from netstat and tasklist, in whatever language', () => {
    const netstat = [
      'Aktive Verbindungen',
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
      '  TCP    127.0.0.1:7411         127.0.0.1:50000        HERGESTELLT      1',
      '  TCP    192.168.1.5:7411       0.0.0.0:0              ABHÖREN          2',
      '  TCP    127.0.0.1:7411         0.0.0.0:0              ABHÖREN          4711',
    ].join('\r\n');
    expect(pidInNetstat(netstat, 7411)).toBe(4711);
    expect(pidInNetstat(netstat, 741)).toBeUndefined();
    expect(nameInTasklist('"node.exe","4711","Console","1","40.000 K"\r\n', 4711)).toBe('node.exe');
    expect(nameInTasklist('INFO: No tasks are running.', 4711)).toBeUndefined();
  });

  it('is a name that can be shown, whatever a program calls itself', () => {
    expect(holder(7, 'evil\u001b[2J\nname')).toEqual({ pid: 7, name: 'evil [2J name' });
    expect(holder(7, ' ')).toEqual({ pid: 7, name: 'Process 7' });
    expect(holder(7, 'x'.repeat(500)).name.length).toBe(80);
  });

  it.runIf(process.platform === 'linux')('is found here, and nothing is sent there', async () => {
    let connections = 0;
    const server = createServer(() => connections++).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const name = basename(process.execPath);
    expect(await whoListens(port)).toEqual({ pid: process.pid, name });
    server.close();
    await once(server, 'close');
    expect(await whoListens(port)).toBeUndefined();
    expect(connections).toBe(0);
  });

  it('runs the programs of the system by their full path, without a shell, and bears their failure', async () => {
    const ran: string[] = [];
    const ports = (platform: NodeJS.Platform, outputs: (string | undefined)[]): LookPorts => ({
      platform,
      systemRoot: 'C:\\Windows',
      run(file, args) {
        ran.push([file, ...args].join(' '));
        return Promise.resolve(outputs.shift());
      },
    });
    expect(await whoListens(7411, ports('darwin', ['p1\ncx\n']))).toEqual({ pid: 1, name: 'x' });
    const netstat = ' TCP 0.0.0.0:7411 0.0.0.0:0 LISTENING 5';
    expect(await whoListens(7411, ports('win32', [netstat, '"x.exe","5"']))).toEqual({
      pid: 5,
      name: 'x.exe',
    });
    expect(await whoListens(7411, ports('win32', [netstat, undefined]))).toEqual({
      pid: 5,
      name: 'Process 5',
    });
    expect(await whoListens(7411, ports('darwin', [undefined]))).toBeUndefined();
    const broken: LookPorts = { ...ports('darwin', []), run: () => Promise.reject(new Error('x')) };
    expect(await whoListens(7411, broken)).toBeUndefined();
    expect(ran.slice(0, 3)).toEqual([
      '/usr/sbin/lsof -nP -iTCP:7411 -sTCP:LISTEN -F pc',
      'C:\\Windows\\System32\\netstat.exe -ano -p TCP',
      'C:\\Windows\\System32\\tasklist.exe /FI PID eq 5 /FO CSV /NH',
    ]);
    for (const port of [0, -1, 70_000, 1.5, Number.NaN]) expect(await whoListens(port)).toBeUndefined();
  });
});
