const CONTEXT = 3;
/** Edits beyond which the whole middle is shown as replaced. */
const MAX_EDITS = 1500;
const MAX_LINE = 300;
const MAX_LINES = 2000;

type Step = readonly ['=' | '-' | '+', string];

/** The change of a text as a unified diff with three lines around each change; empty when nothing changes. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsOf(linesOf(before), linesOf(after));
  const out = [`--- ${file}`, `+++ ${file}`];
  let old = 1;
  let fresh = 1;
  for (let i = 0; i < steps.length;) {
    const next = steps.findIndex(([kind], at) => at >= i && kind !== '=');
    if (next === -1) break;
    let end = next;
    for (let at = next; at < steps.length && at - end <= 2 * CONTEXT; at++)
      if (steps[at]?.[0] !== '=') end = at;
    const from = Math.max(i, next - CONTEXT);
    const to = Math.min(steps.length, end + 1 + CONTEXT);
    old += from - i;
    fresh += from - i;
    const hunk = steps.slice(from, to);
    const olds = hunk.filter(([kind]) => kind !== '+').length;
    const news = hunk.filter(([kind]) => kind !== '-').length;
    out.push(`@@ -${olds === 0 ? old - 1 : old},${olds} +${news === 0 ? fresh - 1 : fresh},${news} @@`);
    for (const [kind, line] of hunk) out.push(`${kind === '=' ? ' ' : kind}${shortened(line)}`);
    old += olds;
    fresh += news;
    i = to;
  }
  const shown = out.length > MAX_LINES ? [...out.slice(0, MAX_LINES), '…'] : out;
  return `${shown.join('\n')}\n`;
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const shortened = (line: string): string =>
  line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line;

function stepsOf(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const same = (line: string): Step => ['=', line];
  return [
    ...before.slice(0, head).map(same),
    ...shortest(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** Myers' greedy algorithm: time and memory grow with the number of differences. */
function shortest(a: readonly string[], b: readonly string[]): Step[] {
  const replaced = (): Step[] => [
    ...a.map((line): Step => ['-', line]),
    ...b.map((line): Step => ['+', line]),
  ];
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(MAX_EDITS, a.length + b.length); edits++) {
    trace.push(new Map(reach));
    const next = new Map(reach);
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(next, k - 1) < at(next, k + 1));
      let x = down ? at(next, k + 1) : at(next, k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      next.set(k, x);
      if (x >= a.length && y >= b.length) return walkBack(a, b, trace);
    }
    reach = next;
  }
  return replaced();
}

const at = (reach: ReadonlyMap<number, number>, k: number): number => reach.get(k) ?? -1;

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -edits || (k !== edits && at(reach, k - 1) < at(reach, k + 1));
    const before = down ? k + 1 : k - 1;
    const startX = edits === 0 ? 0 : at(reach, before);
    const startY = edits === 0 ? 0 : startX - before;
    while (x > startX && y > startY && x > 0 && y > 0) {
      steps.push(['=', a[--x] ?? '']);
      y--;
    }
    if (edits === 0) break;
    if (down) steps.push(['+', b[--y] ?? '']);
    else steps.push(['-', a[--x] ?? '']);
  }
  return steps.toReversed();
}
