import type { IncomingHttpHeaders } from 'node:http';
import type { Envelope } from '../relay/exchange.ts';
import { bytesAt, membersOf, stringAt } from '../relay/framing/json-scan.ts';
import type { Message } from '../relay/message.ts';
import { decodeHeaderValue, NO_PARAMS, paramHeaders, trimmed } from './param-headers.ts';
import { badRequest, HEADER_MISMATCH, INVALID_PARAMS, type Refusal, UNSUPPORTED_VERSION } from './refusal.ts';

const STATELESS_VERSION = '2026-07-28';
const SUPPORTED_STATELESS = [STATELESS_VERSION];
/** What a session-era client may put into `MCP-Protocol-Version`. */
const SESSION_VERSIONS = new Set(['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07']);

const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';
const CLIENT_KEY = 'io.modelcontextprotocol/clientInfo';
const CAPABILITIES_KEY = 'io.modelcontextprotocol/clientCapabilities';
const LOG_LEVEL_KEY = 'io.modelcontextprotocol/logLevel';
const LOG_LEVELS = new Set(['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency']);

/** Which member of `params` the header `Mcp-Name` repeats, for the methods that have one. */
const NAME_MEMBER = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
  ['tasks/get', 'taskId'],
  ['tasks/update', 'taskId'],
  ['tasks/cancel', 'taskId'],
]);

export type Era =
  | { readonly era: 'session' }
  | {
      readonly era: 'stateless';
      readonly envelope: Envelope;
      readonly paramHeaders: Readonly<Record<string, string>>;
    }
  | { readonly era: 'refused'; readonly refusal: Refusal };

const SESSION: Era = { era: 'session' };
const refused = (refusal: Refusal): Era => ({ era: 'refused', refusal });

/** Revisions are dates, so the order of text is the order of time. */
export const namesStateless = (version: string | undefined): boolean =>
  version !== undefined && version >= STATELESS_VERSION;

/** Whether a session-era request may carry this `MCP-Protocol-Version`; absent is fine (2025-06-18 and later). */
export function sessionVersionProblem(version: string | undefined): Refusal | undefined {
  if (version === undefined || SESSION_VERSIONS.has(trimmed(version))) return undefined;
  return badRequest(
    -32000,
    `Unsupported protocol version: ${JSON.stringify(version.slice(0, 64))}. Supported: ${[...SESSION_VERSIONS].join(', ')}.`,
  );
}

/**
 * Decides by the body to which protocol generation a message belongs: the claim in `params._meta` makes it
 * stateless, `initialize` or no claim make it session era. Headers never decide, but must agree with the body, or
 * whatever reads only headers (proxies, filters) could be told another story (2026-07-28, HTTP transport).
 * For the session era it costs two look-ups.
 */
export function eraOf(message: Message, headers: IncomingHttpHeaders): Era {
  const sent = headers['mcp-protocol-version'];
  const claimed = message.meta?.has(VERSION_KEY) === true;
  if (!claimed && sent === undefined) return SESSION;
  if (message.kind === 'response') return SESSION;
  const version = typeof sent === 'string' ? trimmed(sent) : undefined;
  if (message.kind === 'notification')
    return claimed ? claimedNotification(message, version, headers) : unclaimed(message, version, headers);
  const handshake = message.method === 'initialize' && !validModernClaim(message);
  if (handshake) {
    if (!namesStateless(version)) return SESSION;
    return mismatch('MCP-Protocol-Version', 'initialize belongs to the revisions before 2026-07-28.');
  }
  if (claimed) return claimedRequest(message, version, headers);
  return unclaimed(message, version, headers);
}

function unclaimed(message: Message, version: string | undefined, headers: IncomingHttpHeaders): Era {
  if (version === undefined || !namesStateless(version)) return SESSION;
  if (message.kind === 'notification') {
    const problem = methodDiffers(message, headers);
    if (problem !== undefined) return problem;
    return SUPPORTED_STATELESS.includes(version) ? stateless(message, version) : unsupported(version);
  }
  const meta = message.meta;
  const missing =
    meta === undefined ? ['_meta'] : [VERSION_KEY, CAPABILITIES_KEY].filter((key) => !meta.has(key));
  return refused(
    badRequest(
      INVALID_PARAMS,
      `MCP-Protocol-Version names ${STATELESS_VERSION} or later, and the request lacks ${missing.join(', ')}.`,
      { envelope: { missing } },
    ),
  );
}

function claimedNotification(
  message: Message,
  version: string | undefined,
  headers: IncomingHttpHeaders,
): Era {
  const claim = claimedVersion(message);
  if (claim === undefined) return badEnvelope(VERSION_KEY, 'must be a string');
  if (version !== undefined && version !== claim)
    return mismatch('MCP-Protocol-Version', 'It differs from the version in the body.');
  const problem = namesStateless(claim) ? methodDiffers(message, headers) : undefined;
  if (problem !== undefined) return problem;
  return SUPPORTED_STATELESS.includes(claim) ? stateless(message, claim) : unsupported(claim);
}

