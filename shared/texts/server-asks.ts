/** What is said about questions of servers, in the approval window and in a terminal. */
export const serverAskTexts = {
  // What is wrong with an answer to a field of a form.
  'field.required': 'This needs an answer.',
  'field.text': 'This takes a text.',
  'field.boolean': 'This takes yes or no.',
  'field.choices': 'This takes a list of choices.',
  'field.option': 'This is not one of the choices.',
  'field.number': 'This takes a number, such as 12 or 0.5.',
  'field.integer': 'This takes a whole number, such as 12.',
  'field.minimum': 'This takes a number of {{limit}} or more.',
  'field.maximum': 'This takes a number of {{limit}} or less.',
  'field.min-length': 'This is too short. It needs at least {{limit}} characters.',
  'field.max-length': 'This is too long. It takes at most {{limit}} characters.',
  'field.min-items': 'Choose at least {{limit}}.',
  'field.max-items': 'Choose at most {{limit}}.',
  'field.email': 'This is not an e-mail address, such as ann@example.com.',
  'field.uri': 'This is not a web address, such as https://example.com.',
  'field.date': 'This is not a day, such as 2026-11-23.',
  'field.date-time': 'This is not a time with its zone, such as 2026-11-23T18:30:00Z.',

  // What a person should know about a page.
  'page.international': 'The name of this site has letters that are not of the Latin alphabet.',
  'page.mixed-scripts': 'The name of this site mixes alphabets, as names do that imitate another site.',
  'page.lookalike': 'The name of this site looks like another one.',
  'page.other-domain-inside': 'The name of this site has that of another one in it. What counts is its end.',
  'page.address': 'This site has a number in place of a name.',
  'page.private-network': 'This site lies in your own network.',
  'page.odd-characters': 'The address has unusual characters in it.',
  'page.rewritten': 'The server wrote the address in another way; this is what would be opened.',
  'page.long': 'The address is unusually long.',

  // Whose text of a prompt it is.
  'prompt.system': 'Instructions',
  'prompt.user': 'As if you said',
  'prompt.assistant': 'As if the AI said',
  'prompt.tool': 'Tool the AI may use',
  'prompt.rest': 'Also sent along',
} as const;
export type ServerAskTextKey = keyof typeof serverAskTexts;
export type FieldTextKey = Extract<ServerAskTextKey, `field.${string}`>;
