import { fail, ok, type Result } from '../../shared/result.ts';

/** Unquoted, they make more of a line than one command with its arguments. */
const OPERATORS = /[|&;<>()`]/;

/**
 * The words of one command line, by the rules of POSIX shells: quotes, backslashes, a line that goes on after one.
 * Nothing is run and nothing is filled in. Refused: what is more than one command, and a quote without its partner.
 */
export function shellWords(line: string): Result<string[]> {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? '';
    const next = line[i + 1] ?? '';
    if (quote === "'") {
      if (char === "'") quote = '';
      else word += char;
    } else if (quote === '"') {
      if (char === '"') quote = '';
      else if (char === '\\' && '"\\$`\n'.includes(next) && next !== '') {
        word = (word ?? '') + (next === '\n' ? '' : next);
        i++;
      } else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= '';
    } else if (char === '\\') {
      if (next === '\r' || next === '\n') i += next === '\r' && line[i + 2] === '\n' ? 2 : 1;
      else {
        word = (word ?? '') + next;
        i++;
      }
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (char === '\n' && line.slice(i).trim() !== '')
        return fail(
          'malformed',
          'The text has several lines. Paste one command, or a configuration in JSON.',
        );
    } else if (OPERATORS.test(char) || (char === '$' && next === '(')) {
      return fail(
        'malformed',
        `The text is more than one command (it has "${char}"). Paste the one that starts the server.`,
      );
    } else word = (word ?? '') + char;
  }
  if (quote !== '') return fail('malformed', 'A quotation mark has no partner. Copy the whole line.');
  if (word !== undefined) words.push(word);
  return ok(words);
}
