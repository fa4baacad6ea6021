import type { MaskShape } from '../../../../shared/model/inspection.ts';
import { isNamed, MASK_NAME } from '../../../../shared/model/names.ts';

/** A mask while a person writes it. */
export interface MaskDraft {
  readonly name: string;
  readonly kind: 'pattern' | 'words';
  readonly pattern: string;
  /** One on each line. */
  readonly words: string;
  readonly ignoreCase: boolean;
  readonly way: MaskShape['way'];
  readonly replacement: string;
  readonly direction: MaskShape['direction'];
  /** None: all of them. */
  readonly servers: readonly string[];
  readonly clients: readonly string[];
  readonly tools: readonly string[];
  readonly restoreFor: readonly string[];
}

const NEW: MaskDraft = {
  name: '',
  kind: 'pattern',
  pattern: '',
  words: '',
  ignoreCase: false,
  way: 'reversible',
  replacement: '',
  direction: 'to-app',
  servers: [],
  clients: [],
  tools: [],
  restoreFor: [],
};

/** Where a person begins: with a mask that there is, or with an empty one. */
export function draftOf(mask: MaskShape | undefined): MaskDraft {
  if (mask === undefined) return NEW;
  const { find, scope = {} } = mask;
  return {
    name: mask.name,
    kind: 'words' in find ? 'words' : 'pattern',
    pattern: 'words' in find ? '' : find.pattern,
    words: 'words' in find ? find.words.join('\n') : '',
    ignoreCase: mask.ignoreCase === true,
    way: mask.way,
    replacement: mask.replacement ?? '',
    direction: mask.direction,
    servers: scope.servers ?? [],
    clients: scope.clients ?? [],
    tools: scope.tools ?? [],
    restoreFor: mask.restoreFor ?? [],
  };
}

/** Whether it says what is to be hidden. */
export const saysWhat = ({ kind, pattern, words }: MaskDraft): boolean =>
  (kind === 'pattern' ? pattern : words).trim() !== '';

/** The mask that was written; with another name where the one that was typed is none. */
export function maskOf(draft: MaskDraft, name = draft.name.trim()): MaskShape {
  const some = <K extends string>(key: K, list: readonly string[]) =>
    list.length === 0 ? {} : ({ [key]: [...list] } as Record<K, string[]>);
  const scope = {
    ...some('servers', draft.servers),
    ...some('clients', draft.clients),
    ...some('tools', draft.tools),
  };
  return {
    name,
    find:
      draft.kind === 'pattern'
        ? { pattern: draft.pattern }
        : {
            words: draft.words
              .split('\n')
              .map((word) => word.trim())
              .filter((word) => word !== ''),
          },
    ...(draft.ignoreCase ? { ignoreCase: true } : {}),
    way: draft.way,
    ...(draft.way === 'remove' && draft.replacement !== '' ? { replacement: draft.replacement } : {}),
    direction: draft.direction,
    ...(Object.keys(scope).length === 0 ? {} : { scope }),
    ...(draft.way === 'reversible' ? some('restoreFor', draft.restoreFor) : {}),
  };
}

/** The same for a trial: it needs no name yet. */
export function maskForTrial(draft: MaskDraft): MaskShape {
  const name = draft.name.trim();
  return maskOf(draft, isNamed(MASK_NAME, name) ? name : 'mask');
}
