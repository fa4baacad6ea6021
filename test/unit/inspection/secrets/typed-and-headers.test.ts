import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../../electron/inspection/secrets/find-secrets.ts';
import { isStandIn } from '../../../../electron/inspection/secrets/plausible.ts';

// Put together here, so that no scanner of repositories takes them for real ones.
const RANDOM = ['q8Zr2', 'LkV7m', 'Xw94p', 'TdB1s', 'Ye6Hn', 'Uc3Gf'].join('');
const types = (text: string): string[] => findSecrets(text).map(({ type }) => type);

describe('values that somebody typed', () => {
  it.each(['abcdefghijklmnopqrstuvwxyz', 'GR12312312312312312312', 'key-ababababababababababab'])(
    '%s stands in for one',
    (value) => {
      expect(isStandIn(value)).toBe(true);
    },
  );

  it.each([RANDOM, 'AAAAAAAAAAAAAAAAAAAAAAQVMdL58Pp4FasZfQtqK2WGCCop', 'deadbeef0123456789abcdef'])(
    '%s may be one',
    (value) => {
      expect(isStandIn(value)).toBe(false);
    },
  );
});

describe('headers that sign in', () => {
  it.each([
    ['a scheme of its own', `Authorization: Api-Token ${RANDOM}`],
    ['no scheme', `Authorization: ${RANDOM}`],
    ['a name of its own', `X-Api-Key: ${RANDOM}`],
    ['JSON', `{"Authorization":"Token ${RANDOM}"}`],
  ])('%s', (_name, text) => {
    const [found] = findSecrets(text);
    expect(text.slice(found?.start, found?.end)).toContain(RANDOM);
  });

  it('says once what is a bearer token', () => {
    expect(types(`Authorization: Bearer ${RANDOM}`)).toEqual(['bearer-token']);
  });

  it.each([
    'Authorization: Bearer <token>',
    'Authorization: Digest username="me", realm="here", nonce="x1"',
    'Authorization: the header that signs in',
    'X-Api-Key: YOUR_API_KEY_HERE_12345',
  ])('%s: none', (text) => {
    expect(types(text)).toEqual([]);
  });

  it('reads a command of curl over the end of a line', () => {
    expect(types(`curl https://a.example \\\n  --user k2me:${RANDOM} --data x=y`)).toEqual(['curl-password']);
  });
});

describe('escapes before a value', () => {
  it.each(['\\n', '\\t', '\\r'])('%s belongs to no value', (escape) => {
    const value = `${RANDOM.slice(0, 14)}.atlasv1.${RANDOM}${RANDOM}${RANDOM}`.slice(0, 90);
    const text = `{"env":"A=1${escape}${value}"}`;
    const [found] = findSecrets(text);
    expect(found === undefined ? '' : text.slice(found.start, found.end)).toBe(value);
  });
});
