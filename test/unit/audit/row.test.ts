import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded, maxText } from '../../../electron/audit/row.ts';
import { freshFile, openLog, row } from './support.ts';

describe('texts in the log', () => {
  it('are cut at 512 units with an ellipsis, never inside a character', () => {
    expect(bounded('x'.repeat(512))).toBe('x'.repeat(512));
    expect(bounded('x'.repeat(513))).toBe(`${'x'.repeat(511)}…`);
    expect(bounded(`${'x'.repeat(510)}😀😀`)).toBe(`${'x'.repeat(510)}…`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (text) => {
        const cut = bounded(text);
        expect(cut.length).toBeLessThanOrEqual(maxText);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.startsWith(cut.endsWith('…') && text.length > maxText ? cut.slice(0, -1) : cut)).toBe(
          true,
        );
      }),
    );
  });

  it('keep a hostile name bounded in every column', async () => {
    const log = await openLog({ file: freshFile() });
    const huge = 'n'.repeat(4_000_000);
    log.append(row({ call: 'c', name: huge, method: huge, reason: huge, server: huge, clientName: huge }));
    const [leg] = await log.show('c');
    const cut = `${'n'.repeat(511)}…`;
    expect(leg).toMatchObject({ name: '…', method: '…', reason: '…', server: cut, clientName: cut });
  });

  it('come back as they went in, control characters and all, and the chain still fits', async () => {
    const log = await openLog({ file: freshFile() });
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(text, text, fc.double(), fc.double(), async (name, reason, at, durationMs) => {
        count += 1;
        const call = `p${count}`;
        log.append(row({ call, name, reason, at, durationMs, argsBytes: at }));
        const [leg] = await log.show(call);
        expect(leg).toMatchObject({ name, reason });
        expect(Number.isSafeInteger(leg?.at)).toBe(true);
        if (Number.isFinite(durationMs)) expect(leg?.durationMs).toBe(durationMs === 0 ? 0 : durationMs);
        else expect(leg?.durationMs).toBeUndefined();
      }),
      { examples: [['\0\u001b[31m\n\u202e\ufeff', '\ufeff"\\\0', 1, -0]] },
    );
    expect(await log.verify()).toMatchObject({ ok: true, rows: count });
  });

  it('with half a surrogate pair are stored as text that can be read back', async () => {
    const log = await openLog({ file: freshFile() });
    log.append(row({ call: 'c', name: 'a\ud800b' }));
    expect((await log.show('c'))[0]?.name).toBe('a\ufffdb');
    expect((await log.verify()).ok).toBe(true);
  });
});
