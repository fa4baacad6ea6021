import type { DoctorReport, StatusReport } from '../../shared/ipc/shapes.ts';
import { fail, ok } from '../../shared/result.ts';
import type { AuditLog } from '../audit/log.ts';
import type { KnownSecrets } from '../log/redact.ts';
import type { Front, Handlers } from './commands.ts';
import { hostChecks, type HostCheckPorts } from './doctor/doctor.ts';
import type { Guard } from './guard.ts';
import type { Operator } from './operator.ts';

type HostCommands = Pick<
  Handlers,
  'status' | 'guard.block' | 'guard.ask' | 'guard.usual' | 'operator.set' | 'doctor'
>;

/** What the commands about the host itself work on. */
export interface HostCommandPorts {
  readonly status: () => StatusReport;
  readonly audit: AuditLog;
  readonly guard: Guard;
  readonly operator: Operator;
  readonly front: Front;
  readonly secrets: KnownSecrets;
  readonly checks: Omit<HostCheckPorts, 'front' | 'operator' | 'audit' | 'redact'>;
}

/** The commands about the host itself and its log. */
export function hostCommands(ports: HostCommandPorts): HostCommands {
  const { status, audit, guard, operator, secrets } = ports;
  return {
    async status() {
      return ok(status());
    },
    async 'guard.block'() {
      guard.set('block');
      return ok(status());
    },
    async 'guard.ask'(_input, { mayLoosen }) {
      // Asking instead of refusing lets more pass.
      const allowed = guard.state() === 'block' ? await mayLoosen() : ok(undefined);
      if (!allowed.ok) return allowed;
      guard.set('ask');
      return ok(status());
    },
    async 'guard.usual'() {
      guard.set('usual');
      return ok(status());
    },
    async 'operator.set'({ newKey }) {
      if (operator.distrusted && !operator.isSet())
        return fail(
          'operator',
          'The operator\'s key was changed outside Doorward or cannot be checked. Run "doorward doctor".',
        );
      const changed = operator.isSet();
      await operator.set(newKey);
      return ok({
        changed,
        sentence: changed ? "The operator's key was changed." : "The operator's key is set.",
      });
    },
    async doctor(_input, { onProgress }) {
      const { front } = ports;
      const checks = await hostChecks(
        { ...ports.checks, front, operator, audit, redact: secrets.redact },
        onProgress,
      );
      const report: DoctorReport = { ok: checks.every(({ state }) => state !== 'bad'), checks };
      return ok(report);
    },
  };
}
