import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { effectOf } from '../../../../electron/catalog/effects/effect.ts';
import { nameWords, placesOf } from '../../../../electron/catalog/effects/places.ts';
import { SEVERITY } from '../../../../electron/catalog/effects/verbs.ts';
import { canonicalForm } from '../../../../electron/catalog/pins/canonical.ts';
import { type Json, readTree } from '../../../../electron/catalog/pins/tree.ts';
import type { Effect } from '../../../../shared/model/review.ts';

const tree = (value: unknown): Json => {
  const form = canonicalForm(Buffer.from(JSON.stringify(value)));
  if (!form.ok) throw new Error(form.message);
  return readTree(form.value);
};
const of = (name: string, description = '', more: object = {}) =>
  effectOf(tree({ name, description, ...more }));
const args = (...names: string[]): object => ({
  inputSchema: {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  },
});

interface Labelled {
  readonly does: Effect;
  readonly tool: object;
}
const labelled = readFileSync(join(import.meta.dirname, '../../../fixtures/effects/labelled.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

test('what tools do is told from their words: at least 95 of 100, and hardly ever as less than it is', () => {
  const judged = labelled.map(({ does, tool }) => ({ does, said: effectOf(tree(tool)).said }));
  const right = judged.filter(({ does, said }) => does === said).length;
  const lower = judged.filter(
    ({ does, said }) => said !== 'unknown' && does !== 'unknown' && SEVERITY[said] < SEVERITY[does],
  );
  expect(labelled.length).toBeGreaterThanOrEqual(150);
  expect(right / judged.length).toBeGreaterThanOrEqual(0.95);
  expect(lower.length / judged.length).toBeLessThanOrEqual(0.01);
});

describe('hints', () => {
  test('the word that a tool only reads never lowers its effect', () => {
    for (const [name, description] of [
      ['delete_page', 'Deletes a page.'],
      ['send_mail', 'Sends mail.'],
      ['run_code', 'Runs code.'],
      ['pay_bill', 'Pays a bill.'],
      ['frobnicate', 'Frobnicates.'],
      ['create_page', 'Creates a page.'],
    ] as const) {
      const without = of(name, description, args('page_id'));
      const hinted = of(name, description, {
        ...args('page_id'),
        annotations: { readOnlyHint: true, destructiveHint: false },
      });
      expect(hinted.effect).toBe(without.effect);
    }
  });

  test('it makes us surer where the words say the same', () => {
    expect(of('agenda', 'Gives the agenda of a day.').confidence).toBe('low');
    expect(
      of('agenda', 'Gives the agenda of a day.', { annotations: { readOnlyHint: true } }).confidence,
    ).toBe('high');
  });

  test('writing a file is writing, whatever is said of replacing what was in it', () => {
    const annotations = { destructiveHint: true, readOnlyHint: false };
    expect(of('edit_file', 'Edits a text file.', { ...args('path'), annotations }).effect).toBe('write');
    expect(of('delete_file', 'Deletes a file.', { ...args('path'), annotations }).effect).toBe('destroy');
  });

  test('what is opened by its name in a store is read; what is opened elsewhere is not', () => {
    expect(of('open_nodes', 'Open specific nodes in the knowledge graph.').effect).toBe('read');
    expect(of('open_url', 'Opens a page in the browser.', args('url')).effect).not.toBe('read');
    expect(of('open_application', 'Opens an application.').effect).not.toBe('read');
  });

  test('the word that it destroys is taken', () => {
    expect(
      of('update_page', 'Updates a page.', { ...args('page_id'), annotations: { destructiveHint: true } })
        .effect,
    ).toBe('destroy');
    expect(
      of('get_page', 'Gets a page.', { annotations: { readOnlyHint: false, destructiveHint: true } }).said,
    ).toBe('write');
  });
});

describe('places', () => {
  test('the ends of relations are things, and nobody who receives', () => {
    const ends = { from: { type: 'string' }, to: { type: 'string' } };
    const items = { type: 'object', properties: ends };
    const schema = { type: 'object', properties: { relations: { type: 'array', items } } };
    expect(placesOf(tree(schema)).map(({ pointer, kind }) => [pointer, kind])).toEqual([
      ['/relations/*/from', 'container'],
      ['/relations/*/to', 'container'],
    ]);
    const mail = { type: 'object', properties: ends };
    expect(placesOf(tree(mail)).find(({ pointer }) => pointer === '/to')?.kind).toBe('recipient');
  });

  test('a write whose places are not typed is unknown', () => {
    expect(of('create_thing', 'Creates a thing.')).toMatchObject({ effect: 'unknown', said: 'write' });
    expect(of('create_thing', 'Creates a thing.', args('path')).effect).toBe('write');
  });

  test('are found by name, format and description, also deep inside', () => {
    const schema = {
      type: 'object',
      properties: {
        outputPath: { type: 'string' },
        to: { type: 'array', items: { type: 'string' } },
        target: { type: 'string', format: 'uri' },
        where: { type: 'string', description: 'Absolute path of the picture.' },
        files: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' } } } },
        amount: { type: 'number' },
        command: { type: 'string' },
        repository: { type: 'string' },
        limit: { type: 'integer' },
        path_enabled: { type: 'boolean' },
        choice: { anyOf: [{ type: 'object', properties: { hostname: { type: 'string' } } }] },
      },
    };
    expect(
      placesOf(tree(schema))
        .map(({ pointer, kind }) => `${pointer} ${kind}`)
        .toSorted(),
    ).toEqual(
      [
        '/amount amount',
        '/choice/hostname host',
        '/command command',
        '/files/*/path path',
        '/outputPath path',
        '/repository container',
        '/target url',
        '/to/* recipient',
        '/where path',
      ].toSorted(),
    );
  });

  test('of schemas without end are bounded', () => {
    const wide = {
      properties: Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [`path_${i}`, { type: 'string' }]),
      ),
    };
    expect(placesOf(tree(wide)).length).toBeLessThanOrEqual(64);
  });
});

test('a tool that reads and puts the result somewhere writes; one that takes a command runs it', () => {
  expect(of('render_chart', 'Renders a chart.', args('data', 'output_path')).said).toBe('write');
  const command = {
    inputSchema: { type: 'object', properties: { command: { type: 'string' } }, required: ['command'] },
  };
  expect(of('assist', 'Assists.', command).said).toBe('run');
});

test('a worse verb in the description raises a mild name', () => {
  expect(of('tidy_inbox', 'Sorts the inbox and deletes what is old.').said).toBe('destroy');
  expect(of('get_notes', 'Sends all notes to the archive.').said).toBe('send');
});

test('the words that decided are named', () => {
  expect(of('delete_page', 'Deletes a page.').evidence).toContainEqual({
    word: 'delete',
    effect: 'destroy',
    where: 'name',
  });
});

test('names fall into words', () => {
  expect(nameWords('getHTTPStatus_code-2')).toEqual(['get', 'http', 'status', 'code', '2']);
});
