import type { Sentence } from './lex.ts';
import { isBase, isQuoted, isReported, leads } from './position.ts';
import type { Reading } from './signal.ts';
import {
  EARLIER,
  EVERYTHING,
  FOLLOW,
  NEW,
  OVERRIDE,
  READER,
  RULE,
  SAFETY,
  SAY,
  SEND,
  TALK,
  TASK,
  ACT,
  CALL,
  NOT,
} from './vocabulary.ts';
import { LOW } from './cues/low.ts';

const AHEAD = 7;

/**
 * Earlier instructions set aside: the verb in its base form where an order begins, then what is set aside. In a
 * quotation, after "detects attempts to", or as a question it is spoken of and counts little.
 */
export function readOverride({ sentence, low, add }: Reading): void {
  if ((sentence.all & OVERRIDE) !== 0) {
    for (let i = 0; i < sentence.count; i++) {
      if (((sentence.parts[i] as number) & OVERRIDE) === 0) continue;
      const strength = objectOf(sentence, i);
      if (strength === 0) continue;
      const cited = isQuoted(sentence, sentence.starts[i] as number);
      const spoken = isReported(sentence, i) || !isBase(sentence, i);
      if (cited) add('override', 1);
      else if (spoken) add('override', strength > 5 ? 2 : 1);
      else add('override', leads(sentence, i) ? strength : strength - 2);
    }
  }
  if ((sentence.all & NEW) !== 0 && (sentence.all & TASK) !== 0 && NEW_TASK.test(low)) add('new-task', 4);
  if ((sentence.all & NOT) === 0) return;
  if (STOP.test(low)) add('new-task', 3.5);
  if ((sentence.all & (FOLLOW | SAY)) !== 0 && NOT_FOLLOW.test(low)) add('override', 4);
}

