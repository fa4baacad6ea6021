import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Template } from './template.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const HOST_PART = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

/**
 * The address of a server with what a person said in it. Each value stays in its place: in the host it may only be a
 * part of a name or a port, elsewhere it is percent-encoded. Attack: a value such as `evil.example/?` or `x@evil` that
 * leads what is sent, and the key in a header with it, to somebody else. Refused too: an address that is neither https
 * nor on this computer, and one with a login in it.
 */
export function fillAddress(
  template: Template,
  valueOf: (input: string) => string | undefined,
): Result<string> {
  let text = '';
  for (const part of template) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = valueOf(part.input);
    if (value === undefined) return fail('usage', 'A part of its address is missing.');
    const inHost = /^[a-z]+:\/\/[^/?#]*$/i.test(text);
    if (inHost ? !HOST_PART.test(value) : /^\.{1,2}$|(?:^|\/)\.{1,2}(?:\/|$)/.test(value))
      return fail('usage', 'A part of its address holds characters that would lead elsewhere.');
    text += inHost
      ? value
      : value
          .split('/')
          .map(encodeURIComponent)
          .join(text.includes('?') ? '%2F' : '/');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return fail('malformed', 'It has no address.');
  if (url.username !== '' || url.password !== '')
    return fail('refused', 'Its address holds a login, which everybody could read.');
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    return fail('refused', 'Its address begins with http: what is sent to it would not be encrypted.');
  return ok(text);
}
