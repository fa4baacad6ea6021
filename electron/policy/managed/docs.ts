import { managedKinds, type ManagedPolicy } from '../../../shared/model/managed.ts';
import { type Field, fieldGroups, fields, managedSchema } from './fields.ts';
import { GUIDE } from './guide.ts';

const KINDS = {
  limit: 'a limit: it only tightens',
  voucher: 'a voucher: the organisation answers for it',
  setting: 'a setting',
  about: 'said to people',
} as const;

/** The page `docs/managed-settings.md`: what IT does on each system, and every key, made of the schema. */
export function managedDocs(): string {
  return [...GUIDE, '## Every key', '', ...keyLines()].join('\n');
}

function keyLines(): string[] {
  return Object.entries(managedKinds).flatMap(([name, kind]) => {
    const top = name as keyof ManagedPolicy;
    const own = fields.filter(({ path }) => path[0] === top);
    const group = fieldGroups.find(({ path }) => path.join('.') === top);
    const heading = [
      `### ${top}`,
      '',
      `${group?.description ?? own[0]?.description ?? ''} (${KINDS[kind]})`,
      '',
    ];
    const lines = own.flatMap((field) => [line(field), ...memberLines(field)]);
    return [...heading, ...lines, ''];
  });
}

function line(field: Field): string {
  const said = field.path.length === 1 ? '' : `: ${field.description}`;
  return `- \`${field.path.join('.')}\` (${typeOfField(field)})${said}`;
}

function memberLines({ members }: Field): string[] {
  return members.map(
    ({ name, type, description, required }) =>
      `  - \`${name}\` (${type}${required ? ', required' : ''})${description === '' ? '' : `: ${description}`}`,
  );
}

function typeOfField({ kind, choices, min, max, path }: Field): string {
  const named = choices.map((choice) => `"${choice}"`).join(' | ');
  switch (kind) {
    case 'flag':
      return 'true or false';
    case 'number':
      return min === max
        ? `always ${min}${path.length === 1 ? ', required' : ''}`
        : `whole number, ${min} to ${max}`;
    case 'choice':
      return named;
    case 'text':
      return 'text';
    case 'lines':
      return choices.length === 0 ? 'list of texts' : `list of ${named}`;
    case 'json-lines':
      return 'list of objects with these members';
  }
}

/** `docs/managed-settings.schema.json`: the JSON schema, for editors and for checking before it is rolled out. */
export function managedSchemaFile(): string {
  const schema = {
    ...managedSchema(),
    $id: 'https://doorward.app/managed-settings.schema.json',
    title: 'Managed settings of Doorward',
  };
  return `${prettyJson(schema, '')}\n`;
}

const WIDTH = 110;

/** JSON with lists of plain values in one line where they fit, as the formatter of this project writes it. */
export function prettyJson(value: unknown, indent: string, before = 0): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const plain = value.every((one) => typeof one !== 'object' || one === null);
    const short = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    if (value.length === 0 || (plain && indent.length + before + short.length + 1 <= WIDTH)) return short;
    return `[\n${value.map((one) => `${inner}${prettyJson(one, inner)}`).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([name, one]) => {
    const key = `${JSON.stringify(name)}: `;
    return `${inner}${key}${prettyJson(one, inner, key.length)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

// node electron/policy/managed/docs.ts > docs/managed-settings.md
// node electron/policy/managed/docs.ts schema > docs/managed-settings.schema.json
if (import.meta.main)
  process.stdout.write(process.argv[2] === 'schema' ? managedSchemaFile() : managedDocs());
