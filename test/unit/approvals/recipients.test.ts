import { expect, it } from 'vitest';
import { wordsFor } from '../../../electron/approvals/words.ts';
import { canonicalForm } from '../../../electron/catalog/pins/canonical.ts';
import { readTree } from '../../../electron/catalog/pins/tree.ts';

/** Whom a call of a tool that sends goes to, in the order of its sentence. */
function named(pointers: readonly string[], args: unknown): unknown {
  const form = canonicalForm(Buffer.from(JSON.stringify(args)));
  if (!form.ok) throw new Error(form.message);
  const { sentence, destination } = wordsFor({
    clientName: 'Claude Desktop',
    server: 'mail',
    kind: 'tool',
    tool: 'send',
    effect: 'send',
    places: pointers.map((pointer) => ({ pointer, kind: 'recipient', name: pointer })),
    args: readTree(form.value),
    folders: [],
  });
  expect(sentence.key).toBe('approval.send');
  expect(destination?.params['recipients']).toEqual(sentence.params['recipients']);
  return sentence.params['recipients'];
}

it.each([
  ['by name', ['/bcc/*', '/cc/*', '/to/*'], { bcc: ['c@c.org'], cc: ['b@b.org'], to: ['a@a.org'] }],
  ['as single texts', ['/bcc', '/cc', '/to'], { bcc: 'c@c.org', cc: 'b@b.org', to: 'a@a.org' }],
  [
    'in camel case',
    ['/bccRecipients/*', '/ccRecipients/*', '/toRecipients/*'],
    { bccRecipients: ['c@c.org'], ccRecipients: ['b@b.org'], toRecipients: ['a@a.org'] },
  ],
  [
    'further down',
    ['/mail/bcc_emails/*', '/mail/cc_emails/*', '/mail/emails/*'],
    { mail: { bcc_emails: ['c@c.org'], cc_emails: ['b@b.org'], emails: ['a@a.org'] } },
  ],
  [
    'in lists of objects',
    ['/bcc/*/email', '/cc/*/email', '/recipients/*/email'],
    { bcc: [{ email: 'c@c.org' }], cc: [{ email: 'b@b.org' }], recipients: [{ email: 'a@a.org' }] },
  ],
] as const)(
  'To, Cc and Bcc are told in this order, however a tool sorts them: %s',
  (_how, pointers, args) => {
    expect(named(pointers, args)).toEqual(['a@a.org', 'b@b.org', 'c@c.org']);
  },
);

it('keeps the order of those who are of one kind', () => {
  expect(
    named(['/attendees/*', '/bcc', '/to/*'], {
      attendees: ['z@z.org', 'y@y.org'],
      bcc: 'c@c.org',
      to: ['a@a.org'],
    }),
  ).toEqual(['z@z.org', 'y@y.org', 'a@a.org', 'c@c.org']);
});
