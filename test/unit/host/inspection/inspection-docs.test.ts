import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { crossingDirection, presetAct, watched } from '../../../../shared/model/inspection.ts';
import { preset } from '../../../../shared/model/policy.ts';

const page = readFileSync(new URL('../../../../docs/inspection.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((each) => each.replaceAll('`', '').trim()))
  .map((cells) => cells.slice(1, -1));

it('docs/inspection.md says what presets do, and names everything that is looked for', () => {
  const wanted = watched.options.flatMap((watch) =>
    crossingDirection.options
      // Data leaves in one direction.
      .filter((direction) => watch !== 'flow' || direction === 'to-server')
      .map((direction) => [
        watch,
        direction,
        ...preset.options.map((from) => presetAct(from, watch, direction, true)),
      ]),
  );
  expect(rows.filter((row) => row.length === 5)).toEqual(wanted);
  expect(rows.filter((row) => row.length === 2).map(([watch]) => watch)).toEqual(watched.options);
  expect(presetAct('strict', 'personal', 'to-server', false)).toBe('pass');
});
