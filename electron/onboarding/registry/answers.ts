import type { InstallAnswer, InstallInput } from '../../../shared/model/registry.ts';
import { hasReference } from '../../vault/references.ts';

const NUMBER = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?$/;
const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/;
/** Characters that are not seen, or change how others are read: nobody has agreed to what they did not see. */
const HIDING = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800]/u;
const CONTROL = /\p{Cc}/u;
const LONGEST_PRESET = 500;

/**
 * The presets of a publisher that may stand in a form. Attack: a preset with hidden text in it, one too long to be
 * read, or one that refers to the vault, so that a person sends what they never saw.
 */
export function safePresets(presets: readonly string[]): string[] {
  return presets.filter(
    (text) => text !== '' && text.length <= LONGEST_PRESET && !HIDING.test(text) && !hasReference(text),
  );
}

/** What was chosen, or what holds when nothing was said. Of a secret: nothing. */
export function chosenValues(input: InstallInput, answer: InstallAnswer | undefined): readonly string[] {
  if (input.secret) return [];
  return (answer?.values ?? input.preset ?? []).filter((text) => text !== '');
}

/**
 * What is wrong with the answer to one input, in a sentence; undefined when nothing is. What a value must never be: a
 * flag of the program it goes to (it begins with a dash), a gap of its own (`{other}`), a reference to the vault in
 * plain text, or something with control characters in it.
 */
export function problemOf(
  input: InstallInput,
  answer: InstallAnswer | undefined,
  all: readonly InstallInput[],
): string | undefined {
  if (input.secret) return secretProblem(input, answer);
  if (answer?.secret !== undefined || answer?.vault !== undefined)
    return 'This is no secret, so its value is not kept in the vault.';
  const values = chosenValues(input, answer);
  if (values.length === 0) return input.required ? 'It is needed.' : undefined;
  if (values.length > 1 && !input.multiple) return 'Only one value fits here.';
  for (const value of values) {
    const wrong = valueProblem(input, value, all);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function secretProblem({ place, required }: InstallInput, answer: InstallAnswer | undefined) {
  if (answer?.vault !== undefined)
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(answer.vault)
      ? undefined
      : 'This is not the name of a secret.';
  if ((answer?.values ?? []).length > 0) return 'This is a secret. It is kept in the vault.';
  const value = answer?.secret ?? '';
  if (value === '') return required ? 'It is needed.' : undefined;
  if (value.includes('\0') || (place === 'header' && CONTROL.test(value)))
    return 'It holds characters that cannot be sent.';
  return undefined;
}

function valueProblem(
  { type, place, choices, min, max }: InstallInput,
  value: string,
  all: readonly InstallInput[],
): string | undefined {
  if (CONTROL.test(value)) return 'It holds control characters, such as a line end.';
  if (hasReference(value)) return 'It refers to the vault, which only secrets do.';
  if (all.some(({ name }) => value.includes(`{${name}}`)) || /\$\{[^}]*\}/.test(value))
    return 'It has a gap such as {name} in it. Write out what is meant.';
  if (choices !== undefined && !choices.includes(value)) return 'It is none of the choices.';
  if (type === 'boolean') return value === 'true' || value === 'false' ? undefined : 'Say true or false.';
  if (type === 'number') {
    if (!NUMBER.test(value)) return 'It is not a number.';
    if (min !== undefined && Number(value) < min) return `It is less than ${min}.`;
    return max !== undefined && Number(value) > max ? `It is more than ${max}.` : undefined;
  }
  if ((place === 'argument' || place === 'setting') && value.startsWith('-'))
    return 'It begins with "-", so the program would read it as an option.';
  if ((type === 'file' || type === 'directory') && !ABSOLUTE.test(value))
    return 'Give the whole path, from the root of the disk on.';
  return undefined;
}