function claimedRequest(message: Message, version: string | undefined, headers: IncomingHttpHeaders): Era {
  const problem = envelopeProblem(message);
  if (problem !== undefined) return badEnvelope(problem.key, problem.what);
  const claim = claimedVersion(message) ?? '';
  if (version !== undefined && version !== claim)
    return mismatch('MCP-Protocol-Version', 'It differs from the version in the body.');
  if (!SUPPORTED_STATELESS.includes(claim)) return methodDiffers(message, headers) ?? unsupported(claim);
  if (version === undefined) return mismatch('MCP-Protocol-Version', 'It is missing.');
  const wrong = methodProblem(message, headers) ?? nameProblem(message, headers);
  if (wrong !== undefined) return wrong;
  const params = paramHeaders(headers);
  if (typeof params === 'string') return mismatch(params, 'Its base64 is not valid.');
  return stateless(message, claim, params);
}

function stateless(message: Message, protocolVersion: string, params = NO_PARAMS): Era {
  const { bytes, meta } = message;
  const clientInfo = meta?.get(CLIENT_KEY);
  const clientCapabilities = meta?.get(CAPABILITIES_KEY);
  return {
    era: 'stateless',
    envelope: {
      protocolVersion,
      clientInfo: clientInfo && bytesAt(bytes, clientInfo),
      clientCapabilities: clientCapabilities && bytesAt(bytes, clientCapabilities),
      logLevel: stringAt(bytes, meta?.get(LOG_LEVEL_KEY)),
    },
    paramHeaders: params,
  };
}

const claimedVersion = (message: Message): string | undefined =>
  stringAt(message.bytes, message.meta?.get(VERSION_KEY));

function validModernClaim(message: Message): boolean {
  return namesStateless(claimedVersion(message)) && envelopeProblem(message) === undefined;
}

/** What is wrong with the required and the optional members of the envelope; clientInfo may be absent. */
function envelopeProblem(message: Message): { key: string; what: string } | undefined {
  const { bytes, meta } = message;
  if (meta === undefined) return { key: '_meta', what: 'is missing' };
  if (!meta.has(VERSION_KEY)) return { key: VERSION_KEY, what: 'is missing' };
  const capabilities = meta.get(CAPABILITIES_KEY);
  if (capabilities === undefined) return { key: CAPABILITIES_KEY, what: 'is missing' };
  if (claimedVersion(message) === undefined) return { key: VERSION_KEY, what: 'must be a string' };
  if (membersOf(bytes, capabilities) === undefined)
    return { key: CAPABILITIES_KEY, what: 'must be an object' };
  const info = meta.get(CLIENT_KEY);
  if (info !== undefined) {
    const members = membersOf(bytes, info);
    const named = (key: string): boolean => stringAt(bytes, members?.get(key)) !== undefined;
    if (!named('name') || !named('version'))
      return { key: CLIENT_KEY, what: 'must be an object with name and version' };
  }
  const level = meta.get(LOG_LEVEL_KEY);
  if (level !== undefined && !LOG_LEVELS.has(stringAt(bytes, level) ?? ''))
    return { key: LOG_LEVEL_KEY, what: 'must be one of the log levels' };
  return undefined;
}

function methodDiffers(message: Message, headers: IncomingHttpHeaders): Era | undefined {
  const sent = headers['mcp-method'];
  if (typeof sent !== 'string' || trimmed(sent) === message.method) return undefined;
  return mismatch('Mcp-Method', 'It differs from the method in the body.');
}

function methodProblem(message: Message, headers: IncomingHttpHeaders): Era | undefined {
  if (headers['mcp-method'] === undefined) return mismatch('Mcp-Method', 'It is missing.');
  return methodDiffers(message, headers);
}

function nameProblem(message: Message, headers: IncomingHttpHeaders): Era | undefined {
  const member = NAME_MEMBER.get(message.method);
  if (member === undefined) return undefined;
  const named = stringAt(message.bytes, message.params?.get(member));
  const sent = headers['mcp-name'];
  if (typeof sent !== 'string')
    return named === undefined ? undefined : mismatch('Mcp-Name', 'It is missing.');
  const decoded = decodeHeaderValue(sent);
  if (decoded === undefined) return mismatch('Mcp-Name', 'Its base64 is not valid.');
  if (named !== undefined && decoded !== named)
    return mismatch('Mcp-Name', `It differs from params.${member} in the body.`);
  return undefined;
}

const mismatch = (header: string, what: string): Era =>
  refused(
    badRequest(HEADER_MISMATCH, `The header ${header} and the body must agree. ${what}`, {
      mismatch: { header },
    }),
  );

const badEnvelope = (key: string, problem: string): Era =>
  refused(
    badRequest(INVALID_PARAMS, `params._meta: ${key} ${problem}.`, {
      envelope: { key, problem },
    }),
  );

const unsupported = (requested: string): Era =>
  refused(
    badRequest(
      UNSUPPORTED_VERSION,
      `Protocol version ${STATELESS_VERSION} is spoken here, not the requested one.`,
      {
        supported: SUPPORTED_STATELESS,
        requested,
      },
    ),
  );
