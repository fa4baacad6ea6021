import type { LaunchReason } from '../../../shared/model/review.ts';
import { isLocal, isPlainSecret, isPlaceholder } from './judge-environment.ts';
import { judgeUrl } from './judge-url.ts';
import { held, note, shorten } from './reason.ts';

/** Where keys and settings of the system lie. */
export const SENSITIVE =
  /(?:^|[\\/~])\.(?:ssh|aws|gnupg|kube|docker|netrc|npmrc|pypirc|git-credentials|azure|password-store)(?:[\\/]|$)|id_rsa|id_ed25519|id_ecdsa|^\/etc(?:\/(?:passwd|shadow|sudoers).*)?\/?$|^\/(?:root|proc|sys|boot)\/?$|login\.keychain|[\\/]Keychains(?:[\\/]|$)|[\\/]Microsoft[\\/](?:Credentials|Protect)|[\\/](?:Login Data|key4\.db|logins\.json)$|^[A-Za-z]:[\\/]Windows(?:[\\/]System32(?:[\\/]config)?)?[\\/]?$|[\\/]\.config[\\/](?:gcloud|gh)(?:[\\/]|$)/i;
const WHOLE_DISK = /^(?:\/|[A-Za-z]:[\\/]?)$/;
const HOME = /^(?:~|\$HOME|\$\{HOME\}|%USERPROFILE%|\/(?:home|Users)\/[^/]+|[A-Za-z]:\\Users\\[^\\]+)[\\/]?$/;
/** Flags that name a file with keys because that is what the server is for. */
const MEANT = /^--?kube-?config$/i;
const WEAKENED =
  /^--(?:allow-http|insecure|no-verify-ssl|no-sandbox|disable-web-security|ignore-https-errors|ignore-certificate-errors|accept-?insecure-?certs|skip-(?:tls|ssl)-verify|(?:tls|ssl)-skip-verify|insecure-skip-tls-verify|disable-ssl|no-check-certificate|no-auth|disable-auth)(?:=(?:true|1))?$|^--(?:dangerously|unsafe)[\w-]*$|^--(?:verify|ssl-verify|verify-ssl|tls-verify|strict-ssl)=(?:false|0|no)$/i;
const ANY_ADDRESS = /^(?:--(?:host|bind|listen|hostname|address)=)?(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/;
const PROXY = /^--(?:proxy|proxy-server|https?-proxy|all-proxy)$/;
const REGISTRY =
  /^--(?:[\w@-]+:)?(?:registry|reg|index|index-url|extra-index-url|default-index|find-links|source|add-source|config\.registry|proxy|proxy-server|https?-proxy)$|^-[if]$/;

/** What a program and everything behind it are told: folders that may be used, addresses, keys. */
export function judgeArguments(args: readonly string[]): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  const addresses = args.filter((arg) => /^https?:\/\//i.test(arg));
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const flag = arg.startsWith('-') ? arg.split('=', 1)[0] : undefined;
    const before = flag ?? (args[i - 1]?.startsWith('-') === true ? args[i - 1] : undefined) ?? '';
    const value = flag !== undefined && arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : arg;
    reasons.push(...judgePath(value, before));
    if (/^https?:\/\//i.test(value) && !REGISTRY.test(before)) reasons.push(...judgeUrl(value));
    if (PROXY.test(before) && value !== arg.split('=', 1)[0] && !isLocal(value))
      reasons.push(held('foreign-proxy', { address: shorten(value.replace(/\/\/[^@/]*@/, '//…@')) }));
    if (WEAKENED.test(arg) && !(arg === '--allow-http' && addresses.length > 0 && addresses.every(isHere)))
      reasons.push(held('weakened-security', { text: shorten(arg) }));
    if (ANY_ADDRESS.test(arg) && /^--|^-H$|^-b$/.test(flag === undefined ? (args[i - 1] ?? '') : arg))
      reasons.push(held('weakened-security', { text: shorten(arg) }));
    reasons.push(...judgeSecret(arg, value, args[i + 1]));
  }
  return reasons;
}

const isHere = (address: string): boolean => URL.canParse(address) && isLocal(new URL(address).origin);

function judgePath(value: string, flag: string): LaunchReason[] {
  const climbs = /^(?:\/|[A-Za-z]:[\\/]).*[\\/]\.\.(?:[\\/]|$)/.test(value) && /(?:[\\/]\.\.){2}/.test(value);
  if (SENSITIVE.test(value))
    return [(MEANT.test(flag) ? note : held)('sensitive-path', { path: shorten(value) })];
  if (WHOLE_DISK.test(value) || climbs) return [held('sensitive-path', { path: shorten(value) })];
  return HOME.test(value) ? [note('sensitive-path', { path: shorten(value) })] : [];
}

function judgeSecret(arg: string, value: string, next: string | undefined): LaunchReason[] {
  const flag = /^-{1,2}([\w-]{2,60})(?:=(.*))?$/s.exec(arg);
  const secret = flag === null ? undefined : (flag[2] ?? next);
  if (
    flag !== null &&
    secret !== undefined &&
    !secret.startsWith('-') &&
    isPlainSecret(flag[1] as string, secret)
  )
    return [held('secret-in-plain', { name: `--${flag[1] as string}` })];
  if (isPlainSecret('', value)) return [held('secret-in-plain', { name: shorten(arg.slice(0, 12)) })];
  const header = /^(?:authorization|x-api-key|cookie)\s*[:=]\s*(\S.{5,})$/is.exec(value)?.[1];
  return header !== undefined && !isPlaceholder(header)
    ? [held('secret-in-plain', { name: 'Authorization' })]
    : [];
}
