import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, scope } from '../../../../shared/model/approval.ts';
import { bridgeContract } from '../../../../shared/ipc/window.ts';
import { effect } from '../../../../shared/model/review.ts';
import { heldCall } from '../../../../renderer/dev/sample-questions.ts';
import {
  allowInput,
  denyInput,
  durationsOf,
  fitting,
  ONCE,
  scopesOf,
} from '../../../../renderer/popup/state/choice.ts';
import { editorText, editProblem, notEditable } from '../../../../renderer/popup/state/edit.ts';
import { DANGER } from '../../../../renderer/ui/hostile-text/characters.ts';

describe('what Allow covers', () => {
  it('is the one call with exactly its arguments, unless something else was chosen', () => {
    expect(allowInput(heldCall({ id: 'a' }), ONCE)).toEqual({
      id: 'a',
      for: 'once',
      scope: 'args',
      apps: 'this',
    });
  });

  it('is what was chosen', () => {
    const call = heldCall({ id: 'a', like: { key: 'like.folder', params: { folder: '/x' } } });
    expect(allowInput(call, { for: '1h', scope: 'like', apps: 'all' })).toEqual({
      id: 'a',
      for: '1h',
      scope: 'like',
      apps: 'all',
    });
  });

  it('never offers always for what sends, runs, deletes or spends, whatever the host offers', () => {
    for (const each of ['send', 'run', 'destroy', 'spend'] as const) {
      expect(durationsOf(heldCall({ effect: each }))).not.toContain('always');
    }
    expect(durationsOf(heldCall({ effect: 'read' }))).toContain('always');
  });

  it('never offers what covers a whole server or app, nor something like it without words for it', () => {
    const call = heldCall({ scopes: ['args', 'like', 'tool', 'server', 'client'] });
    expect(scopesOf(call)).toEqual(['args', 'tool']);
  });

  it('is never wider than what the call offers, and always what the contract takes', () => {
    const call = fc.record({
      effect: fc.constantFrom(...effect.options),
      durations: fc.subarray([...duration.options]),
      scopes: fc.subarray([...scope.options]),
      like: fc.option(fc.constant({ key: 'like.folder', params: { folder: '/x' } }), { nil: undefined }),
    });
    const choice = fc.record({
      for: fc.constantFrom(...duration.options),
      scope: fc.constantFrom('args', 'like', 'tool'),
      apps: fc.constantFrom('this', 'all'),
    });
    fc.assert(
      fc.property(call, choice, fc.boolean(), ({ like, ...offers }, chosen, edited) => {
        const held = heldCall({ ...offers, ...(like && { like }) });
        const input = allowInput(held, chosen, edited ? '{}' : undefined);
        expect(bridgeContract['approval.allow'].input.safeParse(input).success).toBe(true);
        if (input.for !== 'once') {
          expect(held.durations).toContain(input.for);
          if (input.scope !== 'args') expect(held.scopes).toContain(input.scope);
        } else expect([input.scope, input.apps]).toEqual(['args', 'this']);
        if (edited) expect(input.for).toBe('once');
        expect(fitting(fitting(chosen, held), held)).toEqual(fitting(chosen, held));
      }),
      { numRuns: 500 },
    );
  });

  it('tells a reason only when there is one, and one that the contract takes', () => {
    const call = heldCall({ id: 'a' });
    expect(denyInput(call, '  ')).toEqual({ id: 'a' });
    expect(denyInput(call, ' not now ')).toEqual({ id: 'a', reason: 'not now' });
    const long = denyInput(call, 'x'.repeat(5000));
    expect(bridgeContract['approval.deny'].input.safeParse(long).success).toBe(true);
  });
});

describe('edited arguments', () => {
  it.each([
    ['{"a":1}', undefined],
    ['{"a":1', 'syntax'],
    ['', 'syntax'],
    ['{a:1}', 'syntax'],
    ['[1]', 'object'],
    ['null', 'object'],
    ['"text"', 'object'],
    ['['.repeat(200_000), 'syntax'],
    [`{"a":"${'x'.repeat(1024 * 1024)}"}`, 'long'],
  ] as const)('%# are judged', (text, problem) => {
    expect(editProblem(text)).toBe(problem);
  });

  it('cannot be had of what is not all here, or of what hides a secret', () => {
    expect(notEditable(heldCall({ args: { a: 1 } }))).toBeUndefined();
    expect(notEditable(heldCall())).toBe('none');
    expect(notEditable(heldCall({ kind: 'elicitation', args: {} }))).toBe('none');
    expect(notEditable(heldCall({ args: { token: '[hidden]' } }))).toBe('secret');
    const cut = { ...heldCall(), args: { head: '{"a":', tail: '1}', bytes: 900_000 } };
    expect(notEditable(cut)).toBe('cut');
  });

  it('open with the same values, large numbers too, and with nothing that an editor would not show', () => {
    expect(editorText('{"n":9007199254740993,"e":1e400}')).toBe(
      '{\n  "n": 9007199254740993,\n  "e": 1e400\n}',
    );
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text), fc.integer())), (value) => {
        const shown = editorText(JSON.stringify(value));
        expect(JSON.parse(shown)).toEqual(value);
        for (const line of shown.split('\n')) expect(line).not.toMatch(DANGER);
      }),
      { numRuns: 1000 },
    );
  });
});
