import { parseSync } from 'vite';

/** A sentence as it stands in a source: `{{}}` is where a value comes in. */
export interface SourceSentence {
  readonly text: string;
  readonly line: number;
  /** What stands in each gap of the source. */
  readonly gaps: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A way in which an expression can come out. */
interface Way {
  readonly text: string;
  readonly gaps: readonly string[];
}

type Known = ReadonlyMap<string, readonly Node[]>;

const MOST_WAYS = 64;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const join = (before: readonly Way[], after: readonly Way[]): Way[] =>
  before
    .flatMap((one) => after.map((two) => ({ text: one.text + two.text, gaps: [...one.gaps, ...two.gaps] })))
    .slice(0, MOST_WAYS);

/** Every way in which a string expression can come out, as far as the file itself says. */
function waysOf(node: Node, source: string, known: Known, depth = 0): Way[] {
  const gap: Way[] = [{ text: '{{}}', gaps: [source.slice(node.start, node.end).replaceAll(/\s+/g, ' ')] }];
  if (depth > 6) return gap;
  const of = (inner: unknown): Way[] => (isNode(inner) ? waysOf(inner, source, known, depth + 1) : gap);
  const named = (name: Node): Way[] => {
    const texts = known.get(String(name['name'])) ?? [];
    const ways = texts.flatMap(of);
    return ways.some(({ text }) => text.replaceAll('{{}}', '') !== '') ? ways : gap;
  };
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [{ text: node['value'], gaps: [] }] : gap;
    case 'TemplateLiteral': {
      const quasis = node['quasis'] as { value: { cooked: string } }[];
      const inner = node['expressions'] as Node[];
      return quasis.reduce<Way[]>(
        (ways, quasi, index) => {
          const text = join(ways, [{ text: quasi.value.cooked, gaps: [] }]);
          const next = inner[index];
          return next === undefined ? text : join(text, of(next));
        },
        [{ text: '', gaps: [] }],
      );
    }
    case 'ConditionalExpression':
      return [...of(node['consequent']), ...of(node['alternate'])];
    case 'LogicalExpression':
      return node['operator'] === '&&' ? of(node['right']) : [...of(node['left']), ...of(node['right'])];
    case 'BinaryExpression': {
      if (node['operator'] !== '+') return gap;
      const whole = join(of(node['left']), of(node['right']));
      return whole.every(({ text }) => text.replaceAll('{{}}', '') === '') ? gap : whole;
    }
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return of(node['expression']);
    case 'Identifier':
      return named(node);
    case 'CallExpression':
      return isNode(node['callee']) && node['callee'].type === 'Identifier' ? named(node['callee']) : gap;
    default:
      return gap;
  }
}

const STRINGS = new Set([
  'Literal',
  'TemplateLiteral',
  'BinaryExpression',
  'ConditionalExpression',
  'ParenthesizedExpression',
]);
const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression']);

function eachNode(value: unknown, act: (node: Node) => boolean | void): void {
  if (Array.isArray(value)) return value.forEach((one) => eachNode(one, act));
  if (!isNode(value) || act(value) === false) return;
  for (const [key, inner] of Object.entries(value)) if (key !== 'parent') eachNode(inner, act);
}

/** What a function gives back, when all of it is text. */
function givenBack(node: Node): Node[] {
  const body = node['body'];
  if (!isNode(body)) return [];
  if (body.type !== 'BlockStatement') return STRINGS.has(body.type) ? [body] : [];
  const given: Node[] = [];
  eachNode(body, (inner) => {
    if (FUNCTIONS.has(inner.type)) return false;
    if (inner.type === 'ReturnStatement' && isNode(inner['argument'])) given.push(inner['argument']);
    return true;
  });
  return given.every(({ type }) => STRINGS.has(type)) ? given : [];
}

/** The constants and functions of a file that are text, by name; those of which there are two are left out. */
function knownIn(program: Node): Known {
  const texts = new Map<string, Node[]>();
  const add = (name: string, nodes: readonly Node[]): void => {
    texts.set(name, texts.has(name) ? [] : [...nodes]);
  };
  eachNode(program, (node) => {
    if (node.type === 'FunctionDeclaration' && isNode(node['id']))
      add(String(node['id']['name']), givenBack(node));
    if (node.type !== 'VariableDeclaration') return;
    for (const { id, init } of node['declarations'] as { id: Node; init: unknown }[]) {
      const name = String(id['name']);
      if (id.type !== 'Identifier' || !isNode(init)) continue;
      if (FUNCTIONS.has(init.type)) add(name, givenBack(init));
      // Of a variable the source says only how it begins.
      else add(name, node['kind'] === 'const' && STRINGS.has(init.type) ? [init] : []);
    }
  });
  return texts;
}

/** Begins with a capital letter, a quotation or a value, has words, and ends as sentences do. */
export function isSentence(text: string): boolean {
  const bare = text.replaceAll('{{}}', 'X');
  return (
    /^["“\p{Lu}]/u.test(bare) &&
    /\p{L}{2,}["”]?,? \p{L}/u.test(bare.replaceAll(/\bX\b/g, '')) &&
    (/[.?!…][)"”]?$/.test(bare) || text.endsWith('{{}}')) &&
    !/^(SELECT|INSERT|DELETE|PRAGMA|CREATE|UPDATE|PID)\b|\bf\.seq\b/.test(bare)
  );
}

/**
 * Every sentence that a TypeScript source writes down, wherever it stands in it: as an argument, in a table, in a
 * function that words something. A sentence with choices in it (`${n === 1 ? … : …}`) comes out once for each.
 */
export function sentencesOf(file: string, source: string): SourceSentence[] {
  const program = parseSync(file, source).program as unknown as Node;
  const known = knownIn(program);
  const found: SourceSentence[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type.startsWith('Import') || value.type === 'TSLiteralType') return;
    if (value.type === 'TSEnumDeclaration' || value.type === 'TSTypeAnnotation') return;
    // What a command does is told by the help of the command line.
    if (value.type === 'Property' && isNode(value['key']) && value['key']['name'] === 'does') return;
    if (STRINGS.has(value.type) && !/^(?:Conditional|Parenthesized)/.test(value.type)) {
      const line = source.slice(0, value.start).split('\n').length;
      for (const way of waysOf(value, source, known))
        if (isSentence(way.text)) found.push({ text: way.text, line, gaps: way.gaps });
      // What a choice is made of is no sentence of its own, but what is handed to a function may be.
      if (value.type === 'Literal') return;
      for (const inner of (value['expressions'] as Node[] | undefined) ?? [])
        if (inner.type === 'CallExpression') visit(inner['arguments']);
      if (value.type === 'BinaryExpression' && value['operator'] !== '+')
        [value['left'], value['right']].forEach(visit);
      return;
    }
    for (const [key, inner] of Object.entries(value)) if (key !== 'parent') visit(inner);
  };
  visit(program);
  return found;
}
