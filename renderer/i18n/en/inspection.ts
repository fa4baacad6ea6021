/** What Doorward looks for in what crosses, and what happens then. */
export const inspection = {
  heading: 'What Doorward looks for',
  acts: {
    label: 'When something is found',
    hint: 'What comes to an AI app is what servers say; what goes to a server is what an AI app gives them. As long as you choose nothing, the preset “{{preset}}” says what happens.',
    table: 'What happens when something is found',
    found: 'Found',
    direction: { 'to-server': 'To a server', 'to-app': 'To an AI app' },
    /** Which choice this is, for screen readers. */
    choice: '{{watch}}, {{direction}}',
    preset: '{{act}} (preset)',
    never: 'It is looked for in this direction only.',
  },
  watch: {
    hidden: { name: 'Hidden text', hint: 'Characters that people do not see and models read.' },
    'injection-low': {
      name: 'A possible injection',
      hint: 'A text that may give orders to the model.',
    },
    'injection-high': { name: 'A sure injection', hint: 'A text that gives orders to the model.' },
    secret: { name: 'Secrets', hint: 'Keys, tokens and passwords.' },
    personal: { name: 'Personal data', hint: 'What is ticked below.' },
    flow: {
      name: 'Data that would leave',
      hint: 'An AI app has read private data and what strangers wrote, and now sends something out.',
    },
  },
  act: {
    pass: 'Let through',
    note: 'Note',
    mask: 'Mask',
    ask: 'Ask me',
    block: 'Block',
  },
  /** What is done in place of masking, where there is a better word for it. */
  maskOf: { hidden: 'Remove', injection: 'Mark as data' },
  demanded: 'Your organisation wants at least what can be chosen here.',
  exceptions: {
    label: 'Exceptions',
    hint: 'What was chosen for one server or for AI apps of one role. It counts more than the table.',
    list: 'Exceptions',
    none: 'There are none.',
    add: 'Add an exception…',
    title: 'Add an exception',
    keep: 'Add it',
    way: 'Direction',
    anyWay: 'Both ways',
    whose: 'For',
    act: 'What happens',
    one: '{{watch}}, {{where}}: {{act}}',
    both: 'both ways',
    direction: { 'to-server': 'to a server', 'to-app': 'to an AI app' },
    server: 'Server {{server}}',
    role: 'AI apps of the role {{role}}',
    remove: 'Remove this exception: {{exception}}',
  },
  personal: {
    label: 'Personal data that is looked for',
    types: {
      email: { name: 'E-mail addresses', hint: 'Such as ada@example.com.' },
      phone: { name: 'Phone numbers', hint: 'With a country code, or with a word such as “phone” nearby.' },
      iban: { name: 'Bank accounts', hint: 'IBANs whose check digits are right.' },
      card: { name: 'Payment cards', hint: 'Card numbers whose check digit is right.' },
      'national-id': {
        name: 'Identity numbers',
        hint: 'Tax, social security and identity numbers of some thirty states.',
      },
      ip: { name: 'IP addresses', hint: 'Version 4 and 6.' },
      name: { name: 'Names', hint: 'A guess: words behind a title such as “Mrs”. Often wrong.' },
      address: { name: 'Postal addresses', hint: 'A guess: a street with a number. Often wrong.' },
    },
  },
} as const;
