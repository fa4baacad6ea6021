import type { InstallInput } from '../../../shared/model/registry.ts';
import { looksSecret } from '../../catalog/identity/judge-environment.ts';
import { safePresets } from './answers.ts';
import type { JsonArgument, JsonInput, JsonKeyValue } from './server-json.ts';
import type { ArgumentTemplate, Template } from './template.ts';

const TYPES = { string: 'text', number: 'number', boolean: 'boolean', filepath: 'file' } as const;
/** Looks like the value of a key, to ask what a name looks like. */
const SOME_KEY = 'q7Zk4Tn9Wv2Lx8';

/** Gathers the inputs of one way to have a server, each under a key of its own. */
export class InputList {
  readonly inputs: InstallInput[] = [];

  /** Adds an input, and answers the gap for its value. */
  add(
    place: InstallInput['place'],
    name: string,
    given: JsonInput,
    more: { readonly multiple?: boolean | undefined; readonly hint?: string | undefined } = {},
  ): { readonly input: string } {
    const wanted = `${place}:${name}`;
    let key = wanted;
    for (let n = 2; this.inputs.some((one) => one.key === key); n++) key = `${wanted}#${n}`;
    // Publishers forget to say so, and a key in the settings is a key in the open.
    const secret =
      given.isSecret === true ||
      ((place === 'environment' || place === 'header') &&
        given.choices === undefined &&
        looksSecret(name, SOME_KEY));
    const preset = secret || given.default === undefined ? [] : safePresets([given.default]);
    this.inputs.push({
      key,
      place,
      name,
      ...(more.hint === undefined || more.hint === name ? {} : { title: more.hint }),
      ...(given.description === undefined ? {} : { description: given.description }),
      type: TYPES[given.format ?? 'string'],
      required: given.isRequired === true,
      secret,
      multiple: more.multiple === true && !secret,
      ...(preset.length === 0 ? {} : { preset }),
      ...(given.choices === undefined || secret ? {} : { choices: given.choices }),
      ...(given.placeholder === undefined ? {} : { placeholder: given.placeholder }),
    });
    return { input: key };
  }

  /** A text of the publisher with gaps for its variables. What stands in braces and is no variable is meant so. */
  template(
    place: InstallInput['place'],
    text: string,
    variables: readonly (readonly [string, JsonInput])[],
    more: { readonly multiple?: boolean | undefined } = {},
  ): Template {
    const gaps = new Map<string, string | { readonly input: string }>();
    return text.split(/(\{[\w.-]{1,100}\})/).flatMap((part, index): Template => {
      const name = index % 2 === 1 ? part.slice(1, -1) : undefined;
      const given = variables.find(([one]) => one === name)?.[1];
      if (name === undefined || given === undefined) return part === '' ? [] : [part];
      const gap = gaps.get(name) ?? given.value ?? this.add(place, name, given, more);
      gaps.set(name, gap);
      return [gap];
    });
  }

  /** A variable of the environment or a header: fixed, fixed with gaps, or a person's to give. */
  keyValue(place: 'environment' | 'header', given: JsonKeyValue): readonly [string, Template] {
    return [
      given.name,
      given.value === undefined
        ? [this.add(place, given.name, given)]
        : this.template(place, given.value, given.variables),
    ];
  }

  /** An argument: a flag, a flag with its value, or a value alone. */
  argument(given: JsonArgument): ArgumentTemplate {
    const multiple = given.isRepeated;
    const value = (name: string): Template =>
      given.value === undefined
        ? [this.add('argument', name, given, { multiple, hint: given.valueHint })]
        : this.template('argument', given.value, given.variables, { multiple });
    if (given.type === 'positional') return { words: [value(given.valueHint ?? 'value')] };
    if (isBareFlag(given)) return { words: [[given.name]] };
    if (given.format === 'boolean' && given.value === undefined)
      return { words: [[given.name]], when: this.add('argument', given.name, given).input };
    return { words: [[given.name], value(given.name)] };
  }
}

/** A flag of which nothing is asked is simply there. */
function isBareFlag(given: JsonArgument): boolean {
  const { value, default: preset, choices, placeholder, description, valueHint, format } = given;
  if (value === '') return true;
  return [value, preset, choices, placeholder, description, valueHint, format].every(
    (one) => one === undefined,
  );
}
