import { type Field, fieldGroups, fields } from '../fields.ts';
import { WHOLE_POLICY } from '../whole-policy.ts';

const KEY = 'Software\\Policies\\Doorward';
const VERSION_ITEM = `<item key="${KEY}" valueName="version"><value><decimal value="1" /></value></item>`;
/** More characters than any text that Windows shows in a box. */
const LONGEST_TEXT = 65_535;

/** The whole policy as one text, beside the fields. */
const whole: Field = {
  path: [WHOLE_POLICY],
  kind: 'lines',
  description:
    'The whole policy as JSON, in place of everything else here. Letters beyond ASCII as \\u and four digits.',
  choices: [],
  min: 0,
  max: 0,
  members: [],
};
const all: readonly Field[] = [...fields, whole];

const idOf = (path: readonly string[]): string => path.join('_');
const groupOf = (path: readonly string[]): string =>
  path.length > 1 ? `Group_${idOf(path.slice(0, -1))}` : 'Doorward';
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The template for group policies (ADMX): one policy for each field, so that setting one sets no other. Each of them
 * also writes the version, without which the settings would not be understood.
 */
export function admxText(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">',
    '  <policyNamespaces>',
    '    <target prefix="doorward" namespace="Doorward.Policies.Doorward" />',
    '    <using prefix="windows" namespace="Microsoft.Policies.Windows" />',
    '  </policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <supportedOn>',
    '    <definitions>',
    '      <definition name="Doorward_1" displayName="$(string.Supported)" />',
    '    </definitions>',
    '  </supportedOn>',
    '  <categories>',
    '    <category name="Doorward" displayName="$(string.Doorward)" />',
    ...fieldGroups.map(
      ({ path }) =>
        `    <category name="Group_${idOf(path)}" displayName="$(string.Group_${idOf(path)})"><parentCategory ref="${groupOf(path)}" /></category>`,
    ),
    '  </categories>',
    '  <policies>',
    ...all.flatMap(policy),
    '  </policies>',
    '</policyDefinitions>',
    '',
  ].join('\n');
}

function policy(field: Field): string[] {
  const id = idOf(field.path);
  const key = [KEY, ...field.path.slice(0, -1)].join('\\');
  const name = field.path.at(-1) ?? '';
  const flag = field.kind === 'flag';
  const presentation = flag || id === 'version' ? '' : ` presentation="$(presentation.${id})"`;
  const own = flag || id === 'version' ? ` valueName="${name}"` : '';
  const items = id === 'version' || id === WHOLE_POLICY ? [] : [VERSION_ITEM];
  return [
    `    <policy name="${id}" class="Machine" displayName="$(string.${id})" explainText="$(string.${id}_Help)"${presentation} key="${key}"${own}>`,
    `      <parentCategory ref="${groupOf(field.path)}" />`,
    '      <supportedOn ref="Doorward_1" />',
    ...(own === '' ? [] : ['      <enabledValue><decimal value="1" /></enabledValue>']),
    ...(flag ? ['      <disabledValue><decimal value="0" /></disabledValue>'] : []),
    ...items.map((item) => `      <enabledList>${item}</enabledList>`),
    ...(flag ? items.map((item) => `      <disabledList>${item}</disabledList>`) : []),
    ...(own === '' ? [`      <elements>${element(field, name)}</elements>`] : []),
    '    </policy>',
  ];
}

function element(field: Field, name: string): string {
  const start = `id="${idOf(field.path)}_Value" valueName="${name}" required="true"`;
  switch (field.kind) {
    case 'number':
      return `<decimal ${start} minValue="${field.min}" maxValue="${field.max}" />`;
    case 'choice':
      return `<enum ${start}>${field.choices
        .map(
          (choice) =>
            `<item displayName="$(string.${idOf(field.path)}_${choice})"><value><string>${xml(choice)}</string></value></item>`,
        )
        .join('')}</enum>`;
    case 'lines':
    case 'json-lines':
      return `<multiText ${start} maxLength="${LONGEST_TEXT}" maxStrings="0" />`;
    default:
      return `<text ${start} maxLength="${LONGEST_TEXT}" />`;
  }
}

/** The English words for the template (ADML). */
export function admlText(): string {
  const strings: [id: string, text: string][] = [
    ['Doorward', 'Doorward'],
    ['Supported', 'Doorward 0.1 and later'],
    ...fieldGroups.map(({ path, description }): [string, string] => [
      `Group_${idOf(path)}`,
      `${path.join('.')}: ${description}`,
    ]),
    ...all.flatMap((field): [string, string][] => [
      [idOf(field.path), field.path.join('.')],
      [`${idOf(field.path)}_Help`, help(field)],
      ...(field.kind === 'choice'
        ? field.choices.map((choice): [string, string] => [`${idOf(field.path)}_${choice}`, choice])
        : []),
    ]),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">',
    '  <displayName>Doorward</displayName>',
    '  <description>What Doorward may do on computers of an organisation.</description>',
    '  <resources>',
    '    <stringTable>',
    ...strings.map(([id, text]) => `      <string id="${id}">${xml(text)}</string>`),
    '    </stringTable>',
    '    <presentationTable>',
    ...all
      .filter(({ kind, path }) => kind !== 'flag' && idOf(path) !== 'version')
      .map((field) => `      <presentation id="${idOf(field.path)}">${box(field)}</presentation>`),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
    '',
  ].join('\n');
}

function box(field: Field): string {
  const ref = `refId="${idOf(field.path)}_Value"`;
  const label = xml(field.path.join('.'));
  switch (field.kind) {
    case 'number':
      return `<decimalTextBox ${ref} defaultValue="${field.min}">${label}</decimalTextBox>`;
    case 'choice':
      return `<dropdownList ${ref} noSort="true">${label}</dropdownList>`;
    case 'lines':
    case 'json-lines':
      return `<multiTextBox ${ref}>${label}</multiTextBox>`;
    default:
      return `<textBox ${ref}><label>${label}</label></textBox>`;
  }
}

function help(field: Field): string {
  const { description, kind, choices, members } = field;
  const parts = [description];
  if (kind === 'flag') parts.push('Enabled: true. Disabled: false.');
  if (kind === 'lines') parts.push('One a line.');
  if (kind === 'lines' && choices.length > 0) parts.push(`Possible: ${choices.join(', ')}.`);
  if (kind === 'json-lines') {
    parts.push('One a line, each as JSON on that line. Members:');
    const lines = members.map(
      ({ name, type, description: text, required }) =>
        `- ${name} (${type}${required ? ', required' : ''})${text === '' ? '' : `: ${text}`}`,
    );
    return [parts.join(' '), ...lines].join('\n');
  }
  return parts.join(' ');
}

// node electron/policy/managed/exporters/admx.ts admx > docs/admx/doorward.admx (and adml > docs/admx/en-US/doorward.adml)
if (import.meta.main) process.stdout.write(process.argv[2] === 'adml' ? admlText() : admxText());
