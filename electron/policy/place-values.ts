import type { PlaceKind } from '../../shared/model/review.ts';
import { textsIn } from './arguments.ts';
import type { CallContext } from './call-context.ts';
import type { PathReading } from './places/read-path.ts';

/** One value in the arguments that says where a call acts. */
export interface PlaceValue {
  /** Where it stands. */
  readonly pointer: string;
  readonly kind: PlaceKind;
  /** Undefined where there is no text in it. */
  readonly text: string | undefined;
  /** For what names a file or folder. */
  readonly read: PathReading | undefined;
}

const isFileUri = (text: string): boolean => /^\s*file:/i.test(text);

/**
 * Every value of the call's places, also where it has another shape than expected; empty when the arguments cannot be
 * read. What a resource with a `file:` URI names counts, and so does a URL with that scheme.
 */
export function placeValues(call: CallContext): readonly PlaceValue[] {
  const { facts } = call;
  const found: PlaceValue[] = [];
  if (facts.kind === 'resource' && isFileUri(facts.name))
    found.push({ pointer: '/uri', kind: 'path', text: facts.name, read: call.path(facts.name.trim()) });
  for (const { pointer, kind } of facts.places) {
    const { values, blocked } = call.args.at(pointer);
    for (const one of blocked.length === 0 ? values : [...values, ...blocked]) {
      const texts = typeof one.value === 'string' ? [one.value] : textsIn(one.value);
      const isText = typeof one.value === 'string' || texts.length > 0;
      if (!isText) {
        if (one.value !== null) found.push({ pointer: one.pointer, kind, text: undefined, read: undefined });
        continue;
      }
      for (const text of texts) {
        const isPath = kind === 'path' || kind === 'folder' || (kind === 'url' && isFileUri(text));
        found.push({ pointer: one.pointer, kind, text, read: isPath ? call.path(text) : undefined });
      }
    }
  }
  return found;
}
