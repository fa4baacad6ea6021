import { describe, expect, it } from 'vitest';
import { actOf, COMMAND_ACTS, type CommandAct } from '../../../electron/host/command-acts.ts';
import { type HostCommand, hostContract } from '../../../shared/ipc/window.ts';

/** What whoever adds a command reads when they forgot to say what it does. */
const TELL_US =
  'is in the contract and not in COMMAND_ACTS (electron/host/command-acts.ts), so people whom an organisation does not let approve cannot use it. Say there what it does: "looser" (lets an AI app or a server have or do more, ends a protection, hides something that was noticed), "if-looser" (only with some inputs; its handler asks mayLoosen for those), "own" (needs the person and lets nothing more pass), "tighter" or "neither". Then add an input for it to test/security/managed-approvers.test.ts if it is one of the first two.';
const names = Object.keys(hostContract) as HostCommand[];
const NEEDS_A_PERSON: readonly CommandAct[] = ['looser', 'if-looser', 'own'];

describe('what commands do to what may happen', () => {
  it.each(names)('is said of %s', (name) => {
    expect(Object.hasOwn(COMMAND_ACTS, name) ? '' : `"${name}" ${TELL_US}`).toBe('');
  });

  it('is said of no command that is not there', () => {
    expect(Object.keys(COMMAND_ACTS).filter((name) => !Object.hasOwn(hostContract, name))).toEqual([]);
  });

  it('is the worst of a command that nobody thought about', () => {
    for (const name of ['nobody.knows', 'constructor', '__proto__'])
      expect(actOf(name as HostCommand), name).toBe('looser');
  });

  it.each(names)('agrees with who may run %s', (name) => {
    const act = actOf(name);
    const { needsOperator } = hostContract[name];
    // What loosens without a person, or needs a person for nothing, is a mistake here or in the contract.
    expect(NEEDS_A_PERSON.includes(act), `${name} is "${act}"`).toBe(needsOperator !== false);
    if (needsOperator === 'if-looser') expect(['if-looser', 'own'], name).toContain(act);
    if (act === 'looser') expect(needsOperator, name).toBe(true);
  });
});
