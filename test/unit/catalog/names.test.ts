import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposedName } from '../../../electron/catalog/names.ts';

const serverId = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const toolName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/),
  fc.stringMatching(/^[a-b_]{1,8}(_h[0-9a-f]{10})?$/),
);

test('names are at most 48 plain characters behind the prefix of the server', () => {
  fc.assert(
    fc.property(serverId, toolName, (server, name) => {
      const exposed = exposedName(server, name);
      expect(exposed).toMatch(/^[A-Za-z0-9_-]{1,48}$/);
      expect(exposed.startsWith(`${server}__`)).toBe(true);
    }),
  );
});

test('different tools never share a name', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(serverId, toolName), { maxLength: 30 }), (pairs) => {
      const distinct = new Map(
        pairs.map(([server, name]) => [JSON.stringify([server, name]), exposedName(server, name)]),
      );
      expect(new Set(distinct.values()).size).toBe(distinct.size);
    }),
    { numRuns: 500 },
  );
});

test('a name that poses as a shortened one does not meet it', () => {
  const long = 'x'.repeat(100);
  const short = exposedName('a', long).slice('a__'.length);
  expect(exposedName('a', short)).not.toBe(exposedName('a', long));
  expect(exposedName('a', 'b__c')).toBe('a__b__c');
  expect(exposedName('a', '_x')).not.toBe(exposedName('a-', 'x'));
});
