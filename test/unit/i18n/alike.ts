/** Names, and short words of the trade. */
const EVERYWHERE = new Set([
  'Doorward',
  'Claude Code',
  'Claude Desktop',
  'Cursor',
  'VS Code',
  'Codex',
  'MCP',
  'JSON',
  'URL',
]);

/** Words that a language has in common with English. */
const OWN: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set([
    'Alarm',
    'App',
    'Bundle',
    'Details',
    'Header',
    'Limits',
    'Name',
    'Name in Doorward',
    'Normal',
    'Organisation',
    'Passphrase',
    'Port',
    'Prompt',
    'Prompts',
    'Routine',
    'Server',
    'Text',
    'Tool',
    'Tools',
    'Tools:',
    'Version',
  ]),
  fr: new Set([
    'absent',
    'App',
    'Arguments',
    'Configuration',
    'Description',
    'Exceptions',
    'Instructions',
    'minute',
    'minutes',
    'Normal',
    'Note',
    'Organisation',
    'Page',
    'Pause',
    'Port',
    'Prompt',
    'Prompts',
    'prompts',
    'Questions',
    'Secrets',
    'Session',
    'Source',
    'Strict',
    'Suggestions',
    'Version',
  ]),
  es: new Set(['App', 'Error', 'General', 'No', 'Normal', 'Prompt', 'Prompts', 'prompts', 'Roles']),
};

/** Whether a text of a language may be as in English. What is filled in does not count. */
export function alikeIn(code: string): (text: string) => boolean {
  return (text) => EVERYWHERE.has(text) || OWN[code]?.has(text) === true;
}
