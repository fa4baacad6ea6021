import { kindTexts } from './kinds.ts';

/** Makers whose name is not the word with a capital letter. */
const AS_WRITTEN = new Map(
  `GitHub OpenAI AWS AppSync Atlas MongoDB DeepSeek ElevenLabs EasyPost GoCardless MaxMind PayPal SendGrid MailChimp
   HubSpot LangSmith LaunchDarkly OpenRouter OpenShift OneSignal PlanetScale PostHog PubNub PyPI npm JSR NuGet IBM E2B
   BitBucket CircleCI ClickHouse DigitalOcean DeepInfra FireCrawl NVIDIA RubyGems SettleMint WakaTime WorkOS xAI dotenv age`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
);
const OTHERWISE: Readonly<Record<string, string>> = {
  gcp: 'Google Cloud',
  huggingface: 'Hugging Face',
  newrelic: 'New Relic',
  onepassword: '1Password',
  frameio: 'Frame.io',
  fly: 'Fly.io',
  intra42: '42 Intra',
  wandb: 'Weights & Biases',
  together: 'Together AI',
  readme: 'ReadMe',
  // Not to be taken for the vault of Doorward.
  vault: 'HashiCorp Vault',
};

const TEXTS: Readonly<Record<string, string>> = kindTexts;
const OF = /^([a-z0-9-]+?)-((?:oauth-|client-|api-|webhook-)?(?:token|key|secret)|key-id|webhook|bearer)$/;

const vendorOf = (words: string): string =>
  words
    .split('-')
    .map((word) => AS_WRITTEN.get(word) ?? OTHERWISE[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

/**
 * What a type of finding is called in English: `github-token` is "GitHub token". A type without a name is told as it is,
 * with spaces for its dashes; it may be the name of somebody's mask, so show it as text.
 */
export function kindInEnglish(type: string): string {
  if (Object.hasOwn(TEXTS, type) && !/^(?:of-|list\.|sign\.)/.test(type)) return TEXTS[type] ?? type;
  const [, vendor, what] = OF.exec(type) ?? [];
  const text = what === undefined ? undefined : TEXTS[`of-${what}`];
  return vendor === undefined || text === undefined
    ? type.replaceAll(/[-_]/g, ' ')
    : text.replace('{{vendor}}', () => vendorOf(vendor));
}

/**
 * What gave a finding away, in English: `checksum`, `near iban`. A sign without words is told as it is. The word that
 * stood nearby is the text's own.
 */
export function signInEnglish(sign: string): string {
  const named = Object.hasOwn(TEXTS, `sign.${sign}`) ? TEXTS[`sign.${sign}`] : undefined;
  if (named !== undefined && !named.includes('{{')) return named;
  const [, kind, word = ''] = /^(near|alg) (.+)$/s.exec(sign) ?? [];
  return kind === undefined ? sign : (TEXTS[`sign.${kind}`] ?? sign).replace('{{word}}', () => word);
}
