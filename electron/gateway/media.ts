const BOTH = 'application/json, text/event-stream';

/** Whether `Content-Type` is JSON, with or without parameters. A form or plain text (CORS-simple) is not. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  if (contentType === 'application/json') return true;
  const semicolon = contentType.indexOf(';');
  const essence = semicolon < 0 ? contentType : contentType.slice(0, semicolon);
  return essence.trim().toLowerCase() === 'application/json';
}

/**
 * Whether `Accept` allows JSON and an event stream, which one of them it will be being our choice. The transport
 * demands both to be listed; wildcards and a missing header (RFC 9110: anything goes) are read as consent.
 */
export function acceptsBoth(accept: string | undefined): boolean {
  if (accept === undefined || accept === BOTH) return true;
  const kinds = mediaTypes(accept);
  return allows(kinds, 'application/json') && allows(kinds, 'text/event-stream');
}

/** Whether `Accept` allows an event stream. */
export const acceptsEvents = (accept: string | undefined): boolean =>
  accept === undefined || allows(mediaTypes(accept), 'text/event-stream');

function allows(kinds: readonly string[], type: string): boolean {
  return (
    kinds.includes(type) || kinds.includes('*/*') || kinds.includes(`${type.slice(0, type.indexOf('/'))}/*`)
  );
}

function mediaTypes(accept: string): string[] {
  return accept.split(',').map((part) => (part.split(';', 1)[0] ?? '').trim().toLowerCase());
}
