// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../electron/host/reports/report-csv.ts';
import { escapeHtml, reportHtml } from '../../electron/host/reports/report-html.ts';
import { hostileNames } from '../fixtures/hostile-names.ts';
import { sampleReport } from '../fixtures/sample-report.ts';

// Attack: a server or an AI app names itself so that the report runs a script, loads something, shows another page, or
// is a formula in a spreadsheet.

/** What a page of ours is made of. */
const TAGS = new Set(
  'html head meta title style body header main footer section h1 h2 p div table caption thead tbody tr th td svg path rect text'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class id aria-labelledby aria-hidden aria-label role viewBox scope d x y width height text-anchor'.split(
    ' ',
  ),
);

/** What is read of a page; the types of browsers are not known here. */
interface Node {
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string }>;
  readonly children: readonly Node[];
  getAttribute(name: string): string | null;
}
interface Page {
  readonly head: Node;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
}
const { DOMParser: Parser } = globalThis as unknown as {
  readonly DOMParser: new () => { parseFromString(text: string, type: string): Page };
};

function pageOf(names: readonly string[]): Page {
  return new Parser().parseFromString(reportHtml(sampleReport(names)), 'text/html');
}
/** The elements of a page, by name. */
const shapeOf = (page: Page): string[] => [...page.querySelectorAll('*')].map(({ localName }) => localName);

/** Reads a CSV file as RFC 4180 has it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match !== null; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  expect(rows.map((each) => each.length).reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  return rows;
}

describe('a report with hostile names', () => {
  it('has more than a hundred of them in it', () => {
    expect(new Set(hostileNames).size).toBeGreaterThan(100);
  });

  it('is the same page whatever the names are: nothing but ours, without script and without a request', () => {
    const harmless = shapeOf(pageOf(hostileNames.map((_, place) => `name-${place}`)));
    const page = pageOf(hostileNames);
    expect(shapeOf(page)).toEqual(harmless);
    for (const element of page.querySelectorAll('*')) {
      expect(TAGS.has(element.localName), element.localName).toBe(true);
      for (const { name } of element.attributes) expect(ATTRIBUTES.has(name), name).toBe(true);
    }
    expect([...page.querySelectorAll('meta[http-equiv]')]).toHaveLength(1);
  });

  it('shows every name as a text, with what is invisible in it made visible', () => {
    const page = pageOf(hostileNames);
    const shown = [...page.querySelectorAll('section[aria-labelledby="apps"] td.name')].map(
      ({ textContent }) => textContent,
    );
    expect(shown).toHaveLength(hostileNames.length);
    expect(shown.slice(0, 2)).toEqual(['<script>alert(1)</script>', '"><script>alert(1)</script>']);
    for (const text of shown) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(new Set(shown).size).toBe(hostileNames.length);
  });

  it('forbids everything but its own style sheet, before anything else is read', () => {
    const html = reportHtml(sampleReport(hostileNames));
    const page = new Parser().parseFromString(html, 'text/html');
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    const style = page.querySelector('style')?.textContent ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.head.children[1]?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    expect(style).not.toMatch(/url\(|@import|expression/i);
  });

  it('holds for any text', () => {
    const harmless = shapeOf(pageOf(['a']));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc
            .array(
              fc.constantFrom('<', '>', '"', "'", '`', '&', '=', '/', 'script', '-->', ']]>', '\0', '\r\n'),
            )
            .map((parts) => parts.join('')),
        ),
        (name) => {
          expect(escapeHtml(name)).not.toMatch(/[<>"'`=]|&(?!amp;|lt;|gt;|quot;|#39;|#96;|#61;)/);
          expect(shapeOf(pageOf([name === '' ? 'a' : name]))).toEqual(harmless);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives a spreadsheet no formula and no row that is not ours', () => {
    const harmless = cellsOf(reportCsv(sampleReport(hostileNames.map((_, place) => `name-${place}`))));
    const csv = reportCsv(sampleReport(hostileNames));
    const rows = cellsOf(csv);
    expect(rows.map((row) => row.length)).toEqual(harmless.map((row) => row.length));
    for (const cell of rows.flat()) {
      // Spreadsheets skip what is invisible in front of it.
      expect(cell).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u);
      expect(cell).not.toMatch(/[\r\n\0]/);
    }
  });
});
