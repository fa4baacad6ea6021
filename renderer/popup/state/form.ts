import {
  contentJson,
  type FieldProblem,
  fieldProblem,
  type FieldValue,
} from '../../../shared/form-answers.ts';
import type { AskedForm, FormField } from '../../../shared/model/server-asks.ts';
import { DANGER } from '../../ui/hostile-text/characters.ts';

/** What stands in one field: a text, yes or no, or the places of what is chosen among its options (`''`: nothing). */
export type FieldDraft = string | boolean | readonly string[];
/** One for each field, in the order of the form: a name of a server is never a key. */
export type FormDraft = readonly FieldDraft[];

/** What stands in a text in the place of a secret. */
const HIDDEN = '[hidden]';
/** A suggestion that is longer is not read by whoever sends it. */
const LONGEST_PRESET = 500;

/**
 * What a form shows at first. A suggestion of the server that has something hidden in it, or is too long to be seen
 * whole, is not filled in: a person would send what they did not read.
 */
export const presetsOf = ({ fields }: AskedForm): FormDraft => fields.map(presetOf);

function presetOf(field: FormField): FieldDraft {
  const { type, options } = field;
  const preset = parsed(field.preset);
  const place = (value: unknown): string => {
    const at = options.findIndex((option) => option.value === value);
    return at === -1 ? '' : String(at);
  };
  if (type === 'boolean') return preset === true;
  if (type === 'choices') return Array.isArray(preset) ? preset.map(place).filter((at) => at !== '') : [];
  if (options.length > 0) return place(preset);
  if (type === 'number' || type === 'integer') return typeof preset === 'number' ? (field.preset ?? '') : '';
  return typeof preset === 'string' && canBeSuggested(preset) ? preset : '';
}

/** Whether the server suggests a text that is not filled in; it is shown beside the field. */
export const isWithheld = (field: FormField): boolean => {
  const preset = parsed(field.preset);
  return (
    field.type === 'string' &&
    field.options.length === 0 &&
    typeof preset === 'string' &&
    preset !== '' &&
    !canBeSuggested(preset)
  );
};

/** The suggested text, for showing it. */
export const suggestionOf = (field: FormField): string => {
  const preset = parsed(field.preset);
  return typeof preset === 'string' ? preset : (field.preset ?? '');
};

const canBeSuggested = (text: string): boolean =>
  text.length <= LONGEST_PRESET && !text.includes(HIDDEN) && !DANGER.test(text.replaceAll('\n', ''));

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The answer that a field holds; undefined: it is left out. */
function valueOf(field: FormField, draft: FieldDraft): FieldValue | undefined {
  const { type, options, required } = field;
  const optionAt = (place: string): string[] => {
    const option = place === '' ? undefined : options[Number(place)];
    return option === undefined ? [] : [option.value];
  };
  if (typeof draft === 'boolean') return draft;
  if (typeof draft !== 'string') {
    const chosen = draft.flatMap(optionAt);
    return chosen.length === 0 && !required ? undefined : chosen;
  }
  if (type === 'number' || type === 'integer') {
    const number = draft.trim();
    return number === '' ? undefined : { number };
  }
  if (options.length > 0) return optionAt(draft)[0];
  return draft === '' ? undefined : draft;
}

/** A form as it is filled in: what is wrong with each field, and the JSON to send when nothing is. */
export interface Filled {
  readonly problems: readonly (FieldProblem | undefined)[];
  readonly json: string | undefined;
}

export function filledOf({ fields }: AskedForm, draft: FormDraft): Filled {
  const values = new Map<string, FieldValue>();
  const problems = fields.map((field, at) => {
    const value = valueOf(field, draft[at] ?? presetOf(field));
    if (value !== undefined) values.set(field.name, value);
    return fieldProblem(field, value);
  });
  return { problems, json: problems.every((each) => each === undefined) ? contentJson(values) : undefined };
}
