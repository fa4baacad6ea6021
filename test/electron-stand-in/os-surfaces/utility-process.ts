import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createEvent, guard, ImitatedEmitter } from '../core/guard.ts';
import { life, nodePath } from '../core/runtime.ts';
import { appEmit } from '../main/app-events.ts';

const childKey = Symbol('child');

/** A real Node process that talks through `process.parentPort`. */
class UtilityProcess extends ImitatedEmitter {
  readonly [childKey]: ChildProcess;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  pid: number | undefined;

  constructor(path: string, args: readonly string[], given: Electron.ForkOptions) {
    super('UtilityProcess', ['spawn', 'message', 'exit', 'error']);
    const stdio = given.stdio ?? 'inherit';
    const streams = (Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]) as (
      'pipe' | 'ignore' | 'inherit'
    )[];
    const child = fork(path, [...args], {
      execPath: nodePath,
      execArgv: ['--import', join(import.meta.dirname, 'utility-port.ts'), ...(given.execArgv ?? [])],
      env: (given.env ?? process.env) as NodeJS.ProcessEnv,
      ...(given.cwd === undefined ? {} : { cwd: given.cwd }),
      serialization: 'advanced',
      stdio: ['ignore', streams[1] ?? 'inherit', streams[2] ?? 'inherit', 'ipc'],
    });
    this[childKey] = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    this.pid = undefined;
    const face = guard('UtilityProcess', this);
    child.on('spawn', () => {
      face.pid = child.pid;
      face.emit('spawn');
    });
    child.on('message', (message) => face.emit('message', message));
    child.on('error', (error) => face.emit('error', 'FatalError', String(error), ''));
    child.on('exit', (code, signal) => {
      face.pid = undefined;
      const exitCode = code ?? 1;
      if (exitCode !== 0 || signal !== null) {
        const details = { type: 'Utility', reason: signal === null ? 'abnormal-exit' : 'killed', exitCode };
        appEmit('child-process-gone', createEvent(), {
          ...details,
          serviceName: 'node.mojom.NodeService',
          name: given.serviceName ?? 'Node Utility Process',
        });
      }
      face.emit('exit', exitCode);
    });
    return face;
  }

  postMessage(message: unknown): void {
    this[childKey].send(structuredClone(message) as object);
  }

  kill(): boolean {
    return this[childKey].kill();
  }
}

/** `utilityProcess` */
export const utilityProcess = guard('utilityProcess', {
  fork(path: string, args: readonly string[] = [], given: Electron.ForkOptions = {}): UtilityProcess {
    if (!life.ready) throw new Error('utilityProcess cannot be created before app is ready.');
    return new UtilityProcess(path, args, given);
  },
});
