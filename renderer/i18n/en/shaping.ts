/** How the answers of a server are made smaller. */
export const shaping = {
  heading: 'Smaller answers',
  switch: {
    label: 'Make answers smaller',
    hint: 'Every word of an answer costs tokens. What says nothing goes, before the AI app reads it and after everything was checked.',
  },
  more: 'What is done',
  step: {
    nulls: { label: 'Leave out empty values', hint: 'Members of JSON that are null or empty.' },
    tables: { label: 'Lists as tables', hint: 'The names of members once, then the rows.' },
    markdown: {
      label: 'Pages as plain text',
      hint: 'HTML becomes Markdown; what a page does not show goes.',
    },
    links: { label: 'Links without tracking', hint: 'Parameters that only follow people.' },
    base64: { label: 'Name encoded data', hint: 'Long base64 becomes one word that says what was there.' },
    repeats: {
      label: 'Name what was given before',
      hint: 'The same text in one session again. Asked for once more, it is given whole.',
    },
  },
  cut: {
    label: 'Cut long answers',
    hint: 'The AI app reads on with "read_more" when it needs the rest. Not on the address of this server alone.',
  },
  budget: {
    label: 'Most tokens of an answer',
    error: 'A whole number from 200 to 1,000,000.',
  },
  tools: {
    heading: 'Tools that differ',
    none: 'No tool differs. Choose one below to treat its answers in another way.',
    add: 'Add a tool',
    pick: 'Choose a tool…',
    of: 'Answers of {{tool}}',
    remove: 'Remove {{tool}}',
    off: 'As they are',
    good: 'Smaller',
    own: 'Chosen steps',
  },
};
