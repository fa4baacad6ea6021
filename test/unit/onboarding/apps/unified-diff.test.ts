import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../../electron/onboarding/apps/unified-diff.ts';

describe('a unified diff', () => {
  it('shows what changes with three lines around it', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, i) => `line ${i}`);
    const before = lines(30).join('\n');
    const after = lines(30).with(5, 'new').toSpliced(20, 1).join('\n');
    expect(unifiedDiff('f', before, after)).toBe(
      [
        '--- f',
        '+++ f',
        '@@ -3,7 +3,7 @@',
        ' line 2',
        ' line 3',
        ' line 4',
        '-line 5',
        '+new',
        ' line 6',
        ' line 7',
        ' line 8',
        '@@ -18,7 +18,6 @@',
        ' line 17',
        ' line 18',
        ' line 19',
        '-line 20',
        ' line 21',
        ' line 22',
        ' line 23',
        '',
      ].join('\n'),
    );
    expect(unifiedDiff('f', '', 'a\n')).toBe('--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n');
    expect(unifiedDiff('f', 'a', 'a')).toBe('');
  });
});
