import { describe, expect, it } from 'vitest';
import { decode } from '../../../electron/inspection/decode/decode.ts';

const plain = (text: string): boolean[] => decode(text).parts.map((part) => part.plain);

describe('a part that says nothing new', () => {
  it.each(['a\\nb', 'say \\"hello\\" to\\tit', '{\\"a\\":\\"b\\"}'])('%s', (text) => {
    expect(plain(text)).not.toContain(false);
    expect(plain(text)).not.toEqual([]);
  });

  it.each(['a\\u0062c', 'x\\/y', '%41bc', '&#65;bc', 'a\\nb\\x41'])('%s may', (text) => {
    expect(plain(text)).toContain(false);
  });

  it('is plain only when everything around it is', () => {
    const parts = decode('%22a\\nb%22').parts.filter(({ within }) => within.length === 2);
    for (const part of parts) expect(part.plain).toBe(false);
  });
});
