/** A text of the catalogue (under `path`) for a field, with the names that go into it. Names come from the server. */
export interface PathWords {
  readonly text:
    | 'whole'
    | 'name'
    | 'description'
    | 'title'
    | 'icon'
    | 'parameter'
    | 'descriptionOf'
    | 'titleOf'
    | 'typeOf'
    | 'choicesOf'
    | 'defaultOf'
    | 'fieldOf'
    | 'required'
    | 'requiredOf'
    | 'input'
    | 'inputWhole'
    | 'answer'
    | 'answerWhole'
    | 'promise'
    | 'promises'
    | 'meta'
    | 'metaWhole'
    | 'field';
  readonly name?: string;
  readonly field?: string;
}

const OF = {
  description: 'descriptionOf',
  title: 'titleOf',
  type: 'typeOf',
  enum: 'choicesOf',
  default: 'defaultOf',
  required: 'requiredOf',
} as const;
const PLAIN = { name: 'name', description: 'description', title: 'title' } as const;

const steps = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
const joined = (names: readonly string[]): string => names.join(' › ');

/** Names of nested parameters, and what is left behind the innermost one. */
function parameterIn(schema: readonly string[]): { names: string[]; rest: readonly string[] } {
  const names: string[] = [];
  let rest = schema;
  for (;;) {
    const [step, name] = rest;
    if (step === 'properties' && name !== undefined) {
      names.push(name);
      rest = rest.slice(2);
    } else if (step === 'items' && names.length > 0 && rest.length > 1) rest = rest.slice(1);
    else return { names, rest };
  }
}

/** Says in words which field of an item a JSON pointer leads to. */
export function pathWords(path: string): PathWords {
  const [first, ...rest] = steps(path);
  if (first === undefined) return { text: 'whole' };
  if (rest.length === 0 && Object.hasOwn(PLAIN, first)) return { text: PLAIN[first as keyof typeof PLAIN] };
  if (first === 'icons') return { text: 'icon' };
  if (first === 'annotations')
    return rest.length === 0 ? { text: 'promises' } : { text: 'promise', name: joined(rest) };
  if (first === '_meta')
    return rest.length === 0 ? { text: 'metaWhole' } : { text: 'meta', name: joined(rest) };
  if (first === 'outputSchema')
    return rest.length === 0 ? { text: 'answerWhole' } : { text: 'answer', field: joined(rest) };
  if (first !== 'inputSchema') return { text: 'field', field: joined([first, ...rest]) };
  const { names, rest: tail } = parameterIn(rest);
  const name = joined(names);
  if (names.length > 0) {
    if (tail.length === 0) return { text: 'parameter', name };
    const [only] = tail;
    if (tail.length === 1 && only !== undefined && Object.hasOwn(OF, only))
      return { text: OF[only as keyof typeof OF], name };
    return { text: 'fieldOf', name, field: joined(tail) };
  }
  if (tail.length === 0) return { text: 'inputWhole' };
  return tail.length === 1 && tail[0] === 'required'
    ? { text: 'required' }
    : { text: 'input', field: joined(tail) };
}
