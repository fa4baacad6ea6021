import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a screen reader says of one thing. */
export interface Heard {
  /** `says` for what comes from a live region; else the role in the words of the page. */
  readonly role: string;
  /** Its accessible name; one that ends with `…` begins so. */
  readonly name: string;
  readonly states: readonly string[];
}

/** One row of a script: what the person does, and what they hear. */
export interface Step {
  /** Keys, one after another; none where something comes by itself. */
  readonly keys: readonly string[];
  /** A text that is typed. */
  readonly typed?: string;
  readonly heard: readonly Heard[];
  /** The row as it is written, for messages. */
  readonly row: string;
}

export interface Script {
  readonly task: string;
  readonly steps: readonly Step[];
}

/** Not made of `import.meta.url`, which is an address of a page here. */
const page = join(import.meta.dirname, '../../../../docs/accessibility.md');
const HEARD = /([a-z][a-z ]*?) `([^`]+)`((?:, [a-z ]+)*)/g;

/** The scripts of docs/accessibility.md: every section that has a table of keys. */
export function scripts(text = readFileSync(page, 'utf8')): Script[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [task = '', ...lines] = section.split('\n');
      const rows = lines.filter((line) => line.startsWith('|')).slice(2);
      return { task: task.trim(), steps: rows.map((row) => stepOf(row)) };
    })
    .filter(({ steps }) => steps.length > 0);
}

function stepOf(row: string): Step {
  const [, keys = '', heard = ''] = row.split('|').map((cell) => cell.trim());
  const typed = /^type `([^`]+)`$/.exec(keys)?.[1];
  const found = [...heard.matchAll(HEARD)].map(([, role = '', name = '', states = '']) => ({
    role: role.trim(),
    name,
    states: states.split(', ').filter((state) => state !== ''),
  }));
  if (found.length === 0) throw new Error(`Nothing is heard in this row: ${row}`);
  return {
    keys: typed === undefined ? [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key) : [],
    ...(typed === undefined ? {} : { typed }),
    heard: found,
    row,
  };
}
