import { readFileSync, writeFileSync } from 'node:fs';
import { managedKinds, type ManagedPolicy } from '../../../shared/model/managed.ts';
import { prettyJson } from './docs.ts';
import { EXAMPLE_POLICY } from './example-policy.ts';
import { plistText, type PlistInput } from './exporters/plist-text.ts';
import { asciiJson } from './exporters/stable-json.ts';
import { type Field, fields, valueOf } from './fields.ts';
import { LINE_END, registryType } from './registry-values.ts';

type Key = keyof ManagedPolicy;

/** Where the generated part of `docs/admin.md` begins; what stands before it is written by hand. */
export const EXAMPLES_HEADING = '## Every setting, with an example for each system';

/** What an administrator has to know about a key beside what it does. */
const NOTES: Readonly<Partial<Record<Key, string>>> = {
  assignments:
    '`group` is compared with the groups that `id` prints, on Windows with those that `whoami /groups` prints: with the name, with or without its domain, and with the SID. Where they cannot be found out, or one of them has no name there, a role for a group holds for everybody. On Windows, names with letters beyond ASCII cannot be told apart; give the SID.',
  presets: 'Where both are given, the stricter one holds.',
  approvals:
    'On Windows name a group as `whoami /groups` does, with its domain, or by its SID: a group of the same name elsewhere does not count, and SIDs are the same in every language. A list may have names for several systems beside each other. Where the groups of a person cannot be found out, they can approve nothing, and Doorward says so.',
  log: 'A destination over `http:`, `tcp:` or `udp:` is not encrypted. A destination that needs a key in a header cannot be set here: a person adds it, with the key in the vault.',
  updates:
    'Doorward looks for new versions only when a person asks it to, and gets and installs one only after they said so twice. Switch it off where you deliver new versions yourself: what an MSI or a Linux package installed never updates itself. Settings that cannot be read switch it off too. **Settings → About** says why nothing is looked for.',
  startAtLogin:
    'The entry in the session is written or taken away when the desktop app starts, and when this changes while it runs. Where it is no longer set, what the person chose holds again; an entry that was written stays when that happened while Doorward did not run.',
  settings:
    '`port`, `allowedOrigins` and `idle` hold from the next start of Doorward, the others at once. Where a key is no longer set, what the person chose holds again.',
  trustedRegistries: 'Holds from the next start of Doorward.',
  vouchers:
    '`doorward policy export --vouchers` writes them, digests and all, on a computer where the servers are approved.',
};

/** A policy that sets this one key, and the version; of the key `version`, that alone. */
export function exampleOf(key: Key): ManagedPolicy {
  return { version: 1, [key]: EXAMPLE_POLICY[key] };
}

/** The generated part of `docs/admin.md`: every key of the schema, as each system takes it. */
export function managedExamples(): string {
  const keys = Object.keys(managedKinds) as Key[];
  return [
    EXAMPLES_HEADING,
    '',
    'This part is generated from the schema and from `electron/policy/managed/example-policy.ts`; tests read every example back as Doorward does on each system. What each key means stands in [managed-settings.md](managed-settings.md#every-key).',
    '',
    'Each example is a whole policy that sets one key. A policy of yours has the keys that you need beside each other. `version` has to be there once.',
    '',
    '- **Linux**: the contents of `/etc/doorward/policy.json`.',
    '- **macOS**: the contents of the payload `app.doorward.desktop` in a configuration profile.',
    '- **Windows**: commands for an administrator’s command prompt (`cmd`). In the group policy editor, each path below is a policy of that name under Computer Configuration → Administrative Templates → Doorward.',
    '',
    ...keys.flatMap(section),
  ].join('\n');
}

function section(key: Key): string[] {
  const note = NOTES[key];
  const policy = exampleOf(key);
  return [
    `### ${key}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    'Linux:',
    '',
    '```json',
    prettyJson(policy, ''),
    '```',
    '',
    'macOS:',
    '',
    '```xml',
    plistValues(policy),
    '```',
    '',
    'Windows:',
    '',
    '```bat',
    ...regCommands(policy),
    '```',
    '',
  ];
}

/** The members of the property list of a policy, without what stands around them. */
export function plistValues(policy: ManagedPolicy): string {
  const text = plistText(policy as PlistInput);
  const inner = /<plist version="1.0">\n<dict>\n([^]*)<\/dict>\n<\/plist>/.exec(text)?.[1] ?? '';
  return inner.replaceAll(/^\t/gm, '').trimEnd();
}

/** Commands that write a policy into the registry, for `cmd`: one for each value. */
export function regCommands(policy: ManagedPolicy): string[] {
  return fields.flatMap((field) => {
    const value = valueOf(policy, field.path);
    if (value === undefined) return [];
    const key = ['HKLM', 'Software', 'Policies', 'Doorward', ...field.path.slice(0, -1)].join('\\');
    const data = registryData(field, value).replaceAll('"', '\\"');
    return [`reg add "${key}" /v ${field.path.at(-1) ?? ''} /t ${registryType(field)} /d "${data}" /f`];
  });
}

function registryData({ kind }: Field, value: unknown): string {
  if (kind === 'flag') return value === true ? '1' : '0';
  if (kind === 'lines') return (value as readonly string[]).join(LINE_END);
  if (kind === 'json-lines') return (value as readonly unknown[]).map(asciiJson).join(LINE_END);
  return String(value);
}

/** The page with its generated part as it is now. */
export function withExamples(page: string): string {
  const at = page.indexOf(`${EXAMPLES_HEADING}\n`);
  return `${at === -1 ? `${page.trimEnd()}\n\n` : page.slice(0, at)}${managedExamples()}`;
}

// node electron/policy/managed/example-docs.ts docs/admin.md
const [, , page] = process.argv;
if (import.meta.main && page !== undefined) writeFileSync(page, withExamples(readFileSync(page, 'utf8')));
