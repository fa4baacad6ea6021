import type { ValueTest } from '../../../shared/model/policy.ts';
import { missingCase } from '../../../shared/result.ts';
import { canonicalForm } from '../../catalog/pins/canonical.ts';
import {
  isList,
  isNumber,
  isObject,
  type Json,
  printTree,
  readTree,
  sameTree,
} from '../../catalog/pins/tree.ts';
import { textsIn } from '../arguments.ts';
import type { CallContext } from '../call-context.ts';
import { climbs, decodedOnce, folded } from '../places/lookalikes.ts';
import type { Places } from '../places/places.ts';
import { compileGlob } from '../regex/glob.ts';
import type { Matcher } from '../regex/matcher.ts';
import { compilePattern } from '../regex/matcher.ts';
import { PatternFault } from '../regex/parse.ts';
import { compileHost, hostOf, plainHost } from './hosts.ts';
import { maybeProgram, surelyProgram } from './programs.ts';
import { compileRecipient, maybeRecipients, plainRecipients } from './recipients.ts';

/** One test, compiled. Loosening rules ask whether a value fits however it is read, tightening ones whether it may. */
export interface CompiledTest {
  surely(value: Json, call: CallContext): boolean;
  maybe(value: Json, call: CallContext): boolean;
  /** How much it narrows; a whole number and a little for the depth of a folder. */
  readonly narrowness: number;
}

/** A test of texts. In a list or object each text counts for a tightening rule; a loosening one wants the text itself. */
function ofText(
  narrowness: number,
  surely: (text: string, call: CallContext) => boolean,
  maybe: (text: string, call: CallContext) => boolean,
): CompiledTest {
  return {
    surely: (value, call) => typeof value === 'string' && surely(value, call),
    maybe: (value, call) => textsIn(value).some((text) => maybe(text, call)),
    narrowness,
  };
}

/** Compiles a test other than `absent`. Throws `PatternFault` where it makes no sense. */
export function compileTest(test: Exclude<ValueTest, { is: 'absent' }>, places: Places): CompiledTest {
  switch (test.is) {
    case 'equals':
      return oneOf([test.value], 9);
    case 'one-of':
      return oneOf(test.values, 8);
    case 'glob':
      return matching(compileGlob(test.pattern), 3, test.pattern.includes('..'));
    case 'regex':
      return matching(compilePattern(test.pattern), 2, false);
    case 'range':
      return range(test.min ?? -Infinity, test.max ?? Infinity);
    case 'in-folder':
      return inFolder(test.folder, places);
    case 'host': {
      const fits = compileHost(test.pattern);
      if (fits === undefined) throw new PatternFault('this is no host');
      return ofText(
        test.pattern.startsWith('*') ? 5 : 7,
        (text) => {
          const host = plainHost(text);
          return host !== undefined && fits(host);
        },
        (text) => {
          const host = hostOf(text.trim());
          return host === undefined || fits(host);
        },
      );
    }
    case 'recipient': {
      const fits = compileRecipient(test.pattern);
      if (fits === undefined) throw new PatternFault('this is no address');
      return ofText(
        test.pattern.startsWith('*') ? 5 : 8,
        (text) => plainRecipients(text)?.every(fits) === true,
        (text) => maybeRecipients(text).some(fits),
      );
    }
    case 'program':
      return ofText(
        5 + test.words.length / 10,
        (text) => surelyProgram(text, test.words),
        (text) => maybeProgram(text, test.words),
      );
    default:
      return missingCase(test);
  }
}

function oneOf(values: readonly unknown[], narrowness: number): CompiledTest {
  const wanted = values.map((value) => {
    const form = canonicalForm(Buffer.from(JSON.stringify(value) ?? ''));
    if (!form.ok) throw new PatternFault('a value that cannot be compared');
    return inNfc(readTree(form.value));
  });
  const texts = new Set(wanted.filter((value) => typeof value !== 'object' || isNumber(value)).map(textOf));
  const equal = (value: Json): boolean => {
    const plain = inNfc(value);
    return wanted.some((one) => sameTree(one, plain));
  };
  return {
    surely: equal,
    maybe: (value) => equal(value) || textsIn(value).some((text) => texts.has(text.normalize('NFC'))),
    narrowness,
  };
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : printTree(value));

function inNfc(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFC');
  if (isList(value)) return value.map(inNfc);
  if (isObject(value))
    return new Map([...value].map(([key, member]) => [key.normalize('NFC'), inNfc(member)]));
  return value;
}

/** A text that climbs (`/docs/../../etc`) begins as it likes and leads elsewhere, so it never loosens. */
function matching(matches: Matcher, narrowness: number, mayClimb: boolean): CompiledTest {
  return ofText(
    narrowness,
    (text) => matches(text.normalize('NFC')) === true && (mayClimb || !climbs(text)),
    (text, call) => spellings(text, call).some((one) => matches(one.normalize('NFC')) !== false),
  );
}

/** The ways in which a text may be read, as a path too: what tightens is not got round by another spelling. */
function spellings(text: string, call: CallContext): readonly string[] {
  const decoded = decodedOnce(text) ?? text;
  const read = /[\\/]/.test(decoded) ? call.path(text) : undefined;
  const paths = read?.fault === undefined ? (read?.readings ?? []) : [];
  return [text, decoded, folded(decoded), ...paths.flatMap(({ path, real }) => [path, real])];
}

function range(min: number, max: number): CompiledTest {
  const within = (number: number): boolean => number >= min && number <= max;
  return {
    // A number that a double cannot hold may be rounded into the range.
    surely: (value) =>
      isNumber(value) && String(Number(value.number)) === value.number && within(Number(value.number)),
    maybe: (value) =>
      textsIn(value).some((text) => {
        const number = Number(text);
        return Number.isNaN(number) || within(number);
      }),
    narrowness: 4,
  };
}

function inFolder(name: string, places: Places): CompiledTest {
  const folder = places.folder(name);
  if (folder.real === undefined) throw new PatternFault('this is no folder with an absolute path');
  const depth = folder.real.split(/[\\/]/).filter((part) => part !== '').length;
  return ofText(
    5 + Math.min(depth, 90) / 100,
    (text, call) => places.inside(call.path(text), folder, call.effect),
    (text, call) => places.maybeInside(call.path(text), folder),
  );
}
