/** What can stand in a property list; undefined members are left out. */
export type PlistInput =
  string | number | boolean | readonly PlistInput[] | { readonly [name: string]: PlistInput | undefined };

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n';

/** Characters that XML cannot hold, not even as a reference. */
// eslint-disable-next-line no-control-regex -- These are the ones.
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Whether a value can be said in an XML property list without loss: no null, no characters that XML lacks. */
export function fitsPlist(value: unknown): value is PlistInput {
  if (typeof value === 'string') return value.isWellFormed() && !NO_XML.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(fitsPlist);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([name, one]) => fitsPlist(name) && (one === undefined || fitsPlist(one)),
  );
}

/** An XML property list, members in the order given. */
export function plistText(value: PlistInput): string {
  return `${HEAD}${element(value, '')}</plist>\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

function element(value: PlistInput, indent: string): string {
  const inner = `${indent}\t`;
  if (typeof value === 'string') return `${indent}<string>${escaped(value)}</string>\n`;
  if (typeof value === 'boolean') return `${indent}<${String(value)}/>\n`;
  if (typeof value === 'number') {
    const name = Number.isSafeInteger(value) ? 'integer' : 'real';
    return `${indent}<${name}>${String(value)}</${name}>\n`;
  }
  if (isList(value))
    return value.length === 0
      ? `${indent}<array/>\n`
      : `${indent}<array>\n${value.map((one) => element(one, inner)).join('')}${indent}</array>\n`;
  const members = Object.entries(value).flatMap(([name, one]) =>
    one === undefined ? [] : [`${inner}<key>${escaped(name)}</key>\n${element(one, inner)}`],
  );
  return members.length === 0
    ? `${indent}<dict/>\n`
    : `${indent}<dict>\n${members.join('')}${indent}</dict>\n`;
}

const isList = (value: PlistInput): value is readonly PlistInput[] => Array.isArray(value);
