import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ManagedPolicy, managedVoucher, type Voucher } from '../../../shared/model/managed.ts';
import { type Launch, launch as launchShape, serverId } from '../../../shared/model/server.ts';
import { effect } from '../../../shared/model/review.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { finding } from '../../../shared/texts/managed.ts';
import { stableJson } from './exporters/stable-json.ts';
import { readJson } from './parse.ts';
import { portableLaunch } from './vouchers.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = (max: number) => z.string().max(max);
const common = {
  version: z.literal(1),
  server: serverId,
  launch: launchShape,
  /** Digest of what the server is. */
  identity: sha256,
  /** What the person says about it. */
  reason: text(2000),
  /** Milliseconds since the epoch. */
  at: z.int().min(0),
};

/** What a person asks IT for, as the file says it. */
const requestFile = z.discriminatedUnion('kind', [
  /** A server with everything that it offers now. */
  z.strictObject({ ...common, kind: z.literal('server'), pins: z.array(sha256).min(1).max(5000) }),
  /** One tool, new or changed. */
  z.strictObject({ ...common, kind: z.literal('tool'), tool: text(500), effect, pin: sha256 }),
]);
export type RequestFile = z.infer<typeof requestFile>;
type About<T> = T extends unknown ? Omit<T, 'version'> : never;
/** What is asked for, with the launch as it is on this computer. */
export type RequestAbout = About<RequestFile>;

/** A request that a person can send. */
export interface ItRequest {
  readonly fileName: string;
  readonly json: string;
  /** Whom the organisation names, when that is one e-mail address and nothing else. */
  readonly to: string | undefined;
}

/**
 * Makes a request for IT of something that only it can approve, so that nothing ends where nobody can. Keys stay here:
 * values of variables and headers are emptied, and a key in the command or address is refused. Texts of a server are
 * shown with their invisible characters drawn.
 */
export function makeRequest(about: RequestAbout, policy: ManagedPolicy | undefined): Result<ItRequest> {
  const portable = portableLaunch(about.launch);
  if (!portable.ok) return portable;
  const parsed = requestFile.safeParse({ ...about, version: 1, launch: withoutLogin(portable.value) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(
      'malformed',
      `The request cannot be made: ${finding(issue?.path ?? [], issue?.message ?? '')}.`,
    );
  }
  const request = parsed.data;
  const json = stableJson(request);
  const name = createHash('sha256').update(json).digest('hex').slice(0, 8);
  return ok({
    fileName: `doorward-request-${request.server}-${name}.json`,
    json,
    to: addressOf(policy),
  });
}

/**
 * The voucher that answers a request: the organisation takes over what its administrators have looked at. They check it
 * like any policy; the request itself approves nothing. `about` says in words what would count as reviewed.
 */
export function voucherFromRequest(
  bytes: Buffer,
): Result<{ readonly voucher: Voucher; readonly about: string }, 'malformed'> {
  const read = readJson(bytes);
  if (!read.ok) return fail('malformed', `This is no request: ${read.message}.`);
  const parsed = requestFile.safeParse(read.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail('malformed', `This is no request: ${finding(issue?.path ?? [], issue?.message ?? '')}.`);
  }
  const { server, launch, identity, ...request } = parsed.data;
  const pins = request.kind === 'tool' ? [request.pin] : [...new Set(request.pins)].toSorted();
  const voucher = managedVoucher.safeParse({ server, launch, identity, pins });
  return voucher.success
    ? ok({ voucher: voucher.data, about: subjectOf(parsed.data) })
    : fail('malformed', 'This is no request: its server cannot be vouched for.');
}

/** A policy with one more voucher; those of the same server as it is now become one. */
export function withVoucher(policy: ManagedPolicy, voucher: Voucher): ManagedPolicy {
  const same = (one: Voucher): boolean => one.server === voucher.server && one.identity === voucher.identity;
  const others = policy.vouchers ?? [];
  const pins = [...others.filter(same), voucher].flatMap((one) => one.pins);
  return {
    ...policy,
    vouchers: [...others.filter((one) => !same(one)), { ...voucher, pins: [...new Set(pins)].toSorted() }],
  };
}

function withoutLogin(launch: Launch): Launch {
  if (launch.transport !== 'http' || !URL.canParse(launch.url)) return launch;
  const url = new URL(launch.url);
  return { ...launch, url: `${url.protocol}//${url.host}${url.pathname}` };
}

function subjectOf(request: RequestFile): string {
  return request.kind === 'server'
    ? `the server "${request.server}" with what it offers (${request.pins.length})`
    : `the tool "${drawn(request.tool)}" of the server "${request.server}"`;
}

/** One line with every character that nobody sees drawn as its number. */
function drawn(given: string): string {
  return given
    .slice(0, 200)
    .replaceAll(
      /[\p{C}\p{Zl}\p{Zp}]/gu,
      (char) => `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}

/** One address, so that nothing else of a message can be written into it. */
const MAIL = /^[\w.!#$%'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\.)*[a-z0-9-]{1,63}$/i;

function addressOf(policy: ManagedPolicy | undefined): string | undefined {
  const contact = policy?.organisation?.contact?.trim() ?? '';
  return MAIL.test(contact) ? contact : undefined;
}
