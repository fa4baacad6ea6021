import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OpenAuditLog } from '../../../electron/audit/audit-log.ts';
import { csvCell, csvLine } from '../../../electron/audit/csv.ts';
import type { ExportQuery } from '../../../electron/audit/log.ts';
import { signerOf } from '../../../electron/audit/signer.ts';
import { verifyAny } from '../../../electron/audit/verify-any.ts';
import { freshFile, openLog, row, wholeCall } from './support.ts';

const seed = Buffer.alloc(32, 7);
const { key } = signerOf(seed);

/** Every piece of an export, one after the other. */
async function pieces(log: OpenAuditLog, query: ExportQuery): Promise<string[]> {
  const texts: string[] = [];
  let what: Parameters<OpenAuditLog['export']>[0] | undefined = query;
  while (what !== undefined) {
    const piece: Awaited<ReturnType<OpenAuditLog['export']>> = await log.export(what);
    texts.push(piece.text);
    what = piece.next === undefined ? undefined : { next: piece.next };
  }
  return texts;
}
const verify = async (text: string, against = {}) => {
  const file = `${freshFile()}.jsonl`;
  writeFileSync(file, text);
  return verifyAny(file, () => {}, against);
};

describe('an export in JSON lines', () => {
  it('holds every row with its hash, and verifies without the profile', async () => {
    const log = await openLog({ file: freshFile(), seed });
    const [sent, answered] = wholeCall({ name: 'ツール "x"\u2028' });
    for (const leg of [sent, answered, row({ reason: 'a\nb' })]) log.append(leg);
    const text = (await pieces(log, { format: 'jsonl' })).join('');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ doorward: 'call log export', version: 1, key, first: 1, last: 3 });
    const rows = lines.filter((line) => 'seq' in line);
    expect(rows[0]).toMatchObject({ seq: 1, call: sent.call, name: sent.name, argsBytes: 12, leg: 'sent' });
    expect(rows[1]).toMatchObject({ seq: 2, resultBytes: 34, durationMs: 1.5 });
    expect(lines.at(-1)).toMatchObject({ seal: { end: true } });

    expect(await verify(text, { keys: [key] })).toMatchObject({ ok: true, rows: 3, key, keyKnown: true });
    const alone = await verify(text);
    expect(alone).toMatchObject({ ok: true, rows: 3, key, keyKnown: false });
    expect(alone.sentence).toContain('anybody can make such a file with a key of their own');
    expect((await verify(text, { own: key })).sentence).toContain('that of this profile');
    expect(await verify(text, { keys: [signerOf(Buffer.alloc(32, 8)).key] })).toMatchObject({
      ok: false,
      problem: 'signature',
    });
  });

  it('of a log without a key says that nobody vouches for it', async () => {
    const log = await openLog({ file: freshFile() });
    log.append(row());
    const text = (await pieces(log, { format: 'jsonl' })).join('');
    const report = await verify(text);
    expect(report).toMatchObject({ ok: true, rows: 1 });
    expect(report.sentence).toContain('not signed');
    expect(await verify(text, { keys: [key] })).toMatchObject({ ok: false, problem: 'signature' });
  });

  it('of some rows verifies as just these, and what was left out of it is not hidden', async () => {
    const log = await openLog({ file: freshFile(), seed });
    for (let index = 0; index < 30; index += 1)
      for (const leg of wholeCall({ server: index % 3 === 0 ? 'git' : 'files', at: 1000 + index }))
        log.append(leg);
    const text = (await pieces(log, { format: 'jsonl', server: 'git', since: 1003, until: 1025 })).join('');
    const report = await verify(text, { keys: [key] });
    expect(report).toMatchObject({ ok: true, rows: 16 });
    expect(report.sentence).toContain('what was asked for only');
    const lines = text.split('\n');
    lines.splice(3, 1);
    expect(await verify(lines.join('\n'), { keys: [key] })).toMatchObject({ ok: false });
  });

  it('comes in pieces, each of which is named once, and stands as the log was when it began', async () => {
    const log = await openLog({ file: freshFile(), seed });
    const total = 12_000;
    for (let index = 0; index < total; index += 1) log.append(row({ reason: 'r'.repeat(300) }));
    const first = await log.export({ format: 'jsonl' });
    expect(first.text.endsWith('\n')).toBe(true);
    expect(first.text.length).toBeLessThan(5 * 1024 * 1024);
    log.append(row());
    await log.flush();
    const rest = await pieces(log, { format: 'jsonl' });
    expect(rest.length).toBeGreaterThan(1);
    const next = first.next ?? '';
    const second = await log.export({ next });
    await expect(log.export({ next })).rejects.toThrow('over, or waited too long');
    let text = first.text + second.text;
    for (let more = second.next; more !== undefined;) {
      const piece = await log.export({ next: more });
      text += piece.text;
      more = piece.next;
    }
    expect(await verify(text, { keys: [key] })).toMatchObject({ ok: true, rows: total });
  });

  it('that is none is said to be none, whatever it holds', async () => {
    for (const text of [
      '{',
      '{}',
      '{"doorward":"call log export"}',
      '{"a":1}\n'.repeat(5),
      `{${'x'.repeat(400_000)}`,
    ])
      expect(await verify(text)).toMatchObject({ ok: false });
    expect(await verify('{"\xff":1}')).toMatchObject({ ok: false });
  });
});

describe('an export as a table', () => {
  it('has one line per row, times that people read, and no formula', async () => {
    const log = await openLog({ file: freshFile(), seed });
    log.append(row({ at: 0, name: '=cmd|calc', reason: 'say "no", then\ngo' }));
    const text = (await pieces(log, { format: 'csv' })).join('');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^time,call,leg,/);
    expect(lines[1]).toContain('1970-01-01T00:00:00.000Z');
    expect(lines[1]).toContain(",'=cmd|calc,");
    expect(text).toContain('"say ""no"", then\ngo"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\u200b=1'])(
    'makes %j a text',
    (text) => {
      expect(csvCell(text)).toMatch(/^"?'/);
    },
  );

  it('keeps cells apart whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (cells) => {
        const read = parseCsv(csvLine(cells));
        expect(read.map((cell) => cell.replace(/^'/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'/, '')),
        );
      }),
    );
  });
});

/** RFC 4180, one line. */
function parseCsv(line: string): string[] {
  const cells: string[] = [];
  const form = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = form.exec(line); found !== null; found = form.exec(line)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') break;
  }
  return cells;
}
