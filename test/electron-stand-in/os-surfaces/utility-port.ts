import { EventEmitter } from 'node:events';
import { guard } from '../core/guard.ts';

/** `process.parentPort` of a process that `utilityProcess.fork` has started. */
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    process.send?.(structuredClone(message));
  },
  start: (): void => {},
});
process.on('message', (data) => port.emit('message', { data, ports: [] }));
Object.defineProperty(process, 'parentPort', { value: guard('process.parentPort', port) });
Object.defineProperty(process, 'type', { value: 'utility' });
