type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * What a translation of a part of the English catalogue has: the same entries, and for a text that counts
 * (`…_one`, `…_other`) the forms that its language has; `…_other` always.
 */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translation<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer B}_other` ? `${B}_${Category}` : never]?: string;
};
