import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearerChallenge, challengesIn, scopesIn } from '../../../electron/upstream/oauth/challenge.ts';

describe('a challenge', () => {
  it('is read with all its parts', () => {
    expect(
      bearerChallenge(
        'Bearer error="insufficient_scope", scope="a b", resource_metadata="https://x.example/.well-known/p", error_description="say \\"please\\", twice"',
      ),
    ).toEqual({
      error: 'insufficient_scope',
      scopes: ['a', 'b'],
      resourceMetadata: 'https://x.example/.well-known/p',
    });
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic realm="x"'],
    ['parameters before a scheme', 'resource_metadata="https://evil.example"'],
    ['nothing', ''],
  ])('is none: %s', (_name, header) => {
    expect(bearerChallenge(header)).toBeUndefined();
  });

  it('takes no parameter of another scheme, or of a longer name, for its own', () => {
    expect(bearerChallenge('Digest scope="evil", Bearer x_scope="evil", realm="a, scope=evil"')).toEqual({
      scopes: [],
    });
    expect(bearerChallenge('Negotiate YWJj=, Bearer scope=one')).toEqual({ scopes: ['one'] });
    expect(bearerChallenge(['Basic realm="x"', 'bearer scope="two"'])).toEqual({ scopes: ['two'] });
  });

  it('counts the first of two parameters of one name', () => {
    expect(bearerChallenge('Bearer scope="a", scope="b"')?.scopes).toEqual(['a']);
  });

  it('ends where the header breaks off', () => {
    expect(bearerChallenge('Bearer scope="a b')).toEqual({ scopes: [] });
  });

  it('reads whatever comes, in the end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary-ascii' }), (header) => {
        for (const { scheme } of challengesIn(header)) expect(scheme).not.toBe('');
        const found = bearerChallenge(`Bearer scope="${header.replaceAll(/["\\]/g, '')}"`);
        for (const scope of found?.scopes ?? []) expect(scope).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/);
      }),
    );
  });

  it('gives back every value that was quoted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: 'binary-ascii' }), (value) => {
        const quoted = value.replaceAll(/["\\]/g, String.raw`\$&`);
        expect(challengesIn(`Basic a="1", Bearer x=y, note="${quoted}", z=1`)[1]?.params.get('note')).toBe(
          value,
        );
      }),
    );
  });
});

it('keeps scopes few and short', () => {
  expect(scopesIn('a a  b "c" \u00e9 d')).toEqual(['a', 'b', 'd']);
  expect(scopesIn(Array.from({ length: 500 }, (_, i) => `s${i}`).join(' '))).toHaveLength(100);
  expect(scopesIn('x'.repeat(201))).toEqual([]);
});
