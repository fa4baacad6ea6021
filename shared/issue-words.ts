import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** How the library words what nobody has worded. */
const UNWORDED = /^(?:Invalid |Too big|Too small|Unrecognized key)/;

/**
 * What is wrong with a value, as the end of a sentence that names it: "it is longer than 80 characters". What its schema
 * says in words of ours is taken over.
 */
export function issueWords(issue: Issue): string {
  if (!UNWORDED.test(issue.message)) return issue.message.replace(/\.$/, '');
  switch (issue.code) {
    case 'too_big':
      return bound(issue.origin, 'longer', 'more', 'larger', String(issue.maximum));
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'it is empty'
        : bound(issue.origin, 'shorter', 'fewer', 'smaller', String(issue.minimum));
    case 'invalid_value':
      return `it is none of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'unrecognized_keys':
      return `it has "${issue.keys[0] ?? ''}", which is not known`;
    case 'invalid_type':
      return `it is not of the form that is expected (${issue.expected})`;
    default:
      return 'it is not of the form that is expected';
  }
}

function bound(origin: string, length: string, count: string, size: string, limit: string): string {
  if (origin === 'string') return `it is ${length} than ${limit} characters`;
  return origin === 'array' || origin === 'set' || origin === 'map'
    ? `it has ${count} than ${limit} entries`
    : `it is ${size} than ${limit}`;
}
