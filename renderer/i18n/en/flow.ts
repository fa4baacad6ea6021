/** Where data may flow: labels of servers, marks of AI apps, canaries. */
export const flow = {
  labels: {
    tab: 'Data',
    intro:
      'An AI app that has read private data and text of strangers is asked about before it sends anything out. What you say here counts from the next call on.',
    private: {
      label: 'Its answers are private',
      hint: 'Mail, files, an account: what not everybody may know.',
    },
    untrusted: {
      label: 'Its answers are written by strangers',
      hint: 'Web pages, mail, issues, reviews: whoever writes there can try to give your AI app orders.',
    },
    public: {
      label: 'What it is given can be read by strangers',
      hint: 'A public repository, a forum, a shared page.',
    },
    guessed: 'Doorward’s guess.',
    chosen: 'You chose this.',
    guess: 'Go by Doorward’s guess',
    guessOf: 'Go by Doorward’s guess: {{label}}',
  },
  marks: {
    heading: 'What it has read',
    none: 'Nothing private, and nothing of strangers, since Doorward started or you started it afresh.',
    one: 'As long as it has read only one of the two, what it sends out passes as your permissions say.',
    both: 'Private data and text of strangers',
    bothMeans: 'Whatever would send data out is asked about, also where a permission would let it pass.',
    private: 'Private data',
    untrusted: 'Text of strangers',
    show: 'Show',
    showOf: 'Show the call: {{tool}} of {{server}}',
    leg: '{{tool}} of {{server}}',
    reset: 'Start afresh',
    resetTitle: 'Start afresh?',
    resetMeans:
      'What this AI app has read until now counts no more, and what you allowed it to send goes with it. Do this when its conversation is over.',
    resetAfter:
      'The AI app itself still knows what it has read. In the same conversation it can send that out without a question of this kind.',
    resetDone: '{{name}} starts afresh.',
  },
  canaries: {
    heading: 'Canaries',
    label: 'Values that must never leave',
    hint: 'A canary looks like a key and opens nothing. Plant it where nobody has business reading it: a call that carries it is stopped, and you are told.',
    none: 'There are no canaries.',
    list: 'Canaries',
    made: 'Made',
    seen: 'Seen last',
    unseen: 'Never seen.',
    add: 'Add a canary…',
    remove: 'Remove the canary {{name}}',
    removeTitle: 'Remove the canary “{{name}}”?',
    removeMeans:
      'Its value is then like any other, and calls that carry it pass. Take it away from where you planted it, too. This cannot be undone: the value is kept nowhere else.',
    removeButton: 'Remove',
    new: 'New canary',
    name: 'Name',
    nameHint: 'Where you will plant it, so that you know what was read when it turns up.',
    taken: 'There is a canary of this name already.',
    make: 'Make it',
    once: 'This is the only time that you see its value.',
    value: 'Value of the canary',
    where: 'Plant it, for example:',
    places: {
      note: 'in a note or mail of your own with a title such as “Passwords”',
      file: 'in a file such as “keys-backup.txt” in a folder that your AI apps may read',
      repository: 'in a private repository, in a file that nothing uses',
    },
    close: 'I have planted it',
  },
} as const;
