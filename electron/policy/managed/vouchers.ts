import type { ManagedPolicy, Voucher } from '../../../shared/model/managed.ts';
import type { Launch } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isPlaceholder, isPlainSecret } from '../../catalog/identity/judge-environment.ts';
import { judgeLaunch } from '../../catalog/identity/judge-launch.ts';

/**
 * Whether an organisation answers for this version of something that a server offers: the server is the same to the
 * digest of what it is, whatever its name says, and so is the offered thing. Anything else is for a person.
 */
export function vouched(
  policy: ManagedPolicy | undefined,
  server: string,
  identityDigest: string,
  pinDigest: string,
): boolean {
  return vouchersFor(policy, server, identityDigest).some(({ pins }) => pins.includes(pinDigest));
}

/** What an organisation answers for of this server as it is now; the same id may have one for each kind of computer. */
export function vouchersFor(
  policy: ManagedPolicy | undefined,
  server: string,
  identityDigest: string,
): Voucher[] {
  return (policy?.vouchers ?? []).filter((one) => one.server === server && one.identity === identityDigest);
}

/** A server whose approved versions an administrator wants to answer for elsewhere. */
export interface ApprovedServer {
  readonly id: string;
  readonly launch: Launch;
  readonly identity: string;
  /** Digests of everything that is approved of it. */
  readonly pins: readonly string[];
}

/** Makes vouchers of approved servers; those that cannot travel are named with the reason. */
export function vouchersOf(servers: readonly ApprovedServer[]): {
  readonly vouchers: readonly Voucher[];
  readonly left: readonly { readonly server: string; readonly sentence: string }[];
} {
  const vouchers: Voucher[] = [];
  const left: { server: string; sentence: string }[] = [];
  for (const { id, launch, identity, pins } of servers) {
    const portable = portableLaunch(launch);
    if (!portable.ok) left.push({ server: id, sentence: portable.message });
    else if (pins.length === 0) left.push({ server: id, sentence: 'Nothing of it is approved.' });
    else
      vouchers.push({
        server: id,
        launch: portable.value,
        identity,
        pins: [...new Set(pins)].toSorted(),
      });
  }
  return { vouchers, left };
}

/**
 * A launch that may leave this computer: values that are or may be keys are empty, and a key among the arguments or in
 * the address, where it is part of what the server is, keeps it here.
 */
export function portableLaunch(launch: Launch): Result<Launch, 'secret'> {
  const bare: Launch = launch.transport === 'stdio' ? { ...launch, env: {} } : { ...launch, headers: {} };
  const { reasons } = judgeLaunch(bare, { platform: 'linux', trustedRegistries: [] });
  if (reasons.some(({ code }) => code === 'secret-in-plain' || code === 'credentials-in-url'))
    return fail('secret', 'A key stands in its command or address. Move it into the vault first.');
  const emptied = (
    values: Readonly<Record<string, string>>,
    keep: (name: string, value: string) => boolean,
  ) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, keep(name, value) ? value : '']));
  return ok(
    launch.transport === 'stdio'
      ? { ...launch, env: emptied(launch.env, isHarmless) }
      : { ...launch, headers: emptied(launch.headers, (_, value) => isPlaceholder(value)) },
  );
}

/** Short words, folders and addresses travel; what looks like a key, or like nothing in particular, does not. */
function isHarmless(name: string, value: string): boolean {
  if (isPlaceholder(value)) return true;
  return value.length <= 200 && !isPlainSecret(name, value) && !/[A-Za-z0-9+_=-]{20,}/.test(value);
}
