import { guard, ImitatedEmitter } from '../core/guard.ts';

const events = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
  'thermal-state-change',
  'speed-limit-change',
];

/** How long nobody has touched the machine, in seconds; tests set it. */
export const idle = { seconds: 0, locked: false };

const members = {
  getSystemIdleTime: () => idle.seconds,
  getSystemIdleState: (threshold: number) =>
    idle.locked ? ('locked' as const) : idle.seconds >= threshold ? ('idle' as const) : ('active' as const),
  isOnBatteryPower: () => false,
  onBatteryPower: false,
} satisfies Partial<Electron.PowerMonitor>;

/** `powerMonitor`: tests emit its events. */
export const powerMonitor = guard(
  'powerMonitor',
  Object.assign(new ImitatedEmitter('powerMonitor', events), members),
);
