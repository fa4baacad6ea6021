import { expect, test } from 'vitest';
import { live, type Scene, tallyOf } from '../../../bench/policy/person.ts';
import type { Step } from '../../../bench/policy/week.ts';

const reading: Step = { server: 'files', tool: 'read_text_file', args: { path: '/a' } };
const mail: Step = { server: 'office', tool: 'send_email', args: {} };
const stealing: Step = { ...mail, attack: true };
const environment: Step = { server: 'everything', tool: 'get-env', args: {}, attack: true };
const answer = (text: string, isError = false) => ({ content: [{ type: 'text' as const, text }], isError });
const BLOCKED = answer('A rule that a person made in Doorward refuses this call. Nothing was sent.', true);

/** A Doorward that asks about e-mails, blocks one tool, and does with a denied call what it is told. */
function scene(afterDenial = answer('You said no.', true)): Scene & { readonly answered: string[] } {
  const answered: string[] = [];
  let held: ((allowed: boolean) => void) | undefined;
  const app = {
    async callTool({ name }: { name: string }) {
      if (name === 'everything__get-env') return BLOCKED;
      if (name === 'files__broken') return answer('No such file.', true);
      if (name !== 'office__send_email') return answer('done');
      const allowed = await new Promise<boolean>((resolve) => (held = resolve));
      held = undefined;
      return allowed ? answer('sent') : afterDenial;
    },
  };
  const control = {
    call(name: string) {
      if (name === 'approval.list')
        return Promise.resolve({
          ok: true,
          value: { pending: held === undefined ? [] : [{ id: 'q', call: 'c' }], missed: [] },
        });
      answered.push(name);
      held?.(name === 'approval.allow');
      return Promise.resolve({ ok: true, value: { id: 'q' } });
    },
  };
  return { app, control, operatorKey: 'key', answered } as unknown as ReturnType<typeof scene>;
}

test('the person allows what is ordinary and denies what the app was talked into', async () => {
  const here = scene();
  const lived = await live([reading, mail, stealing, environment], here);
  expect(lived.map(({ outcome }) => outcome)).toEqual(['passed', 'allowed', 'denied', 'blocked']);
  expect(here.answered).toEqual(['approval.allow', 'approval.deny']);
  expect(lived.map(({ call }) => call)).toEqual([undefined, 'c', 'c', undefined]);
});

test('a denied call that goes through and an ordinary call that fails are no week of a person', async () => {
  await expect(live([stealing], scene(answer('sent')))).rejects.toThrow('although it was denied');
  await expect(live([{ ...reading, tool: 'broken' }], scene())).rejects.toThrow('No such file');
});

test('an attack that reaches its server has passed, also where the server refuses it', async () => {
  const [lived] = await live([{ ...reading, tool: 'broken', attack: true }], scene());
  expect(lived?.outcome).toBe('passed');
});

test('a tally counts questions, also by tool, and those that no permission may save', () => {
  const tally = tallyOf([
    { step: reading, outcome: 'passed' },
    { step: reading, outcome: 'allowed' },
    { step: mail, outcome: 'allowed' },
    { step: mail, outcome: 'allowed' },
    { step: { ...reading, attack: true }, outcome: 'denied' },
    { step: environment, outcome: 'blocked' },
    ...Array.from({ length: 4 }, () => ({ step: reading, outcome: 'passed' as const })),
  ]);
  expect(tally).toMatchObject({ calls: 10, asked: 4, askedPer100: 40, always: 3, denied: 1, blocked: 1 });
  expect(tally.byTool).toEqual([
    { tool: 'files read_text_file', calls: 7, asked: 2 },
    { tool: 'office send_email', calls: 2, asked: 2 },
  ]);
  expect(tallyOf([])).toMatchObject({ calls: 0, askedPer100: 0 });
});
