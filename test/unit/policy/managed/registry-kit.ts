/** A registry, as far as `.reg` files and reg.exe are about it. */
export type Registry = Map<
  string,
  Map<string, { readonly type: string; readonly value: number | string | string[] }>
>;

/** Reads a `.reg` file as regedit does. Throws for what regedit would not take. */
export function importReg(bytes: Buffer): Registry {
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) throw new Error('no byte order mark');
  const text = bytes.subarray(2).toString('utf16le');
  const lines = text.replaceAll(/,\\\r\n\s*/g, ',').split('\r\n');
  if (lines.shift() !== 'Windows Registry Editor Version 5.00') throw new Error('no header');
  const registry: Registry = new Map();
  let values: Map<string, { type: string; value: number | string | string[] }> | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const key = /^\[(-?)(HKEY_.*)\]$/.exec(line);
    if (key !== null) {
      const name = key[2] as string;
      if (key[1] === '-') {
        for (const one of registry.keys())
          if (one === name || one.startsWith(`${name}\\`)) registry.delete(one);
        values = undefined;
      } else registry.set(name, (values = registry.get(name) ?? new Map()));
      continue;
    }
    const value = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line);
    if (value === null || values === undefined) throw new Error(`not understood: ${line.slice(0, 80)}`);
    values.set(unquoted(value[1] as string), valueOf(value[2] as string));
  }
  return registry;
}

const unquoted = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

function valueOf(text: string): { type: string; value: number | string | string[] } {
  const number = /^dword:([0-9a-f]{8})$/.exec(text);
  if (number !== null) return { type: 'REG_DWORD', value: Number.parseInt(number[1] as string, 16) };
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  if (quoted !== null) return { type: 'REG_SZ', value: unquoted(quoted[1] as string) };
  const multi = /^hex\(7\):([0-9a-f]{2}(?:,[0-9a-f]{2})*)$/.exec(text);
  if (multi === null) throw new Error(`not understood: ${text.slice(0, 80)}`);
  const bytes = Buffer.from((multi[1] as string).split(',').map((pair) => Number.parseInt(pair, 16)));
  const all = bytes.toString('utf16le');
  if (!all.endsWith('\0')) throw new Error('no end');
  return { type: 'REG_MULTI_SZ', value: all.slice(0, -1).split('\0').slice(0, -1) };
}

/**
 * What `reg.exe query KEY /s` prints of it. Letters that the code page of the console lacks become "?", which is what
 * makes texts beyond ASCII unfit for it.
 */
export function regQuery(registry: Registry, root: string): Buffer {
  const lines: string[] = [];
  for (const [key, values] of registry) {
    if (key !== root && !key.startsWith(`${root}\\`)) continue;
    lines.push('', key);
    for (const [name, { type, value }] of values) {
      const data =
        typeof value === 'number'
          ? `0x${value.toString(16)}`
          : typeof value === 'string'
            ? value
            : value.join('\\0');
      lines.push(`    ${name}    ${type}    ${data}`);
    }
  }
  const text = [...lines, '', ''].join('\r\n');
  return Buffer.from(text.replaceAll(/[^\0-\x7f]/gu, '?'), 'latin1');
}

/** What it prints of the key above. */
export function regQueryAbove(registry: Registry): Buffer {
  const below = new Set(
    [...registry.keys()]
      .map((key) => key.split('\\').slice(0, 4).join('\\'))
      .concat('HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft'),
  );
  return Buffer.from(['', ...below, ''].join('\r\n'), 'latin1');
}
