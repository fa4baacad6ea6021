import { charSet } from './char-set.ts';

/** Where a form says nothing, the maker's name and the length do: `heroku` and a UUID. */
export interface Shape {
  /** `w40` in the table: 40 characters of base64url. */
  readonly set: Uint8Array;
  readonly min: number;
  readonly max: number;
  readonly uuid: boolean;
}

/**
 * Words of names and the shapes of that maker's credentials: `uuid`, or a set and a length. Sets: `d` digits, `h`
 * hexadecimal, `a` letters and digits, `w` base64url, `b` base64, `q` a loose set with `=` and `.`.
 */
const TABLE: Readonly<Record<string, string>> = {
  adafruit: 'w32',
  adobe: 'h32',
  airtable: 'a17',
  alibaba: 'a30',
  aliyun: 'a30',
  algolia: 'a32',
  amplitude: 'h32',
  appdynamics: 'uuid',
  artifactory: 'a64-73',
  asana: 'd16 a32',
  assemblyai: 'h32',
  atlassian: 'a24',
  auth0: 'w64 w32',
  aws: 'b40',
  azure: 'a52 h32 b88 w40 a84',
  beamer: 'w46',
  bitbucket: 'a32 w64',
  bitly: 'h40',
  bittrex: 'a32',
  bugsnag: 'h32',
  calendly: 'w40-64',
  circleci: 'h40',
  clearbit: 'h32',
  clickup: 'w40-60',
  cloudant: 'h64 a24',
  cloudflare: 'h37 w40',
  cloudinary: 'w27',
  co: 'a40',
  codacy: 'h32',
  codecov: 'a32 uuid',
  codeclimate: 'h64',
  cohere: 'a40',
  coinbase: 'w64',
  confluence: 'a24',
  confluent: 'a16 b64',
  consul: 'uuid',
  contentful: 'w43',
  coveralls: 'a37',
  datadog: 'h32 a40',
  dd: 'h32 h40',
  deepgram: 'h40',
  digitalocean: 'h64',
  discord: 'd17-19 h64 w32',
  drone: 'a32',
  droneci: 'a32',
  dropbox: 'a15',
  etherscan: 'a34',
  etsy: 'a24',
  facebook: 'h32',
  fastly: 'w32 q32',
  fb: 'h32',
  finicity: 'h32 a20',
  finnhub: 'a20',
  firebase: 'w140-180',
  flickr: 'a32 a16',
  freshbooks: 'a64',
  freshdesk: 'a20',
  gh: 'h40',
  giphy: 'a32',
  github: 'h40',
  gitlab: 'w20',
  gitter: 'w40',
  grafana: 'w64-90',
  heroku: 'uuid',
  hetzner: 'a64',
  hubspot: 'uuid',
  ibm: 'w44',
  infura: 'h32',
  intercom: 'q60',
  ipstack: 'h32',
  jfrog: 'a64-73',
  jira: 'a24',
  kraken: 'b60-90 q60-90',
  kucoin: 'h24 uuid',
  linear: 'h32',
  linkedin: 'a14 a16',
  linode: 'h64',
  looker: 'a20 a24',
  mailgun: 'h32 y50',
  mailjet: 'h32',
  mapquest: 'a32',
  mattermost: 'a26',
  maxmind: 'w40 a16',
  meraki: 'h40',
  message: 'a25',
  messagebird: 'a25 uuid',
  mistral: 'a32',
  mixpanel: 'h32',
  monday: 'w100-300',
  netlify: 'w40-46 q40-46',
  newrelic: 'a64 h40',
  npm: 'uuid',
  nytimes: 'a32',
  okta: 'w42',
  openweather: 'h32',
  openweathermap: 'h32',
  opsgenie: 'uuid',
  pagerduty: 'w20',
  paypal: 'w80',
  pinecone: 'uuid',
  plaid: 'a24 a30',
  pingdom: 'w64',
  postmark: 'uuid',
  pushover: 'a30',
  rapidapi: 'w50',
  recaptcha: 'w40',
  rollbar: 'h32',
  sauce: 'uuid',
  segment: 'a32',
  sendbird: 'h40 uuid',
  sentry: 'h64 h32',
  shodan: 'a32',
  slack: 'a24 h32',
  snyk: 'uuid',
  softlayer: 'a64',
  sonar: 'a40',
  sonarqube: 'a40',
  sonarcloud: 'a40',
  spotify: 'h32',
  square: 'w60',
  squarespace: 'uuid',
  stability: 'w48',
  sumo: 'a14 a64',
  sumologic: 'a14 a64',
  supabase: 'h40',
  telnyx: 'w58',
  tmdb: 'h32',
  travis: 'a22',
  trello: 'a32 h64 a31 h32',
  twilio: 'h32',
  twitch: 'a30',
  twitter: 'a25 a45 a50',
  vercel: 'a24',
  virustotal: 'h64',
  vultr: 'a36',
  wandb: 'h40',
  weatherapi: 'h31',
  xray: 'a64-73',
  yandex: 'w40',
  zendesk: 'a40',
  zoho: 'h32',
  zoom: 'w22 w32',
};

