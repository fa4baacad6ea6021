import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../renderer/i18n/languages.ts';
import { createKindReader, kindLanguages, loadKindReader } from '../../../renderer/i18n/kind-reader.ts';
import { kindInEnglish } from '../../../shared/texts/kind-names.ts';
import { kindTexts } from '../../../shared/texts/kinds.ts';
import { alikeIn } from './alike.ts';
import { catalogueFaults } from './catalogue-faults.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The types that the sources of a detector write down. */
const typesIn = (folder: string): string[] =>
  globSync(`electron/inspection/${folder}/*.ts`, { cwd: ROOT }).flatMap((file) =>
    Array.from(
      readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:\btype: |^\s*\[)'([a-z][a-z0-9-]*)'[,\s}]/gm),
      (match) => match[1] ?? '',
    ),
  );

describe('the kinds of findings', () => {
  it('of secrets and personal data all have a name', () => {
    const types = [...new Set([...typesIn('secrets'), ...typesIn('personal')])];
    expect(types.length).toBeGreaterThan(150);
    // What has no name is told as it is written.
    const plain = types.filter(
      (type) => kindInEnglish(type) === type.replaceAll('-', ' ') && !Object.hasOwn(kindTexts, type),
    );
    expect(plain.filter((type) => !/-(?:token|key)$/.test(type))).toEqual([]);
  });

  it('are written as their makers write them', () => {
    expect(
      ['github-token', 'aws-key-id', 'mongodb-atlas-key', 'npm-token', 'stripe-webhook-secret', 'jwt'].map(
        kindInEnglish,
      ),
    ).toEqual([
      'GitHub token',
      'AWS key ID',
      'MongoDB Atlas key',
      'npm token',
      'Stripe webhook secret',
      'signed token (JWT)',
    ]);
  });

  it('that nobody knows stay as they are, and none is taken for a template', () => {
    expect(kindInEnglish('my_own-mask')).toBe('my own mask');
    expect(kindInEnglish('list.more')).toBe('list.more');
    expect(kindInEnglish('constructor')).toBe('constructor');
    expect(kindInEnglish('$&-token')).toBe('$& token');
  });
});

describe.each(Object.keys(kindLanguages))('the kinds of findings in %s', (code) => {
  it('are those of English', async () => {
    const translated = await kindLanguages[code]?.();
    expect(catalogueFaults(code, kindTexts, translated ?? {}, alikeIn(code))).toEqual([]);
  });

  it('are said alone and in a list', async () => {
    const read = await loadKindReader(code);
    const two = read?.('IP address, GitHub token and more') ?? '';
    expect(two).toContain('GitHub');
    expect(two).not.toMatch(/address|token and|more/);
    expect(two).toContain(read?.('GitHub token'));
    expect(read?.('Kunden, {{first}}')).toMatch(/^Kunden.\s?\{\{first\}\}$/);
  });
});

it('are there in every language of the window but English', () => {
  const others = languages.map(({ code }) => code as string).filter((code) => code !== 'en');
  expect(Object.keys(kindLanguages).toSorted()).toEqual(others.toSorted());
});

it('a list is told as it came where a language has no words for it', () => {
  expect(createKindReader(kindTexts, {}, 'de')('IP address, x and more')).toBe('IP address, x and more');
});
