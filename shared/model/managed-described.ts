import { z } from 'zod';

/** One line of text without control characters. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'One line of text without control characters.');

/** The members of a shape with a description each: contracts that are reused here say nothing about themselves. */
export function described<Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
  texts: Readonly<Partial<Record<keyof Shape, string>>>,
): Shape {
  const named = Object.entries(shape).map(([key, schema]) => {
    const text = texts[key];
    return [key, text === undefined ? schema : schema.describe(text)];
  });
  return Object.fromEntries(named) as Shape;
}
