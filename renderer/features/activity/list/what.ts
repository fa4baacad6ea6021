import type { CallSummary } from '../../../../shared/model/log.ts';

/** What was asked for, as two texts: the method where it is not simply a tool's call, and the name. */
export interface What {
  readonly method: string | undefined;
  readonly name: string | undefined;
}

/** A tool is known by its name; everything else by its method and, where it has one, its name. */
export function whatOf({ method, name }: Pick<CallSummary, 'method' | 'name'>): What {
  if (method === 'tools/call' && name !== '') return { method: undefined, name };
  return { method, name: name === '' ? undefined : name };
}
