/** What was found in a text that a person tries, and what happens on it: two whole sentences. */
export const trialTexts = {
  'trial.nothing': 'Nothing was found that counts. It goes on as it is.',
  'trial.unread': 'It could not be looked at whole.',
  'trial.hidden': 'It has text in it that is not shown.',
  'trial.hidden-types': 'It has text in it that is not shown ({{types}}).',
  'trial.injection-low': 'It has text in it that may give orders to an AI.',
  'trial.injection-high': 'It has text in it that gives orders to an AI.',
  'trial.secret': 'It has what looks like a secret in it.',
  'trial.secret-types': 'It has what looks like a secret in it ({{types}}).',
  'trial.personal': 'It has personal data in it.',
  'trial.personal-types': 'It has personal data in it ({{types}}).',

  'trial.then.pass': 'Nothing happens.',
  'trial.then.note': 'That is noted in the log, and it goes on.',
  'trial.then.remove': 'That is taken out, and the rest goes on.',
  'trial.then.mask': 'That is masked, and the rest goes on.',
  'trial.then.fence': 'Notices around it tell the AI not to follow them.',
  'trial.then.ask': 'You are asked before it goes on.',
  'trial.then.block': 'It does not go on.',

  // The definition of a tool is judged as in a review.
  'trial.tool.orders':
    'It gives orders to the AI. A tool that says this is on hold until you have looked at it.',
  'trial.tool.hidden':
    'It has text in it that is not shown. A tool with it is on hold until you have looked at it.',
  'trial.tool.unread':
    'It could not be looked at whole. A tool with it is on hold until you have looked at it.',
  'trial.tool.private': 'It has secrets or personal data in it. They are shown when the tool is reviewed.',
  'trial.tool.nothing': 'Nothing was found that counts.',
} as const;
