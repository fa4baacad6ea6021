import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstCome } from '../../../electron/catalog/first-come.ts';

const MAX = 3;
const WHATS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('the first one keeps it, whoever else claims it and however much; bounded for each server', () => {
  const claim = fc.record({
    client: fc.constantFrom('one', 'two'),
    what: fc.constantFrom(...WHATS),
    server: fc.constantFrom('alpha', 'beta'),
  });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 60 }), (claims) => {
      const real = new FirstCome(MAX);
      // The same in the plainest way: a list of what is held, the newest last.
      let held: (typeof claims)[number][] = [];
      for (const one of claims) {
        const same = held.find(({ client, what }) => client === one.client && what === one.what);
        if (same === undefined || same.server === one.server) {
          held = [...held.filter((other) => other !== same), one];
          const theirs = held.filter(({ client, server }) => client === one.client && server === one.server);
          if (theirs.length > MAX) held = held.filter((other) => other !== theirs[0]);
        }
        real.claim(one.client, one.what, one.server);
        for (const client of ['one', 'two'])
          for (const what of WHATS)
            expect(real.get(client, what)).toBe(
              held.find((other) => other.client === client && other.what === what)?.server,
            );
      }
    }),
  );
});

test('what a removed server spoke of is free again; a removed client leaves nothing', () => {
  const real = new FirstCome(MAX);
  real.claim('one', 'a', 'alpha');
  real.claim('one', 'a', 'beta');
  real.forgetServer('alpha');
  expect(real.get('one', 'a')).toBe(undefined);
  real.claim('one', 'a', 'beta');
  expect(real.get('one', 'a')).toBe('beta');
  real.forgetClient('one');
  expect(real.get('one', 'a')).toBe(undefined);
});
