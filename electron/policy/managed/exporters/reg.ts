import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { type Field, fieldGroups, fields, valueOf } from '../fields.ts';
import { LINE_END } from '../registry-values.ts';
import { WHOLE_POLICY } from '../whole-policy.ts';
import { WINDOWS_KEY } from '../windows.ts';
import { asciiJson } from './stable-json.ts';

/**
 * A file for the Windows registry editor: UTF-16LE with a byte order mark and CRLF, as regedit writes them. It takes
 * away what stood under the key before, so that nothing of an older policy stays. Values are written one by one, as
 * the template for group policies does; a policy with texts that do not come through reg.exe is one JSON text.
 */
export function regFile(policy: ManagedPolicy): Buffer {
  return Buffer.from(`\ufeff${regText(policy)}`, 'utf16le');
}

/** The text of that file, for tests and previews: see `regFile`. */
export function regText(policy: ManagedPolicy): string {
  const keys = fits(policy) ? keysOf(policy) : wholeKeys(policy);
  return [
    'Windows Registry Editor Version 5.00',
    '',
    `[-${WINDOWS_KEY}]`,
    '',
    ...keys.flatMap(({ key, values }) => [`[${key}]`, ...values, '']),
  ].join('\r\n');
}

interface Key {
  readonly key: string;
  readonly values: readonly string[];
}

function keysOf(policy: ManagedPolicy): Key[] {
  const paths = [[], ...fieldGroups.map(({ path }) => path)].filter(
    (path) => path.length === 0 || valueOf(policy, path) !== undefined,
  );
  return paths.map((path) => ({
    key: [WINDOWS_KEY, ...path].join('\\'),
    values: fields
      .filter(
        (field) => field.path.length === path.length + 1 && path.every((name, i) => field.path[i] === name),
      )
      .flatMap((field) => {
        const value = valueOf(policy, field.path);
        return value === undefined ? [] : [line(field.path.at(-1) ?? '', field, value)];
      }),
  }));
}

const wholeKeys = (policy: ManagedPolicy): Key[] => [
  { key: WINDOWS_KEY, values: [text(WHOLE_POLICY, asciiJson(policy))] },
];

function line(name: string, field: Field, value: unknown): string {
  switch (field.kind) {
    case 'flag':
    case 'number':
      return `"${name}"=dword:${Number(value).toString(16).padStart(8, '0')}`;
    case 'text':
    case 'choice':
      return text(name, String(value));
    case 'lines':
      return multi(name, value as readonly string[]);
    case 'json-lines':
      return multi(name, (value as readonly unknown[]).map(asciiJson));
  }
}

function text(name: string, value: string): string {
  return `"${name}"="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const BYTES_A_LINE = 24;

/** REG_MULTI_SZ: texts in UTF-16LE, each ended by a zero, and one more at the end. */
function multi(name: string, values: readonly string[]): string {
  const bytes = Buffer.from(values.map((value) => `${value}\0`).join('') + '\0', 'utf16le');
  const pairs = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const rows: string[] = [];
  for (let i = 0; i < pairs.length; i += BYTES_A_LINE) rows.push(pairs.slice(i, i + BYTES_A_LINE).join(','));
  return `"${name}"=hex(7):${rows.join(',\\\r\n  ')}`;
}

/** Whether every text of a policy comes through reg.exe as it is. */
function fits(policy: ManagedPolicy): boolean {
  const plain = (value: unknown): boolean =>
    typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) && value.trim() === value;
  return fields.every((field) => {
    const value = valueOf(policy, field.path);
    if (value === undefined) return true;
    if (field.kind === 'text' || field.kind === 'choice') return plain(value);
    if (field.kind === 'lines' && Array.isArray(value))
      return value.every(
        (one: unknown) => plain(one) && !String(one).includes(LINE_END) && !String(one).endsWith('\\'),
      );
    return true;
  });
}
