import type { Reading } from './signal.ts';

// Marks that speak in the voice of the system around a conversation. Texts about models and ordinary markup have some
// of them, so only those of chat formats weigh enough alone.

const TOKENS =
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|end_header_id|eot_id|begin_of_text)\|>|\[\/?INST\]|<<\/?SYS>>|#{2,6}\s{0,2}\(?(?:new )?system[ _]?(?:message|prompt|instructions?|override)\b|\[system\]\(#|<\/(?:tool_results?|function_results?|tool_response|context|documents?|data|results?|untrusted\w{0,20})>\s{0,4}<(?:user|system|human|assistant|instructions?)>/i;
const HEADINGS =
  /#{2,6}\s{0,2}(?:new )?(?:system|instructions?)\s{0,2}:|\[\s?\/?\s?(?:(?:[a-z]{1,12} ){0,2}(?:system|assistant|hidden|admin) (?:directive|override|instructions?|message|prompt|note)|system|shadow|hidden instruction|urgent|assistant instructions?)\s?\]|\[(?:[a-z]{1,14} ){0,2}(?:directive|override|instructions?)\]\s?:/i;
const SHOUTED =
  /\b(?:SYSTEM|SECURITY|ADMIN|DEVELOPER|SAFETY|EMERGENCY|INSTRUCTION|ROLE|MODE)(?: [A-Z]{2,14}){0,2} (?:OVERRIDE|DIRECTIVE|BYPASS|MODE|INJECTION)\b|\bSYSTEM (?:NOTE|NOTICE|MESSAGE|INSTRUCTION|PROMPT|ALERT)S?\s?:/;
const TAGS =
  /<\s?\/?\s?(?:important|system|secret|hidden|information|instructions?|admin|override|system[_-](?:message|prompt|note|reminder|mode)|system mode|internal|confidential|directive|critical|urgent|mandatory|now entering [a-z ]{2,40})\s?>/i;
/** The end of what was given, and somebody else speaking after it. */
const BREAKS =
  /(?:---|===|###|\*\*\*) ?end of (?:the )?(?:document|file|text|e-?mail|context|results?|data|input|page|content)\b|\bnew (?:user |system )?(?:message|request|input|prompt|query)\s?:|"role"\s?:\s?"(?:system|developer)"/i;
/** Tags that claim to have switched something. */
const MODES =
  /<\s?\/?\\?\s?(?:now entering [a-z ]{2,40}|(?:[a-z]{2,12}[ _-]){0,2}(?:override|system|developer|admin|jailbreak)[ _-]mode|[a-z ]{0,20}override)\b[^<>]{0,40}>/i;
const SPEAKER = /(?:^|[\n"'>([-])\s{0,4}(?:SYSTEM|System|ADMIN|ASSISTANT)\s?:\s?(?=\S)/;
const ORDERED =
  /\b(?:you|must|always|never|ignore|disregard|please|before|first|do not|don't|trust|bypass|respond|reply|send|read|call|use|execute)\b/i;

/** `slice` is the sentence with a few characters before it, as it stands. */
export function readMarks({ add }: Reading, slice: string): void {
  if (TOKENS.test(slice)) add('voice', 5);
  else if (SHOUTED.test(slice) || MODES.test(slice)) add('voice', 5);
  else if (HEADINGS.test(slice)) add('voice', 3.5);
  else if (BREAKS.test(slice)) add('voice', 3);
  else if (TAGS.test(slice)) add('voice', ORDERED.test(slice) ? 3 : 2);
  else if (SPEAKER.test(slice)) add('voice', ORDERED.test(slice) ? 2.5 : 0.5);
}
