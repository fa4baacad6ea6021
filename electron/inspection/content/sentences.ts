import type { Form, Reason } from './task.ts';

// What people and AI apps are told about findings.

const THING: Readonly<Record<Form, string>> = {
  arguments: 'The request',
  params: 'The request',
  result: 'The answer',
  error: 'The answer',
  question: 'The question of the server',
  reply: 'The answer to the server',
  notice: 'The message of the server',
};

const MOST_TYPES = 3;

/** Types of findings in words: `github-token` is "github token". */
export function typesInWords(types: readonly string[]): string {
  const some = types.slice(0, MOST_TYPES).map((type) => type.replaceAll(/[-_]/g, ' '));
  return types.length > MOST_TYPES ? `${some.join(', ')} and more` : some.join(', ');
}

/** What was found, as the rest of a sentence that begins with the thing. */
export function foundInWords({ watch, types }: Reason): string {
  const which = types.length === 0 ? '' : ` (${typesInWords(types)})`;
  switch (watch) {
    case 'unread':
      return 'could not be looked at whole';
    case 'hidden':
      return `has text in it that is not shown${which}`;
    case 'injection-low':
      return 'has text in it that may give orders to an AI';
    case 'injection-high':
      return 'has text in it that gives orders to an AI';
    case 'secret':
      return `has what looks like a secret in it${which}`;
    case 'personal':
      return `has personal data in it${which}`;
  }
}

/** Why a person is asked. */
export function askSentence(form: Form, reasons: readonly Reason[]): string {
  return reasons.map((reason) => `${THING[form]} ${foundInWords(reason)}.`).join(' ');
}

/** Why nothing crosses, for the AI app or for the server that asked. */
export function refusal(form: Form, reasons: readonly Reason[]): string {
  const why = reasons.map((reason) => foundInWords(reason)).join(', and ');
  const done =
    form === 'result' || form === 'error'
      ? 'so Doorward kept it back. The server has done what it was asked.'
      : form === 'question' || form === 'notice' || form === 'reply'
        ? 'so Doorward did not pass it on.'
        : 'so Doorward did not send it. Nothing was sent.';
  return `${THING[form]} ${why}, ${done}`;
}
