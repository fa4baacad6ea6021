/** An expected outcome: either a value, or a code for programs with one clear sentence for people. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly message: string };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <Code extends string>(code: Code, message: string) =>
  ({ ok: false, code, message }) as const;

/** Makes a `switch` over a closed set exhaustive: the compiler refuses a forgotten case. */
export function missingCase(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
