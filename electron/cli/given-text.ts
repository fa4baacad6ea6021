import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { World } from './command.ts';

/** The text of a file that a person named. */
export function fileText(name: string, maxBytes: number): Result<string> {
  try {
    const bytes = readFileSync(name);
    return bytes.length > maxBytes ? fail('usage', `${name} is too large.`) : ok(bytes.toString('utf8'));
  } catch {
    return fail('usage', `${name} cannot be read.`);
  }
}

/** The text of a file, or of standard input where none is named, or `-`; at most so many bytes. */
export async function givenText(
  { stdin }: World,
  file: string | undefined,
  maxBytes: number,
): Promise<Result<string>> {
  if (file !== undefined && file !== '-') return fileText(file, maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Buffer | string);
    size += bytes.length;
    if (size > maxBytes) return fail('usage', 'Too much was read from standard input.');
    chunks.push(bytes);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}
