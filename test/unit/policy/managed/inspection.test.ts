import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../electron/policy/managed/check.ts';
import { inspectionHere, managedMasks } from '../../../../electron/policy/managed/inspection.ts';
import { policyFromJson } from '../../../../electron/policy/managed/parse.ts';
import { compileMask } from '../../../../electron/inspection/masks/mask.ts';
import { asMask } from '../../../../electron/host/inspection/as-mask.ts';
import { type ManagedPolicy, managedPolicy } from '../../../../shared/model/managed.ts';
import { arbitraryChoices, arbitraryMask } from '../../host/inspection/arbitrary-choices.ts';
import { arbitraryPolicy } from './arbitrary-policy.ts';

const NOW = 1_800_000_000_000;
const json = (policy: object) => JSON.stringify({ version: 1, ...policy });
const read = (policy: object) => policyFromJson(Buffer.from(json(policy)));
const ORG = { organisation: { name: 'Example Ltd', contact: 'it@example.com' } };

describe('masks of an organisation', () => {
  it('of the first form are removed everywhere, as before', () => {
    expect(managedMasks({ version: 1, masks: [{ name: 'Account', pattern: 'AC-[0-9]+' }] })).toEqual([
      { name: 'Account', find: { pattern: 'AC-[0-9]+' }, way: 'remove', direction: 'both' },
    ]);
    expect(managedMasks(undefined)).toEqual([]);
  });

  it.each([
    [{ name: 'A', pattern: '(a)\\1' }, 'The pattern has'],
    [{ name: 'A', pattern: 'x*' }, 'The pattern has'],
    [{ name: '[A]', pattern: 'x' }, 'A name has up to 64'],
    [{ name: 'A' }, 'Give "pattern" or "words".'],
    [{ name: 'A', pattern: 'x', words: ['y'] }, 'Give "pattern" or "words".'],
    [{ name: 'A', words: [' '] }, 'The list has no words.'],
  ])('that cannot be used make the settings malformed, so that the last ones hold: %j', (mask, why) => {
    const masks = [{ name: 'Fine', words: ['x'] }, mask];
    const result = read({ masks });
    expect(result).toMatchObject({ ok: false, code: 'malformed' });
    expect(result.ok ? '' : result.message).toContain('masks.1');
    const { ok, problems } = checkPolicy(json({ ...ORG, masks }), NOW);
    expect([ok, problems.map(({ path }) => path)]).toEqual([false, ['masks.1']]);
    expect(problems[0]?.sentence).toContain(why);
  });

  it('can all be used, in every policy that counts', () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        const result = read(policy);
        if (!result.ok) return;
        for (const mask of managedMasks(result.value)) expect(compileMask(asMask(mask)).ok).toBe(true);
      }),
    );
  });
});

describe('minima of an organisation', () => {
  it('never let anything pass unseen', () => {
    expect(read({ inspection: [{ watch: 'secret', act: 'pass' }] })).toMatchObject({ ok: false });
    expect(read({ inspection: [{ watch: 'secret', act: 'note' }] })).toMatchObject({ ok: true });
  });

  it('are summed up, and what never fits or nobody may answer is said', () => {
    const inspection = [
      { watch: 'secret', act: 'ask', role: 'interns' },
      { watch: 'flow', act: 'block' },
    ];
    const { problems, summary } = checkPolicy(
      json({ ...ORG, inspection, masks: [{ name: 'A', words: ['b'] }] }),
      NOW,
    );
    expect(problems.map(({ path }) => path)).toEqual(['inspection.0.role']);
    expect(summary).toContain('It says what happens at least on secrets, data that would leave.');
    expect(summary).toContain('1 kind of text is masked.');
    const nobody = checkPolicy(
      json({
        ...ORG,
        inspection: [inspection[0]],
        approvals: { whoMayApprove: 'groups' },
        presets: { minimum: 'observe' },
      }),
      NOW,
    );
    expect(nobody.problems.map(({ sentence }) => sentence)).toContain(
      'Questions would be asked that nobody may answer: name a group, or block instead.',
    );
  });
});

describe('what a person chose, as an organisation could set it', () => {
  it('is a policy that counts, lets nothing through, and has only masks that hold everywhere', () => {
    fc.assert(
      fc.property(arbitraryChoices, fc.array(arbitraryMask, { maxLength: 3 }), (acts, masks) => {
        const usable = masks.filter((mask) => compileMask(asMask(mask)).ok);
        const here = inspectionHere(acts, usable);
        const policy: ManagedPolicy = managedPolicy.parse({ version: 1, ...here });
        expect(read(policy).ok).toBe(true);
        expect(policy.inspection ?? []).toEqual(acts.filter(({ act }) => act !== 'pass'));
        const everywhere = usable.filter(({ scope }) => Object.keys(scope ?? {}).length === 0);
        expect(managedMasks(policy)).toEqual(
          everywhere.map(({ scope: _scope, restoreFor: _given, ...mask }) => mask),
        );
      }),
    );
  });

  it('says nothing when nothing is chosen', () => {
    expect(inspectionHere([], [])).toEqual({});
  });
});
