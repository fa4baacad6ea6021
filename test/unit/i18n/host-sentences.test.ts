import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostSentences } from '../../../renderer/i18n/en/host-sentences.ts';
import { createHostReader, type HostReader } from '../../../renderer/i18n/host-reader.ts';
import { NOT_SHOWN, SAMPLES, SHOWN_OTHERWISE } from './host-sentence-exceptions.ts';
import { sentencesOf, type SourceSentence } from './host-sentence-source.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The rooms whose sentences a person may see in the window. */
const ROOMS =
  '{electron/{approvals,audit,catalog,context,gateway,host,inspection,onboarding,policy,relay,stages,upstream,vault},shared/{ipc,model}}/**/*.ts';

const OPEN = '⁅';

/** Every sentence in brackets: as if there were a language for tests. */
const marked = Object.fromEntries(
  Object.entries(hostSentences).map(([area, texts]) => [
    area,
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, `${OPEN}${text}⁆`])),
  ]),
);

/** What may stand in a gap: a word, or a number where the catalogue wants one. */
const WORD = 'Qx7';
const NUMBER = '7';

function samplesOf(file: string, gap: string): readonly string[] {
  const known = SAMPLES.find(
    (one) => one.gap.test(gap) && (one.file === undefined || file.endsWith(one.file)),
  );
  return known?.samples ?? [WORD, NUMBER];
}

/** Every way to fill the gaps of a sentence with samples, as far as there are not too many. */
function filled(file: string, { text, gaps }: SourceSentence): string[] {
  const pieces = text.split('{{}}');
  return gaps.reduce<string[]>(
    (before, gap, index) =>
      before
        .flatMap((start) => samplesOf(file, gap).map((value) => start + value + (pieces[index + 1] ?? '')))
        .slice(0, 256),
    [pieces[0] ?? ''],
  );
}

/** A sentence without a gap at its end, which some have when there is nothing to add. */
const isRead = (read: HostReader, file: string, sentence: SourceSentence): boolean =>
  filled(file, sentence).some((english) => read(english.trim())?.startsWith(OPEN) === true);

const read = createHostReader(hostSentences, marked, 'en');
const files = globSync(ROOMS, { cwd: ROOT }).toSorted();
const excepted = (file: string): boolean => NOT_SHOWN.some(({ files: those }) => those.test(file));

/** Every sentence of the rooms, with where it stands. */
const found = files
  .filter((file) => !excepted(file))
  .flatMap((file) =>
    sentencesOf(file, readFileSync(join(ROOT, file), 'utf8')).map((sentence) => ({ file, sentence })),
  )
  .filter(({ sentence: { text } }) => !SHOWN_OTHERWISE.some((one) => one.text.test(text)));

describe('the sentences of the host', () => {
  it('that a person may see in the window are in its catalogue', () => {
    const missing = found
      .filter(({ file, sentence }) => !isRead(read, file, sentence))
      .map(({ file, sentence: { line, text } }) => `${file}:${line}: ${text}`);
    expect(missing).toEqual([]);
  });

  it('are looked for in enough places', () => {
    expect(found.length).toBeGreaterThan(600);
  });

  it('have no exception that nothing needs', () => {
    const idle = NOT_SHOWN.filter(({ files: those }) => !files.some((file) => those.test(file)));
    expect(idle.map(({ why }) => why)).toEqual([]);
  });
});

describe('the search for sentences', () => {
  const source = `
    const HINT = 'Choose another.';
    const half = (n: number) => (n === 0 ? '' : \` after \${n} bytes\`);
    export function f(id: string, n: number): string {
      if (n > 3) return fail('full', \`There are \${n} already. \${HINT}\`);
      const how = n === 1 ? 'once' : \`\${n} times\`;
      return g({ sentence: \`"\${id}" was asked \${how}\${half(n)}.\` });
    }
    const table = { a: 'It is there.', b: 'no sentence', c: 'SELECT a FROM b WHERE c.' } as const;
  `;
  it('finds them wherever they stand, with every choice in them', () => {
    expect(sentencesOf('a.ts', source).map(({ text }) => text)).toEqual([
      'Choose another.',
      'There are {{}} already. Choose another.',
      '"{{}}" was asked once.',
      '"{{}}" was asked once after {{}} bytes.',
      '"{{}}" was asked {{}} times.',
      '"{{}}" was asked {{}} times after {{}} bytes.',
      'It is there.',
    ]);
  });

  it('tells one that has no template', () => {
    const [one] = sentencesOf('a.ts', "fail('x', `Nobody ever wrote ${down} this sentence.`)");
    expect(one && isRead(read, 'a.ts', one)).toBe(false);
  });
});
