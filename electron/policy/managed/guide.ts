/** What IT does, before the list of keys. */
export const GUIDE: readonly string[] = `# Managed settings

This page is generated from the schema in \`shared/model/managed.ts\`; a test compares the two. The same schema as JSON is in [managed-settings.schema.json](managed-settings.schema.json).

An organisation can set what Doorward may do on its computers, with the tools that it manages them with anyway. There is no server of Doorward's to run and no account. Two kinds of things can be set:

- **Limits** only tighten: they forbid, ask, shorten. Nothing in them lets a call pass that would not pass without them.
- **Vouchers** count as reviewed: the organisation has looked at a server and at what it offers, in place of each person. They name a server by the digest of what it is and each tool by the digest of its text; whatever changes is on hold again.

## Write a policy

A policy is JSON:

\`\`\`json
{
  "version": 1,
  "organisation": { "name": "Example Ltd", "contact": "it@example.com" },
  "presets": { "minimum": "guarded" },
  "servers": {
    "allowed": [{ "package": "@example/*", "registry": "npm.example.com" }, { "url": "*.example.com" }],
    "forbidden": [{ "package": "mcp-remote" }]
  },
  "rules": [{ "action": "block", "effects": ["destroy"] }],
  "approvals": { "whoMayApprove": "groups", "groups": ["doorward-approvers"] }
}
\`\`\`

\`doorward policy check policy.json\` says in sentences what it does and what is wrong with it: keys that nobody knows, rules that never fit, vouchers without contents, and states in which nobody could approve. Try it on one computer before it goes to all.

\`doorward policy export --format json|reg|mobileconfig|admx\` writes it in the form that each system takes; the same policy always makes the same file. With \`--vouchers\` it also holds what is approved on this computer. Keys and passwords never travel: values that may be one are empty, and a server with a key in its command is left out and named.

## Linux

Put it at \`/etc/doorward/policy.json\`, for example with Ansible, Puppet or a package:

\`\`\`sh
install -d -o root -g root -m 0755 /etc/doorward
install -o root -g root -m 0644 policy.json /etc/doorward/policy.json
\`\`\`

File and folder have to belong to root, and nobody else may write them. A link in place of the file or its folder is not followed. At most 1 MiB.

## macOS

Roll out the file that \`--format mobileconfig\` writes with your MDM. It holds three payloads: the forced values of \`app.doorward.desktop\`, the permission to start with the session (\`com.apple.servicemanagement\`), and notifications that stay until they are dealt with (\`com.apple.notificationsettings\`). Values may be for the computer or for an account on it; where both say something, those of the account count. Values that a person writes with \`defaults\` are not looked at.

## Windows

Settings are values under \`HKEY_LOCAL_MACHINE\\Software\\Policies\\Doorward\`, which only administrators may write.

- With group policies or Intune: import \`doorward.admx\` and \`en-US/doorward.adml\` ([docs/admx](admx)). Each key below is a policy of its own.
- With any other tool: the \`.reg\` file that \`--format reg\` writes. It replaces everything under the key.

Groups of keys are registry keys (\`approvals\`), the rest are values in them (\`clockSeconds\`): true and false and numbers as \`REG_DWORD\`, texts as \`REG_SZ\`, lists as \`REG_MULTI_SZ\` with one element a line. Elements that are objects are JSON, each on one line. Instead of all these there may be one value \`PolicyJson\` with the whole policy.

Texts have to be ASCII. Other letters reach Doorward only inside JSON, as \`\\u\` and four digits: a policy that has some is exported as \`PolicyJson\`. An empty list, which allows nothing, can only be said there too.

The permissions of the key itself are those of Windows and are not checked by Doorward: do not loosen them.

## What happens on the computer

- Nothing is found: Doorward is not managed.
- A policy: it holds within a minute of a change, and is kept sealed.
- One that cannot be read or understood: the last one that could holds, and Doorward says so. When there was none before, Doorward is locked: every call is refused, with a sentence.
- One that somebody else than the administrator could have written: Doorward is locked.

A key that nobody knows makes a policy one that cannot be understood, because it may be a misspelt limit. No variable of the environment and no file of a person changes any of this.

People see a lock beside what is managed, with the name of the organisation and whom to ask. For what only IT can approve they can save a request: a file with the server or tool, how it is started, its digests, and what they need it for, without any key. Checked and turned into a voucher, it comes back as a managed setting.
`.split('\n');
