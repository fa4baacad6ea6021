import { type CharSet, type Node, PatternFault } from './parse.ts';

/** More steps than this is no honest pattern; bounds memory, and the work for each character. */
const MAX_STEPS = 2000;

/** What a step does. `take` reads one character; `split` goes on at both; the anchors read nothing. */
export type Step =
  | { readonly op: 'take'; readonly set: CharSet }
  | { readonly op: 'split'; a: number; b: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'start' }
  | { readonly op: 'end' }
  | { readonly op: 'match' };

/** Thompson's construction. Throws `PatternFault` when the pattern becomes too large (`((a{1000}){1000})`). */
export function toProgram(node: Node): readonly Step[] {
  const steps: Step[] = [];
  const add = <S extends Step>(step: S): S => {
    if (steps.length >= MAX_STEPS) throw new PatternFault('the pattern is too large');
    steps.push(step);
    return step;
  };
  const emit = (part: Node): void => {
    switch (part.t) {
      case 'set':
        add({ op: 'take', set: part.set });
        return;
      case 'start':
      case 'end':
        add({ op: part.t });
        return;
      case 'cat':
        for (const item of part.items) emit(item);
        return;
      case 'alt': {
        const exits: { to: number }[] = [];
        part.items.forEach((item, n) => {
          if (n === part.items.length - 1) {
            emit(item);
            return;
          }
          const split = add({ op: 'split', a: steps.length + 1, b: 0 });
          emit(item);
          exits.push(add({ op: 'jump', to: 0 }));
          split.b = steps.length;
        });
        for (const exit of exits) exit.to = steps.length;
        return;
      }
      case 'rep':
        repeat(part.item, part.min, part.max);
        return;
    }
  };
  const repeat = (item: Node, min: number, max: number): void => {
    for (let n = 0; n < min; n++) emit(item);
    if (max === Infinity) {
      const split = add({ op: 'split', a: steps.length + 1, b: 0 });
      const again = steps.length - 1;
      emit(item);
      add({ op: 'jump', to: again });
      split.b = steps.length;
      return;
    }
    const splits = Array.from({ length: max - min }, () => {
      const split = add({ op: 'split', a: steps.length + 1, b: 0 });
      emit(item);
      return split;
    });
    for (const split of splits) split.b = steps.length;
  };
  emit(node);
  add({ op: 'match' });
  return steps;
}
