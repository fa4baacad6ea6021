import { fail, ok, type Result } from '../../shared/result.ts';

const MAX_DEPTH = 64;

/**
 * Reads JSON as people keep it in settings: with comments, commas before a closing bracket, and a missing outer pair
 * of braces. Refused with a sentence: what is no JSON then, and what is nested deeper than 64 levels (attack: a text
 * that exhausts the stack).
 */
export function readLooseJson(text: string): Result<unknown> {
  const strict = strictJson(text);
  if (!strict.ok) return strict;
  const bare = strict.value.trim();
  const source = /^"(?:[^"\\]|\\.)*"\s*:/.test(bare) ? `{${bare.replace(/,$/, '')}}` : bare;
  try {
    return ok(JSON.parse(source));
  } catch (error) {
    const place = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = place === undefined ? undefined : source.slice(0, Number(place)).split('\n').length;
    return fail(
      'malformed',
      `The text is not valid JSON${line === undefined ? '' : ` (line ${line})`}. Copy it again, with all its brackets.`,
    );
  }
}

/** What is open to the end takes the rest, so that each character is looked at once (attack: quadratic time). */
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\s\S]/g;

/** The same text without comments and without commas before a closing bracket; strings stay as they are. */
function strictJson(text: string): Result<string> {
  const parts: string[] = [];
  let depth = 0;
  /** Place of a comma after which nothing has come yet. */
  let comma = -1;
  for (const [part] of text.matchAll(TOKEN)) {
    const closes = part === '}' || part === ']';
    if (part.startsWith('//') || part.startsWith('/*')) {
      parts.push(part.replaceAll(/[^\n]/g, ' '));
      continue;
    }
    if (part === '{' || part === '[') depth++;
    if (depth > MAX_DEPTH) return fail('malformed', 'The text is nested too deeply to be a configuration.');
    if (closes) depth--;
    if (closes && comma !== -1) parts[comma] = ' ';
    if (part === ',') comma = parts.length;
    else if (part.trim() !== '') comma = -1;
    parts.push(part);
  }
  return ok(parts.join(''));
}
