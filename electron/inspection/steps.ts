/** Work that can be laid down for a while: it says how many characters it has read since it said so last. */
export type Steps<T> = Generator<number, T, void>;

/** Does it all without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
