import { awsKeyId, endsInAA, holdsOpenAi, mixesCase, mixesDigits } from './checksums.ts';
import { type Row, rulesOf, type Verdict } from './rule.ts';

/** Clouds and models; as their makers document the forms. */
const ROWS: readonly Row[] = [
  { type: 'aws-key-id', forms: ['(AKIA|ASIA|ABIA|ACCA)%U{16}'], check: awsKeyId },
  [
    'aws-bedrock-key',
    'ABSK%b{100,300}',
    'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{0,4000}',
  ],
  ['aws-appsync-key', 'da2-%l{26}'],
  { type: 'gcp-api-key', forms: ['AIza%w{35}'], check: mixesCase },
  ['gcp-oauth-token', 'ya29.%w{30,2000}', 'ya29.[a-z]{1}.%w{30,2000}', '1//0%w{40,400}'],
  ['gcp-client-secret', 'GOCSPX-%w{28}'],
  { type: 'gemini-key', forms: ['AQ.Ab8%w{40,}'] },
  {
    type: 'azure-client-secret',
    lead: '[A-Za-z0-9_~.-]{4}',
    forms: ['Q~[A-Za-z0-9_~.-]{31,34}'],
    check: (value) => (/^...\d/.test(value) ? 'unknown' : 'refuted'),
  },
  // Azure's keys carry a mark of the service that made them, and a checksum behind it.
  {
    type: 'azure-key',
    lead: '%b{30,80}',
    forms: [
      '(AzSe|AzFu|AzCa|APIM|ACRT|AZDO|AAFh|AIoT|ASbE|AEhS|+ASt|+ACDb|+ABa|+AMC)[A-Za-z0-9+/]{3,8}[=]{0,2}',
    ],
    check: mixesCase,
  },
  { type: 'azure-key', lead: '%a{52}', forms: ['JQQJ99%a{20,30}'] },
  { type: 'digitalocean-token', forms: ['(dop|doo|dor)_v1_%h{62,64}'] },
  ['alibaba-key-id', 'LTAI%a{12,24}'],
  { type: 'tencent-key-id', forms: ['AKID%a{32}', 'AKID%a{48}'], check: mixesCase },
  ['yandex-key', 'AQVN%w{35,38}', 't1.[A-Za-z0-9_=-]{4,}.%w{86}[=]{0,2}'],
  ['ibm-key', 'ibm-%w{44}'],
  ['cloudflare-token', '(cfut|cfat|cfk)_%a{40}%h{8}', 'v1.0-%h{24}-%h{146}'],
  ['scaleway-key', 'SCW%U{17}'],
  ['oracle-token', 'ocidv1:%w{40,}'],
  ['facebook-token', '(EAAM|EAAC|EAAG|EAAB|EAAD|EAAJ)%a{100,400}'],

  { type: 'anthropic-key', forms: ['sk-ant-(api|admin|oat|ort|sid)%d{2}-%w{80,140}'], check: endsInAA },
  { type: 'openai-key', forms: ['sk-%w{40,300}'], check: holdsOpenAi },
  ['openrouter-key', 'sk-or-v1-%h{64}'],
  { type: 'deepseek-key', forms: ['sk-%h{32}'], near: ['deepseek', 'moonshot', 'dashscope', 'qwen', 'kimi'] },
  { type: 'openai-key', forms: ['sk-%a{48}'], near: ['openai'], check: mixesCase },
  { type: 'huggingface-token', forms: ['hf_%a{34}', 'api_org_%a{34}'], check: notSplitWords },
  ['groq-key', 'gsk_%a{52}'],
  ['xai-key', 'xai-%a{80}'],
  ['replicate-token', 'r8_%w{37}'],
  ['perplexity-key', "pplx-[A-Za-z0-9']{48}"],
  ['nvidia-key', 'nvapi-%w{60,70}'],
  ['langsmith-key', '(lsv2_pt|lsv2_sk)_%h{32}_%h{10}', 'ls__%h{32}'],
  ['langfuse-key', '(sk-lf|pk-lf)-%h{8}-%h{4}-%h{4}-%h{4}-%h{12}'],
  ['pinecone-key', 'pcsk_[A-Za-z0-9_]{60,80}'],
  { type: 'elevenlabs-key', forms: ['sk_%h{48}'] },
  ['voyage-key', 'pa-%w{43}'],
  ['jina-key', 'jina_%w{60,70}'],
  ['tavily-key', 'tvly-(dev-|prod-|)%a{30,40}'],
  ['firecrawl-key', 'fc-%h{32}'],
  ['e2b-key', 'e2b_%h{40}'],
  ['cerebras-key', 'csk-%l{48}'],
  { type: 'fireworks-key', forms: ['fw_%a{22,28}'], check: mixesCase },
  ['together-key', 'tgp_v1_%w{43}'],
  ['anyscale-key', 'esecret_%l{26}'],
  ['friendli-token', 'flp_%a{44,}'],
  ['baseten-key', 'baseten_%a{40,}'],
  ['wandb-key', 'wandb_v1_%w{60,}'],
  ['braintrust-key', 'bt-st-%a{40,}'],
  ['deepinfra-key', 'di_%a{40,}'],
  { type: 'cursor-key', forms: ['key_%h{64}', 'crsr_%h{64}'], check: mixesDigits },
];

/** An identifier in camel case is no random value. */
function notSplitWords(value: string): Verdict {
  const body = value.slice(value.lastIndexOf('_') + 1);
  const words = body.match(/[A-Z]?[a-z]{4,}/g)?.join('').length ?? 0;
  return words > body.length * 0.6 ? 'refuted' : 'unknown';
}

export const CLOUD_RULES = rulesOf(ROWS);
