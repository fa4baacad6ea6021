import { createHash } from 'node:crypto';
import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { MACOS_DOMAIN } from '../places.ts';
import { policyDigest } from '../parse.ts';
import { WHOLE_POLICY } from '../whole-policy.ts';
import { fitsPlist, type PlistInput, plistText } from './plist-text.ts';
import { asciiJson, sorted } from './stable-json.ts';

type Members = { readonly [name: string]: PlistInput };

/** A persistent alert, which stays until somebody deals with it. */
const ALERT_STAYS = 2;

/**
 * A configuration profile for macOS: the policy as forced values of the app, the permission to start with the session,
 * and its notifications. The same policy always makes the same file, so that installing it again changes nothing.
 */
export function mobileconfigText(policy: ManagedPolicy): string {
  const digest = policyDigest(policy);
  const payload = (type: string, name: string, content: Members): PlistInput => ({
    PayloadDisplayName: name,
    PayloadIdentifier: `${MACOS_DOMAIN}.${type}`,
    PayloadType: type,
    PayloadUUID: uuid(`${digest} ${type}`),
    PayloadVersion: 1,
    ...content,
  });
  return plistText({
    PayloadContent: [
      payload(MACOS_DOMAIN, 'Doorward', values(policy)),
      payload('com.apple.servicemanagement', 'Doorward at login', {
        Rules: [
          {
            Comment: 'Doorward starts with the session.',
            RuleType: 'BundleIdentifier',
            RuleValue: MACOS_DOMAIN,
          },
        ],
      }),
      payload('com.apple.notificationsettings', 'Notifications of Doorward', {
        NotificationSettings: [
          {
            AlertType: ALERT_STAYS,
            BadgesEnabled: true,
            BundleIdentifier: MACOS_DOMAIN,
            CriticalAlertEnabled: false,
            NotificationsEnabled: true,
            ShowInLockScreen: false,
            ShowInNotificationCenter: true,
            SoundsEnabled: false,
          },
        ],
      }),
    ],
    PayloadDescription: 'What Doorward may do on this computer.',
    PayloadDisplayName: 'Doorward',
    PayloadIdentifier: `${MACOS_DOMAIN}.profile`,
    ...(policy.organisation === undefined ? {} : { PayloadOrganization: policy.organisation.name }),
    PayloadRemovalDisallowed: true,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuid(`${digest} profile`),
    PayloadVersion: 1,
  });
}

/** The policy as values of its own; as one JSON text where a property list cannot say all of it. */
function values(policy: ManagedPolicy): Members {
  const whole = sorted(policy);
  return fitsPlist(whole) ? (whole as Members) : { [WHOLE_POLICY]: asciiJson(policy) };
}

/** A name-based UUID (RFC 9562, version 8). */
function uuid(name: string): string {
  const bytes = createHash('sha256').update(`doorward ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
