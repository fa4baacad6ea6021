/** What the log keeps of the texts of calls. */
export const texts = {
  heading: 'What the log keeps of this server’s calls',
  usual: {
    label: 'What the log keeps of texts',
    hint: 'Arguments and answers of calls, for servers that have no choice of their own. It counts for calls from now on.',
  },
  server: {
    label: 'Arguments and answers',
    hint: 'It counts for calls from now on; what is in the log stays.',
  },
  keep: {
    full: 'As they are',
    redacted: 'Without secrets and personal data',
    digests: 'No texts, only sizes and digests',
  },
  asUsual: 'As usual: {{keep}}',
  explain: {
    full: 'Secrets of the vault are left out all the same. Everybody who can read the log can read what crossed.',
    redacted:
      'What looks like a secret or like personal data is left out. What has no form of its own stays.',
    digests: 'Nobody can read in the log what was said. The same text can still be recognised by its digest.',
  },
  bound: 'The log keeps no more than this: {{keep}}.',
};
