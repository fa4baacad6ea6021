import { kindInEnglish } from '../../../shared/texts/kind-names.ts';
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

/** Types of findings in words: `github-token` is "GitHub token". */
export function typesInWords(types: readonly string[]): string {
  const some = types.slice(0, MOST_TYPES).map(kindInEnglish);
  return types.length > MOST_TYPES ? `${some.join(', ')} and more` : some.join(', ');
}

/** What was found, as the rest of a sentence that begins with the thing. */
function foundInWords({ watch, types }: Reason): string {
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

/** Why nothing crosses, for the AI app or for the server that asked: the sentences of `askSentence`, and what was done. */
export function refusal(form: Form, reasons: readonly Reason[]): string {
  const done =
    form === 'result' || form === 'error'
      ? 'Doorward kept it back. The server has done what it was asked.'
      : form === 'question' || form === 'notice' || form === 'reply'
        ? 'Doorward did not pass it on.'
        : 'Doorward refused it. Nothing was sent.';
  return `${askSentence(form, reasons)} ${done}`;
}
