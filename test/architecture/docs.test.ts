import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMON } from '../../electron/cli/command.ts';
import { bareCommand } from '../../electron/cli/bare-word.ts';
import { commands } from '../../electron/cli/commands.ts';
import { en as shellTexts } from '../../electron/shell/texts/en.ts';
import { en } from '../../renderer/i18n/en.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const unix = (path: string): string => path.split(sep).join('/');

const pages = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'test/electron-stand-in/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A page, taken apart: what stands in blocks of code, in code within sentences, and the rest. */
interface Page {
  readonly path: string;
  readonly blocks: readonly string[];
  readonly spans: readonly string[];
  readonly prose: string;
}

function pageAt(path: string): Page {
  const blocks: string[] = [];
  const spans: string[] = [];
  const prose = read(path)
    .replaceAll(/^```[^\n]*\n([^]*?)^```$/gm, (_, block: string) => (blocks.push(block), ''))
    .replaceAll(/(`+)(.+?)\1/g, (_, _ticks, span: string) => (spans.push(span.trim()), 'code'));
  return { path, blocks, spans, prose };
}
const all = pages.map(pageAt);

/** What is wrong on all pages, each with the page. */
const wrong = (faults: (page: Page) => readonly string[]): string[] =>
  all.flatMap((page) => faults(page).map((fault) => `${page.path}: ${fault}`));

/** The names by which a page's headings are linked to, as GitHub makes them. */
function anchorsOf(path: string): Set<string> {
  const anchors = new Set<string>();
  const text = read(path).replaceAll(/^```[^\n]*\n[^]*?^```$/gm, '');
  for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

const linksOf = ({ prose }: Page): string[] =>
  [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, target]) => target ?? '');
const isElsewhere = (target: string): boolean => /^[a-z]+:/i.test(target);

/** The file of this project that a link leads to, and the place in it. */
function targetOf({ path }: Page, link: string): { file: string; anchor: string | undefined } {
  const [to = '', anchor] = link.split('#', 2);
  return { file: to === '' ? path : unix(normalize(join(dirname(path), decodeURI(to)))), anchor };
}

describe('links between documents', () => {
  it('are found at all', () => {
    expect(all.flatMap(linksOf).length).toBeGreaterThan(80);
  });

  it('lead to files that are there, and to headings in them', () => {
    expect(
      wrong((page) =>
        linksOf(page)
          .filter((link) => !isElsewhere(link))
          .filter((link) => {
            const { file, anchor } = targetOf(page, link);
            if (!existsSync(join(root, file))) return true;
            return anchor !== undefined && !(file.endsWith('.md') && anchorsOf(file).has(anchor));
          }),
      ),
    ).toEqual([]);
  });

  it('lead from the README to every page', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      const page = all.find((one) => one.path === path);
      for (const link of page === undefined ? [] : linksOf(page))
        if (!isElsewhere(link)) reached.add(targetOf(page as Page, link).file);
    }
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });
});

/** Command lines in a text: what stands behind `doorward`, up to the end of its line, or of its part of a pipe. */
function callsIn(text: string): string[] {
  return [...text.matchAll(/(?:^|[^\w./-])(?:npx )?doorward +(?!https?:)([a-z][^\n|;>#]*)/gm)].map(
    ([, call]) => call ?? '',
  );
}

const groups = new Set(
  commands.filter(({ name }) => name.includes(' ')).map(({ name }) => name.split(' ', 1)[0]),
);
const isCallOf = (span: string): boolean =>
  /^[a-z-]+ [a-z-]+(?: |$)/.test(span) && groups.has(span.split(' ', 1)[0]);

/** What is wrong with a call of the command line: a word that is no command, or an option that it does not have. */
function faultsOf(call: string): string[] {
  const words = call.trim().split(/\s+/);
  const command = commands
    .filter(({ name }) => `${words.join(' ')} `.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (bareCommand(words, commands) !== undefined) return [];
  if (command === undefined) return [`there is no command "${call}"`];
  const end = words.indexOf('--');
  const known = { ...COMMON, ...command.options };
  return (end === -1 ? words : words.slice(0, end))
    .map((word) => /^\[?--([a-z][a-z0-9-]*)/.exec(word)?.[1])
    .filter((name) => name !== undefined && !Object.hasOwn(known, name))
    .map((name) => `"${command.name}" has no --${name}`);
}

describe('commands in documents', () => {
  const callsOf = ({ blocks, spans }: Page): string[] => [
    ...blocks.flatMap(callsIn),
    ...spans.flatMap((span) => (isCallOf(span) ? [span] : callsIn(span))),
  ];

  it('are found at all', () => {
    expect(all.flatMap(callsOf).length).toBeGreaterThan(150);
    expect(faultsOf('log verify FILE --key K')).toEqual([]);
    expect(faultsOf('log verfy FILE')).toHaveLength(1);
    expect(faultsOf('log verify FILE --keys K')).toHaveLength(1);
  });

  it('are those of the command line, with its options', () => {
    expect(wrong((page) => callsOf(page).flatMap(faultsOf))).toEqual([]);
  });

  it('of npm are scripts of this project', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = ({ blocks, spans }: Page): string[] =>
      [...blocks, ...spans].flatMap((text) =>
        [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? ''),
      );
    expect(all.flatMap(named).length).toBeGreaterThan(15);
    expect(wrong((page) => named(page).filter((name) => !Object.hasOwn(scripts, name)))).toEqual([]);
  });
});

describe('files in documents', () => {
  const tree = ['electron', 'renderer', 'shared', 'test', 'bench', 'build'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => unix(relative(root, join(entry.parentPath, entry.name)))),
  );
  const names = new Set(tree.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const isPath = (word: string): boolean =>
    /^(?:electron|renderer|shared|test|docs|bench|build|\.ci|\.github)\/[\w./-]+$/.test(word) &&
    !/AREA|^electron\/(?:main|common|renderer)$/.test(word);
  const wordsOf = ({ blocks, spans }: Page): string[] =>
    [...spans, ...blocks].flatMap((text) => text.split(/[\s"'()=]+/));

  it('are there', () => {
    expect(all.flatMap(wordsOf).filter(isPath).length).toBeGreaterThan(60);
    expect(
      wrong((page) => wordsOf(page).filter((word) => isPath(word) && !existsSync(join(root, word)))),
    ).toEqual([]);
  });

  it('that are named without their folder are somewhere', () => {
    const bare = ({ spans }: Page): string[] =>
      spans.filter((span) => /^[\w-]+(?:\.test)?\.tsx?$/.test(span));
    expect(all.flatMap(bare).length).toBeGreaterThan(60);
    expect(
      wrong((page) => bare(page).filter((name) => !names.has(name) && !existsSync(join(root, name)))),
    ).toEqual([]);
  });

  it('that the security model names among the attacks are tests of attacks', () => {
    const model = pageAt('docs/security-model.md');
    const tests = model.spans.filter((span) => span.endsWith('.test.ts'));
    expect(tests.length).toBeGreaterThan(80);
    expect(
      tests.filter((test) => !existsSync(join(root, test.includes('/') ? test : `test/security/${test}`))),
    ).toEqual([]);
  });
});

describe('the user guide', () => {
  /** Every text of the window and the tray, without what is filled in. */
  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  }
  const plain = (text: string): string =>
    text
      .replaceAll(/\{\{[^}]*\}\}/g, '…')
      .replace(/…$/, '')
      .trim();
  const said = new Set([...textsIn(en), ...textsIn(shellTexts)].map(plain));

  it('names pages, buttons and settings as the window does', () => {
    const named = [...pageAt('docs/guide.md').prose.matchAll(/\*\*(.+?)\*\*/gs)].flatMap(([, name = '']) =>
      name.replaceAll(/\s+/g, ' ').split(' → '),
    );
    expect(named.length).toBeGreaterThan(50);
    // "a server", "an app" on the way to one are no words of the window.
    expect(named.map(plain).filter((name) => !/^an? [a-z ]+$/.test(name) && !said.has(name))).toEqual([]);
  });
});
