/** A value with the members of every object in the order of their names. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
}

/** JSON for people: members in order, two spaces, a line break at the end. One text for one policy. */
export const stableJson = (value: unknown): string => `${JSON.stringify(sorted(value), undefined, 2)}\n`;

/** JSON in ASCII, in one line and without a backslash but before `"` and `u`: what reg.exe passes on as it is. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(sorted(value))
    .replaceAll('\\\\', String.raw`\u005c`)
    .replaceAll(/[^\x20-\x7d]/g, (char) => String.raw`\u` + char.charCodeAt(0).toString(16).padStart(4, '0'));
}