const NEW_TASK = LOW.shape(
  /\b(?:your|my|the|a|here(?:'s| is| are)|now|new|with)\b.{0,16}\b(?:new|next|real|actual|true|updated) (?:and \w+ )?(?:task|instruction|order|assignment|goal|objective|mission)s?\b.{0,12}(?:[:.!,]|\bfollow|\bis\b|\bare\b|$)|\bnew (?:instructions?|tasks?|orders?)\s?:|\bnow (?:come|follow)s? (?:a )?new\b|\bstart (?:over|anew|again) with a new task/,
);
const STOP = LOW.shape(
  /\bstop (?:everything|what you(?:'re| are) doing|(?:all |any |your )?(?:other|current|previous) (?:task|work|activit)|processing the (?:user|request))/,
);
const NOT_FOLLOW = LOW.shape(
  /\b(?:do not|don'?n?'?t|never|stop) (?:follow|obey|listen(?:ing)? to|following|obeying|answer the question according)\b.{0,40}\b(?:previous|prior|above|earlier|system|original|user(?:'s)?|provided|any other|other)\b/,
);

/** How plainly earlier instructions follow the verb at `i`: 6 by name, 5 as "and say …", 4 as all that came before. */
function objectOf(sentence: Sentence, i: number): number {
  const { parts, count } = sentence;
  const first = (parts[i + 1] as number) ?? 0;
  let earlier = false;
  let everything = false;
  let safety = false;
  let clause = false;
  let rule = 0;
  for (let k = i + 1; k < count && k <= i + AHEAD; k++) {
    const part = parts[k] as number;
    if (k > i + 1 && (part & OVERRIDE) !== 0) break;
    if (!clause && isComma(sentence, k)) clause = true;
    if (!clause && (part & (RULE | TASK)) !== 0) {
      const named = (part & RULE) !== 0;
      if (earlier || safety || (part & EARLIER) !== 0 || isFollowed(sentence, k)) return named ? 6 : 5;
      if (k <= i + 3) rule = Math.max(rule, named ? 3.5 : 2.5);
    }
    if (everything && (part & (EARLIER | READER | TALK)) !== 0) return 5.5;
    if ((part & EVERYTHING) !== 0 && k <= i + 2) everything = true;
    else if ((part & EARLIER) !== 0) earlier = true;
    if ((part & SAFETY) !== 0 && k <= i + 4) {
      if (safety || earlier) return 5;
      safety = true;
    }
    // "Ignore the table and state": what stands there set aside for what is said next.
    if ((part & SAY) !== 0 && k >= i + 2 && isInstead(sentence, i, k)) return 5;
    // "Ignore the rest of the page and visit": little by itself, documents say so, too.
    if ((part & ACT) !== 0 && k >= i + 2 && isInstead(sentence, i, k)) rule = Math.max(rule, 1.5);
  }
  if (everything) return 4.5;
  if (rule > 0 && !earlier) return rule;
  if (earlier && first !== 0 && (first & EARLIER) !== 0 && endsOrActs(sentence, i)) return 4.5;
  return 0;
}

/** "The instructions above", "the rules given before". */
function isFollowed({ parts, count }: Sentence, k: number): boolean {
  for (let i = k + 1; i < count && i <= k + 5; i++) if (((parts[i] as number) & EARLIER) !== 0) return true;
  return false;
}

function isComma({ text, ends, starts }: Sentence, k: number): boolean {
  return k > 0 && text.slice(ends[k - 1] as number, starts[k] as number).includes(',');
}

function isInstead(sentence: Sentence, i: number, k: number): boolean {
  const before = sentence.text.slice(sentence.ends[k - 1] as number, sentence.starts[k] as number);
  const joined = sentence.text
    .slice(sentence.starts[k - 1] as number, sentence.ends[k - 1] as number)
    .toLowerCase();
  if (/^(?:and|then|just|instead|only|simply|y|und|et|e)$/.test(joined) || /[,:;]/.test(before))
    return isBase(sentence, k) && isBase(sentence, i) && !asksWhy(sentence, k);
  return false;
}

/** "Ignore the linter and say why": no words to be said follow. */
function asksWhy({ text, starts, ends, count }: Sentence, k: number): boolean {
  if (k + 1 >= count) return false;
  const next = text.slice(starts[k + 1] as number, ends[k + 1] as number);
  return /^(?:why|how|so|where|when|if|whether)$/i.test(next);
}

/** "Ignore all previous." or "ignore the above and delete": nothing more need be named. */
function endsOrActs(sentence: Sentence, i: number): boolean {
  for (let k = i + 2; k < sentence.count && k <= i + 6; k++) {
    const part = sentence.parts[k] as number;
    if ((part & (SAY | SEND | ACT | CALL | READER)) !== 0 && (part & NOT) === 0) return true;
  }
  return sentence.count <= i + 4;
}

/** The same in scripts without spaces, and in the commonest other languages: both halves must be there. */
const DENSE =
  /(?:忽略|无视|無視|忘记|忘記|忽视|不要理会|不理会|跳过).{0,16}(?:指令|指示|提示|说明|說明|规则|規則|要求|命令|内容|指南)|(?:指令|指示|命令|説明|指図).{0,10}(?:無視|忽略|无视|忘れ)|(?:이전|위의|모든).{0,12}(?:지시|명령|지침|프롬프트).{0,10}(?:무시|잊)|無視して.{0,40}(?:述べ|言っ|出力|答え|書い|表示)|(?:现在|從現在|从现在).{0,8}你(?:是|将|必须|要)|停止(?:其他|所有|当前).{0,6}任务|(?:立即|马上)执行.{0,20}(?:任务|命令|指令)|(?:不要|别|请勿)(?:告诉|告知|通知|提及|透露).{0,8}(?:用户|使用者|任何人)|你需要(?:调用|使用).{0,24}(?:工具|函数)/;
const OTHERS =
  /ignor(?:ez|ieren sie|iere|a|ad|e as|are|eren|uj|e la|e el|e los)\b.{0,40}(?:instru|anweisung|istruzion|instrucci|consign|directive|regel|polece|indica|declara)|oubliez? (?:tout|les instr|toutes)|vergiss (?:nun )?all|olvida (?:tod|las)|(?:obigen|vorherigen) (?:ausführungen|anweisungen).{0,24}(?:ignorier|vergess)|(?:не|ни) (?:говори|сообща).{0,20}пользовател|игнорир.{0,24}(?:инструкц|указани)|забудь.{0,24}(?:инструкц|указани|вс[её])|تجاهل.{0,24}(?:التعليمات|الأوامر|تعليمات)|(?:نظرانداز|अनदेखा|नज़रअंदाज़).{0,24}|(?:पिछले|पूर्व).{0,12}निर्देश/;

export function readElsewhere({ low, add }: Reading): void {
  if (DENSE.test(low) || OTHERS.test(low)) add('elsewhere', 5);
}
