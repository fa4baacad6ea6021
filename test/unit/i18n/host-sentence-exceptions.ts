/** Files whose sentences are in no catalogue of the host's, and why. */
export const NOT_SHOWN: readonly { readonly files: RegExp; readonly why: string }[] = [
  {
    files: /^electron\/gateway\/(?!gateway\.ts)/,
    why: 'Answers of the endpoint to AI apps and other HTTP clients; no call comes of them, so nothing is recorded.',
  },
  {
    files: /^electron\/host\/control\/(?:bridges?|control-connection|control-server)\.ts$/,
    why: 'Spoken over the control socket only, to the command line and the bridge of AI apps.',
  },
  {
    files: /^electron\/host\/operator\.ts$/,
    why: "About the operator's key, which the window never needs: it is the operator.",
  },
  {
    files: /^electron\/(?:policy\/managed|policy\/explain|policy\/compile|policy\/roles)\b/,
    why: 'Rules, rulings and managed settings are worded by shared/texts in the language of the window.',
  },
  {
    files: /^shared\/model\/managed/,
    why: 'What is wrong with managed settings is for whoever writes them: the command line checks them.',
  },
  {
    files: /^electron\/host\/policy\/managed-policy\.ts$/,
    why: 'Managed settings are worded by shared/texts in the language of the window.',
  },
  {
    files: /^electron\/catalog\/(?:pins|reviews\.ts|neighbours\.ts|.*reasons)/,
    why: 'Reasons of reviews are worded by shared/texts in the language of the window, and notices by the shell.',
  },
  {
    files: /^electron\/inspection\/(?:injection|model|content\/try-text)\b/,
    why: 'A model that cannot be loaded is a bug, and what a text would meet is worded by shared/texts.',
  },
  {
    files: /^electron\/host\/inspection\/open-inspectors\.ts$/,
    why: 'A made-up text with which the judge is warmed up.',
  },
  {
    files: /^electron\/context\/(?!limits)/,
    why: 'Tools and answers of Doorward for AI apps: what a model reads stays as it is.',
  },
  {
    files: /^electron\/relay\/(?:message|framing\/.*|relay|connections|listener|local-answers|holding)\.ts$/,
    why: 'JSON-RPC errors and progress for AI apps; what they are about never becomes a call.',
  },
];

/** Sentences that the search finds in other files and that the window does not show like this, and why. */
export const SHOWN_OTHERWISE: readonly { readonly text: RegExp; readonly why: string }[] = [
  {
    text: /^The (?:end of the )?\{\{\}\} .*\ba row\b/,
    why: 'Without a number only of an export, which only the command line checks.',
  },
  { text: /^The export is complete/, why: 'Only the command line checks an export.' },
  { text: /^\{\{\}\} calls a \{\{\}\}/, why: 'A part of the list of limits in a terminal.' },
  {
    text: /may ask the models of AI apps/,
    why: 'For the server that asked; its question never became a call.',
  },
];

/** What stands in a gap that is not any word or number: the words of the host that do. */
export const SAMPLES: readonly {
  readonly gap: RegExp;
  /** How the path of the file ends; in any file when left out. */
  readonly file?: string;
  readonly samples: readonly string[];
}[] = [
  { gap: /^of$/, file: 'audit/findings.ts', samples: ['call log'] },
  { gap: /^of$/, file: 'otlp-transport.ts', samples: ['logs'] },
  { gap: /^said$/, file: 'otlp-transport.ts', samples: [' It says: Qx7'] },
  { gap: /^rowCount\(/, samples: ['7 rows', '1 row'] },
  { gap: /^(?:made|refused)\.message$/, file: 'app-connector.ts', samples: ['is no plain file'] },
  { gap: /^rest$/, file: 'read-app.ts', samples: ['is no plain file'] },
  { gap: /^what$/, file: 'app-store.ts', samples: ['The backup cannot be written'] },
  { gap: /^what$/, file: 'inspection-commands.ts', samples: ['follow where data flows'] },
  { gap: /^what$/, file: 'server-entry.ts', samples: ['variable', 'header'] },
  { gap: /^what$/, file: 'stages/resolve.ts', samples: ['tool', 'prompt'] },
  { gap: /^what$/, file: 'regex/parse.ts', samples: ['a bad escape'] },
  { gap: /^calls\(/, samples: ['7 calls', '1 call'] },
  { gap: /^per$/, file: 'limits/limit-words.ts', samples: ['minute', 'hour'] },
  { gap: /^EACH\[each\]$/, samples: ['AI app', 'server', 'tool'] },
  { gap: /^effects\.map/, samples: ['reading', 'reading, sending'] },
  { gap: /^THING\[form\]$/, samples: ['The request'] },
  { gap: /^foundInWords\(/, samples: ['has personal data in it'] },
  { gap: /^askSentence\(/, samples: ['The request has personal data in it.'] },
  { gap: /^form\.words$/, samples: ['the name of a tool'] },
  { gap: /^BEYOND\[/, samples: ['It leaves out', 'It refuses to work with'] },
  { gap: /^JSON\.stringify\((?:name|range)\b/, file: 'mcpb/form.ts', samples: ['"Qx7"'] },
  { gap: /^this\.#name$/, file: 'stdio-connection.ts', samples: ['The server "Qx7"'] },
  { gap: /^said$/, file: 'http/failures.ts', samples: ['', ' It said: Qx7', ' and said: Qx7'] },
  { gap: /^time$/, file: 'http/failures.ts', samples: ['7 s', '7 minutes'] },
];
