import { stems } from './words.ts';

// The words of the grammar in `orders.ts`, as stems. Grouped by the part they play in an order to a model.

/** What an order does to earlier orders and to safety. */
export const OVERRIDES = stems(
  'ignore disregard forget override bypass discard neglect circumvent skip disable suspend dismiss overrule',
  'supersede violate evade unlearn',
);
export const RULES = stems(
  'instruction instructions rule rules guideline guidelines directions directive directives prompt prompts',
  'constraint constraints restriction restrictions policy policies safeguard safeguards guardrail guardrails filter',
  'filters filtering check checks programming training protocol protocols safety sanitization validation',
  'confirmation authorization alignment',
);
export const RULE_OWNERS = stems(
  'previous prior earlier above preceding all any your system safety security content user original initial',
  'existing former past developer ethical every',
);

/** Who an order is hidden from. */
export const PEOPLE = stems(
  'user users human humans person people anyone anybody customer operator owner them him her admin',
);
export const TELLING = stems(
  'mention tell inform notify disclose reveal alert warn show ask say acknowledge explain announce discuss display',
  'report expose confirm share bother',
);
export const STEALTH = stems(
  'secretly covertly stealthily surreptitiously discreetly unnoticed undetected invisibly',
);
export const QUIET = stems('silently quietly automatically transparently');

export const SENDING = stems(
  'send post upload forward transmit email mail bcc cc relay ship push deliver copy share publish submit stream beacon',
  'mirror transfer pipe report pass route redirect append include embed attach write log record sync return output',
  'dump paste insert put provide supply reveal print disclose leak exfiltrate',
);
/** Those of them that carry something away rather than put it somewhere in an answer. */
export const CARRYING = stems(
  'send post upload forward transmit email mail bcc relay ship push deliver publish submit stream beacon mirror pipe',
  'leak exfiltrate copy report sync share transfer route redirect proxy notify call contact',
);
export const STEALING = stems('exfiltrate exfil siphon smuggle harvest steal exfiltration skim keylog');
export const TAKING = stems(
  'read open load cat get fetch retrieve collect gather access extract list dump print output reveal include pass',
  'attach append embed copy put provide supply insert add paste encode send return quote recite repeat scan grab',
  'capture record summarize reproduce contain fill set use store save decode find look',
);

/** What nobody's tool has a reason to speak of; matched in the plain text. */
export const TREASURES: readonly string[] = [
  '.ssh',
  'id_rsa',
  'id_ed25519',
  'authorized_keys',
  '/etc/passwd',
  '/etc/shadow',
  '/etc/hosts',
  '.aws/',
  '.kube/',
  '.gnupg',
  '.netrc',
  '.npmrc',
  '.pypirc',
  '.bash_history',
  '.zsh_history',
  '.bashrc',
  '.zshrc',
  '.docker/config',
  '.git-credentials',
  '.cursor',
  'mcp.json',
  'claude_desktop_config',
  '.env file',
  '.env ',
  'seed phrase',
  'recovery phrase',
  'mnemonic phrase',
  'keychain',
  'system prompt',
  'system message',
  'system instructions',
  'hidden instructions',
  'conversation history',
  'chat history',
  'message history',
  'previous messages',
  'entire conversation',
  'full conversation',
  'whole conversation',
  'conversation so far',
  'private information',
  'browser cookies',
  'session cookie',
  'saved passwords',
  'wallet.dat',
  'cookies.sqlite',
  'login data',
];

/** What tools may speak of, and only its being taken or sent is an order. */
export const VALUABLES: readonly string[] = [
  'api key',
  'api_key',
  'apikey',
  'access token',
  'auth token',
  'session token',
  'bearer token',
  'refresh token',
  'credential',
  'password',
  'passphrase',
  'secret key',
  'private key',
  'environment variable',
  'env var',
  'cookies',
  'personal data',
  'personal information',
  'sensitive data',
  'sensitive information',
  'confidential',
  'credit card',
  'bank account',
  'social security',
  "user's message",
  "user's file",
  "user's last message",
  "user's email",
  'user messages',
  'every message',
  'all messages',
  'all emails',
  'contact list',
  'phone contacts',
  'all data',
  'context window',
  'your instructions',
  'these instructions',
  'prior context',
  'tool outputs',
  'available tools',
  'list of tools',
  'other tools',
  'reasoning',
  'model name',
  'transcript',
];

/** What people are tricked into typing. */
export const PERSONAL: readonly string[] = [
  'cvv',
  'cvc',
  'one-time code',
  'one-time password',
  'otp',
  'card number',
  'pin code',
  '2fa',
  'social security',
  'security code',
  'recovery code',
  'date of birth',
];

/** Places outside, as words; URLs and addresses are found by their shape. */
export const OUTSIDE: readonly string[] = [
  'external',
  'attacker',
  'third-party server',
  'third party server',
  'remote server',
  'remote host',
  'remote endpoint',
  'remote url',
  'collector',
  'collection endpoint',
  'collection server',
  'analytics endpoint',
  'telemetry endpoint',
  'analytics server',
  'logging endpoint',
  'logging server',
  'logging service',
  'webhook',
  'our server',
  'our endpoint',
  'our api',
  'drop site',
  'c2 ',
  'pastebin',
  'ngrok',
  'burpcollaborator',
  'requestbin',
  'http://',
  'https://',
];

/** Ways of running something; matched in the plain text. */
export const SHELL: readonly string[] = [
  'curl -',
  'curl http',
  'wget http',
  'wget -',
  'rm -rf',
  'rm -r ',
  'rm -f',
  'chmod +x',
  'chmod 777',
  'chmod -r',
  'chmod 0',
  '| sh',
  '|sh',
  '| bash',
  '|bash',
  '/bin/sh',
  '/bin/bash',
  '/dev/tcp/',
  'nc -e',
  'ncat ',
  'base64 -d',
  'base64 --decode',
  'invoke-expression',
  'iex(',
  'powershell -e',
  'child_process',
  'os.system',
  'subprocess.',
  'eval(atob',
  'mkfifo',
  'crontab',
  'xp_cmdshell',
  'drop table',
];

/** Tampering with what others do or say. */
export const TAMPERING = stems(
  'replace substitute intercept reroute divert redirect modify alter tamper change override overwrite hijack proxy',
  'spoof impersonate rewrite',
);
export const TAMPERED = stems(
  'recipient recipients destination result results output outputs response responses answer answers amount value',
  'values behavior behaviour request requests call calls address addresses payee beneficiary account parameter',
  'parameters arguments query queries clause emails',
);
export const OBLIGATION = stems(
  'must always never mandatory required shall should first every whenever need necessary please',
);