const SETS: Readonly<Record<string, string>> = {
  a: 'A-Za-z0-9',
  b: 'A-Za-z0-9+/=',
  d: '0-9',
  h: 'a-fA-F0-9',
  q: 'A-Za-z0-9+/=_.-',
  w: 'A-Za-z0-9_-',
  y: 'a-f0-9-',
};

/** For each set a bit, and for each character the sets that it belongs to. */
const BITS = new Uint8Array(128);
Object.values(SETS).forEach((spec, n) =>
  charSet(spec).forEach((isIn, c) => (BITS[c] = (BITS[c] ?? 0) | (isIn << n))),
);
const bitOf = (set: string): number => 1 << Object.keys(SETS).indexOf(set);

const UUID_LENGTH = 36;
const LONGEST = 300;
/** For each length the sets of the shapes that have it. */
const LENGTHS = new Uint8Array(LONGEST + 1);

function shapes(text: string): Shape[] {
  return text.split(' ').map((one) => {
    const [, set = 'h', min = '0', max] = /^([a-z])(\d+)(?:-(\d+))?$/.exec(one) ?? [];
    const shape = {
      set: charSet(SETS[set] as string),
      min: Number(min),
      max: Number(max ?? min),
      uuid: one === 'uuid',
    };
    for (let n = shape.min; n <= shape.max; n++) LENGTHS[n] = (LENGTHS[n] ?? 0) | bitOf(set);
    return shape;
  });
}

const VENDORS = new Map(Object.entries(TABLE).map(([name, text]) => [name, shapes(text)]));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the value has the length and the characters of any maker's: most have none. */
export function couldBeVendors(value: string): boolean {
  const { length } = value;
  if (length === UUID_LENGTH) return true;
  let sets = LENGTHS[length] ?? 0;
  for (let i = 0; i < length && sets !== 0; i++) sets &= BITS[value.charCodeAt(i)] ?? 0;
  return sets !== 0;
}

/** The maker that the words of a name speak of (`github`; `new`, `relic`), where the value has one of its shapes. */
export function vendorOf(words: readonly string[], value: string): string | undefined {
  for (let n = 0; n < words.length; n++) {
    const one = words[n] as string;
    if (!mayBegin(one, words[n + 1])) continue;
    const two = one + (words[n + 1] ?? '');
    for (const name of [one, two])
      if (VENDORS.get(name)?.some((shape) => fits(shape, value)) === true) return name;
  }
  return undefined;
}

/** The first two letters of the names: what most words are ruled out by. */
const BEGINNINGS = new Set(Array.from(VENDORS.keys(), (name) => name.slice(0, 2)));

const mayBegin = (one: string, next = ''): boolean =>
  BEGINNINGS.has(one.length > 1 ? one.slice(0, 2) : one + next.slice(0, 1));

function fits(shape: Shape, value: string): boolean {
  if (shape.uuid) return UUID.test(value);
  if (value.length < shape.min || value.length > shape.max) return false;
  for (let i = 0; i < value.length; i++) if (shape.set[value.charCodeAt(i)] !== 1) return false;
  return true;
}
