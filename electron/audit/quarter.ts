/** A quarter of an hour: every time zone begins its hours at the beginning of one. */
export const quarterMs = 900_000;
