import type { PlistValue } from '../../../../electron/policy/managed/plist-value.ts';

/** Writes a binary property list as macOS does: each text once, the widths as small as they can be. */
export function writeBinaryPlist(value: PlistValue): Buffer {
  const objects: Buffer[] = [];
  const texts = new Map<string, number>();
  const pending: { at: number; write: (width: number) => Buffer }[] = [];
  const add = (one: PlistValue): number => {
    if (typeof one === 'string') {
      const known = texts.get(one);
      if (known !== undefined) return known;
      const at = objects.push(textObject(one)) - 1;
      texts.set(one, at);
      return at;
    }
    if (typeof one === 'boolean') return objects.push(Buffer.from([one ? 9 : 8])) - 1;
    if (typeof one === 'number') return objects.push(numberObject(one)) - 1;
    const at = objects.push(Buffer.alloc(0)) - 1;
    const list = Array.isArray(one) ? (one as readonly PlistValue[]) : undefined;
    const members = list ?? [...Object.keys(one), ...Object.values(one)];
    const references = members.map(add);
    const count = list === undefined ? references.length / 2 : references.length;
    pending.push({
      at,
      write: (width) =>
        Buffer.concat([
          marker(list === undefined ? 0xd0 : 0xa0, count),
          ...references.map((reference) => wide(reference, width)),
        ]),
    });
    return at;
  };
  const top = add(value);
  const referenceWidth = widthOf(objects.length);
  for (const { at, write } of pending) objects[at] = write(referenceWidth);
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const offsetWidth = widthOf(at);
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(offsetWidth, 6);
  trailer.writeUInt8(referenceWidth, 7);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(top), 16);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([
    Buffer.from('bplist00'),
    ...objects,
    ...offsets.map((offset) => wide(offset, offsetWidth)),
    trailer,
  ]);
}

const widthOf = (most: number): number => (most < 0x100 ? 1 : most < 0x1_0000 ? 2 : 4);

function wide(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}

function marker(kind: number, count: number): Buffer {
  return count < 15
    ? Buffer.from([kind | count])
    : Buffer.concat([Buffer.from([kind | 0x0f]), numberObject(count)]);
}

function textObject(text: string): Buffer {
  // eslint-disable-next-line no-control-regex -- ASCII is meant.
  if (/^[\0-\x7f]*$/.test(text))
    return Buffer.concat([marker(0x50, text.length), Buffer.from(text, 'latin1')]);
  return Buffer.concat([marker(0x60, text.length), Buffer.from(text, 'utf16le').swap16()]);
}

function numberObject(value: number): Buffer {
  if (!Number.isSafeInteger(value)) {
    const bytes = Buffer.alloc(9, 0x23);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  if (value >= 0 && value < 0x100) return Buffer.from([0x10, value]);
  if (value >= 0 && value < 0x1_0000) return Buffer.from([0x11, value >> 8, value & 0xff]);
  if (value >= 0 && value < 0x1_0000_0000) return Buffer.concat([Buffer.from([0x12]), wide(value, 4)]);
  const bytes = Buffer.alloc(9, 0x13);
  bytes.writeBigInt64BE(BigInt(value), 1);
  return bytes;
}

/** Objects one after the other, with a table of one-byte offsets. */
export function objects(...list: readonly (readonly number[])[]): Buffer {
  const offsets: number[] = [];
  let at = 8;
  for (const one of list) {
    offsets.push(at);
    at += one.length;
  }
  const end = Buffer.alloc(32);
  end.writeUInt8(1, 6);
  end.writeUInt8(1, 7);
  end.writeBigUInt64BE(BigInt(list.length), 8);
  end.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), Buffer.from(list.flat()), Buffer.from(offsets), end]);
}
