import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { InspectionBook } from '../../../../electron/host/inspection/inspection-book.ts';
import {
  inspectionPolicy,
  type InspectionPolicyPorts,
} from '../../../../electron/host/inspection/inspection-policy.ts';
import {
  type ActChoice,
  actFor,
  crossingDirection,
  isLaxer,
  type MaskShape,
  presetAct,
  watched,
} from '../../../../shared/model/inspection.ts';
import type { Preset } from '../../../../shared/model/policy.ts';
import { arbitraryChoices } from './arbitrary-choices.ts';

const mask = (name: string, pattern: string): MaskShape => ({
  name,
  find: { pattern },
  way: 'remove',
  direction: 'both',
});

/** A policy over a book in memory; `crm` is remote, `files` is not, `claude` is known. */
function policyOver(given: {
  acts?: readonly ActChoice[];
  demanded?: readonly ActChoice[];
  masks?: readonly MaskShape[];
  managedMasks?: readonly MaskShape[];
}) {
  const now = { acts: [], demanded: [], masks: [], managedMasks: [], ...given };
  const chosen: { preset: Preset; role: string } = { preset: 'guarded', role: 'coding' };
  const told: (() => void)[] = [];
  const presetOf = vi.fn(() => chosen.preset);
  const ports: InspectionPolicyPorts = {
    book: {
      acts: () => now.acts,
      masks: () => now.masks,
      personal: () => ['email'],
      labels: (server: string) => new Map(server === 'crm' ? [['private', true]] : []),
      onChange: (listener: () => void) => void told.push(listener),
    } as Partial<InspectionBook> as InspectionBook,
    demanded: () => now.demanded,
    managedMasks: () => now.managedMasks,
    server: (id) =>
      ({
        crm: { launch: { transport: 'http' } },
        files: { launch: { transport: 'stdio' } },
      })[id] as never,
    knowsClient: (id) => id === 'claude',
    roleOf: () => chosen.role,
    presetOf,
    onChange: (listener) => void told.push(listener),
  };
  return {
    policy: inspectionPolicy(ports),
    now,
    chosen,
    presetOf,
    tell: () => told.forEach((listener) => listener()),
  };
}

const everything = watched.options.flatMap((watch) =>
  crossingDirection.options.map((direction) => ({ watch, direction })),
);

describe('what happens on a finding', () => {
  it('is what the model says for the server, the role and the preset, and at least what is demanded', () => {
    fc.assert(
      fc.property(arbitraryChoices, arbitraryChoices, (acts, demanded) => {
        const { policy } = policyOver({ acts, demanded });
        for (const { watch, direction } of everything)
          for (const [server, remote] of [
            ['crm', true],
            ['files', false],
          ] as const)
            expect(policy.act(watch, direction, server, 'claude')).toBe(
              actFor({ watch, direction, server, role: 'coding', remote }, 'guarded', acts, demanded),
            );
      }),
    );
  });

  it('is at least what Strict says for a server or an AI app that nobody knows', () => {
    fc.assert(
      fc.property(arbitraryChoices, (acts) => {
        const { policy, presetOf } = policyOver({ acts });
        for (const { watch, direction } of everything)
          for (const [server, client] of [
            ['another', 'claude'],
            ['files', 'another'],
            ['', ''],
          ] as const)
            expect(
              isLaxer(
                policy.act(watch, direction, server, client),
                presetAct('strict', watch, direction, server !== 'files'),
              ),
            ).toBe(false);
        // Nothing is remembered for ids that somebody made up.
        expect(presetOf).not.toHaveBeenCalled();
      }),
    );
  });

  it('follows the preset and the role, asking for the preset once until something changes', () => {
    const { policy, chosen, presetOf, tell } = policyOver({});
    const before = policy.version;
    expect(policy.act('secret', 'to-server', 'files', 'claude')).toBe('ask');
    policy.act('flow', 'to-server', 'files', 'claude');
    expect(presetOf).toHaveBeenCalledTimes(1);
    chosen.preset = 'observe';
    tell();
    expect(policy.version).toBeGreaterThan(before);
    expect(policy.act('secret', 'to-server', 'files', 'claude')).toBe('note');
    chosen.preset = 'strict';
    // Nobody tells when an AI app gets another role.
    chosen.role = 'research';
    expect(policy.act('secret', 'to-server', 'files', 'claude')).toBe('ask');
  });
});

describe('masks', () => {
  it("are compiled once, the organisation's first; one that cannot be used is left out", () => {
    const own = [mask('Own', 'A[0-9]'), mask('Broken', '(?<x>a)\\1')];
    const { policy, now, tell } = policyOver({ masks: own, managedMasks: [mask('Theirs', 'B')] });
    const masks = policy.masks();
    expect(masks.map((one) => one.mask.name)).toEqual(['Theirs', 'Own']);
    tell();
    expect(policy.masks()).toBe(masks);
    now.masks = [mask('Other', 'C')];
    expect(policy.masks().map((one) => one.mask.name)).toEqual(['Theirs', 'Other']);
  });

  it('and the rest come from the book', () => {
    const { policy } = policyOver({});
    expect(policy.personal()).toEqual(['email']);
    expect([...policy.labels('crm')]).toEqual([['private', true]]);
    expect([...policy.labels('another')]).toEqual([]);
  });
});
