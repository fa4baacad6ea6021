import type { ArgCondition } from '../../../shared/model/policy.ts';
import { pointerSteps } from '../arguments.ts';
import type { CallContext } from '../call-context.ts';
import type { Places } from '../places/places.ts';
import { PatternFault } from '../regex/parse.ts';
import { compileTest } from './tests.ts';

/** One condition, compiled. */
export interface CompiledCondition {
  readonly source: ArgCondition;
  readonly narrowness: number;
  /** Every value fits, and there is one. The pointers of the values; undefined when it does not fit. */
  surely(call: CallContext): readonly string[] | undefined;
  /** Some value may fit. Not for arguments that cannot be read: there everything may. */
  maybe(call: CallContext): readonly string[] | undefined;
}

/** Throws `PatternFault` for a pointer or test that makes no sense. */
export function compileCondition(source: ArgCondition, places: Places): CompiledCondition {
  const { pointer } = source;
  if (pointerSteps(pointer) === undefined) throw new PatternFault(`"${pointer}" is no JSON pointer`);
  if (source.test.is === 'absent')
    return {
      source,
      narrowness: 9,
      surely: (call) => {
        const { values, blocked } = call.args.at(pointer);
        return values.length === 0 && blocked.length === 0 ? [pointer] : undefined;
      },
      maybe: (call) =>
        call.args.at(pointer).values.every(({ value }) => value === null) ? [pointer] : undefined,
    };
  const test = compileTest(source.test, places);
  return {
    source,
    narrowness: test.narrowness,
    surely: (call) => {
      const { values, blocked, more } = call.args.at(pointer);
      if (values.length === 0 || blocked.length > 0 || more) return undefined;
      return values.every(({ value }) => test.surely(value, call))
        ? values.map((one) => one.pointer)
        : undefined;
    },
    maybe: (call) => {
      const { values, blocked, more } = call.args.at(pointer);
      if (more) return [pointer];
      const fitting = [...values, ...blocked].filter(({ value }) => test.maybe(value, call));
      return fitting.length > 0 ? fitting.map((one) => one.pointer) : undefined;
    },
  };
}
