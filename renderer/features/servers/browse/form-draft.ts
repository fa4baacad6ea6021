import type { InstallAnswer, InstallInput } from '../../../../shared/model/registry.ts';

/** What a person has typed, by the key of its input; what is not in it was not touched. Lists are lines of a text. */
export type FormDraft = Readonly<Record<string, string>>;

/** What stands in a field. */
export function shownValue(input: InstallInput, draft: FormDraft): string {
  return draft[input.key] ?? (input.secret ? '' : (input.preset ?? []).join('\n'));
}

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** What was typed, as the host takes it. With `veiled`, secrets are only said to be there. */
export function answersOf(
  inputs: readonly InstallInput[],
  draft: FormDraft,
  { veiled = false }: { readonly veiled?: boolean } = {},
): InstallAnswer[] {
  return inputs.flatMap((input): InstallAnswer[] => {
    const typed = draft[input.key];
    if (typed === undefined) return [];
    if (input.secret) return typed === '' ? [] : [{ key: input.key, secret: veiled ? '-' : typed }];
    return [{ key: input.key, values: input.multiple ? lines(typed) : typed === '' ? [] : [typed] }];
  });
}
