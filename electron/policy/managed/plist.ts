import { fail, type Result } from '../../../shared/result.ts';
import { readBinaryPlist } from './plist-binary.ts';
import type { PlistValue } from './plist-value.ts';
import { readXmlPlist } from './plist-xml.ts';

/** Reads a property list, binary or XML. The message is the end of a sentence. */
export function readPlist(bytes: Buffer): Result<PlistValue, 'malformed'> {
  if (bytes.subarray(0, 6).toString('latin1') === 'bplist') return readBinaryPlist(bytes);
  const head = bytes
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (head.trimStart().startsWith('<')) return readXmlPlist(bytes);
  return fail('malformed', 'it is no property list');
}
