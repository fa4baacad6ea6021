import { nameWords } from '../effects/places.ts';
import { plainLetters } from '../shadowing/confusables.ts';
import { type Json, textMember } from './tree.ts';

/** What an argument asks for that a tool rarely needs (attack 9: out-of-scope parameters). */
export type Asked = 'conversation' | 'credentials' | 'system' | 'onlookers' | 'smuggling';

const WORDS: Readonly<Record<Asked, string>> = {
  conversation:
    'conversation history transcript chat messages dialogue dialog reasoning thoughts thinking memory memories user_messages last_message user_message user_request user_intent user_query original_request session_context full_context',
  credentials:
    'password passwd passphrase secret secrets token tokens apikey api_key credential credentials private_key privatekey ssh ssh_key seed mnemonic pin otp cookie cookies auth authorization bearer access_key signature',
  system:
    'system_prompt systemprompt system instructions prompt env environment env_vars environ dotenv model model_name tools tool_list available_tools mcp_config config_files hostname_info user_info user_context ssn',
  onlookers:
    'bcc cc webhook callback forward_to forward copy_to notify_url report_to redirect recipient_override',
  smuggling:
    'exfil exfiltrate exfil_to sidenote side_note sidecar note_to_self debug_info debug_context telemetry tracking beacon internal_context hidden context_data extra_context additional_context background_info context trust_level bypass bypass_safety bypass_filters bypass_validation skip_validation override override_safety override_instructions jailbreak jailbreak_mode admin_mode trust_mode emergency_override simulate_privilege skip_confirmation no_confirm disable_safety disable_checks behavior_mode',
};

const ASKED = new Map<string, Asked>();
for (const [asked, words] of Object.entries(WORDS) as [Asked, string][])
  for (const word of words.split(' ')) if (!ASKED.has(word)) ASKED.set(word, asked);

const SAYS: readonly (readonly [RegExp, Asked])[] = [
  [
    /\b(?:conversation|chat|message|dialogue) (?:history|so far|log|transcript|context)|\b(?:entire|full|whole|complete|previous|all) (?:conversation|chat|messages|context|dialogue)|\byour (?:reasoning|thoughts|thinking|instructions|context)|\bwhat the user (?:said|asked|wrote)|\buser'?s? (?:original |last |full |entire )?(?:message|request|prompt|question|query) (?:verbatim|in full|so far)/,
    'conversation',
  ],
  [
    /\b(?:password|api key|private key|secret key|access token|credentials?|seed phrase|ssh key|id_rsa)\b/,
    'credentials',
  ],
  [
    /\bsystem (?:prompt|message|instructions)|\benvironment variables?|\bcontents? of (?:the |your |any )?(?:\.env|file|~)|\bmodel (?:name|you are)|\blist of (?:available |all )?tools/,
    'system',
  ],
  [
    /\b(?:always|must) (?:include|be included|set|fill|pass)|\binternal (?:context|use)\b|\bfor telemetry\b/,
    'smuggling',
  ],
];

/**
 * What an argument of this name and description asks for, when it is something to look at twice. In a tool that is
 * `fresh`, words that honest tools use (context, reasoning, token) alone say nothing; added to an approved one they do.
 */
export function askedBy(name: string, schema: Json | undefined, fresh = false): Asked | undefined {
  const words = nameWords(plainLetters(name));
  for (let from = 0; from < words.length; from++)
    for (let to = words.length; to > from; to--) {
      const asked = ASKED.get(words.slice(from, to).join('_'));
      // One common word inside a longer name ("system_id", "prompt_name") asks for nothing.
      if (asked === undefined) continue;
      if (to - from === 1 && (fresh || words.length > 1) && LOOSE.has(words[from] as string)) continue;
      return asked;
    }
  // Two loose words of one kind: "conversation_history", "chat_messages".
  const kinds = words.map((word) => ASKED.get(word)).filter((kind) => kind !== undefined);
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) < i);
  if (twice !== undefined) return twice;
  const says = plainLetters((textMember(schema, 'description') ?? '').slice(0, 2000)).toLowerCase();
  return SAYS.find(([shape]) => shape.test(says))?.[1];
}

const LOOSE = new Set(
  'system prompt env environment model tools config context messages forward redirect tokens memory chat signature override secret pin seed history instructions hidden callback tracking token reasoning thoughts thinking thought messages dialogue transcript conversation forward cc bcc webhook telemetry memories cookies auth authorization password signature'.split(
    ' ',
  ),
);
