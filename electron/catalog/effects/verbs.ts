import type { Effect } from '../../../shared/model/review.ts';

/** The effects that a word can stand for; `unknown` is what is left when none does. */
export type VerbEffect = Exclude<Effect, 'unknown'>;

/** From harmless to worst; of several the worst counts. */
export const SEVERITY: Readonly<Record<Effect, number>> = {
  read: 0,
  write: 1,
  send: 2,
  spend: 3,
  run: 4,
  destroy: 5,
  unknown: 1,
};

/** Words that are hardly ever anything but verbs of this effect. */
const VERBS: Readonly<Record<VerbEffect, string>> = {
  read: `get list search find fetch read retrieve lookup describe show view check query browse count explain inspect
    analyze analyse summarize calculate compute convert translate validate verify compare detect estimate predict
    preview resolve scan scrape crawl extract parse format render look ping ask recommend suggest diff grep glob tail
    head stat discover explore identify classify evaluate monitor watch poll download export peek enumerate decode
    encode lint trace decompile disassemble echo think enquire whoami autocomplete rank score load see access display
    determine obtain provide return give tell measure review examine examines detects audit debug diagnose simulate
    plan forecast generate think reason sequentialthinking answer select filter sort hover screenshot wait capture
    highlight navigate goto geocode hash tokenize embed cite quote compile visualize draw plot introspect lists match
    profile probe pull solve sample roll introduce multiply divide subtract round sum serve concatenate choose pick`,
  write: `create add update set write edit modify insert upsert save store put append patch rename move copy upload
    import enable disable assign unassign tag label mark pin unpin star archive unarchive restore configure register
    change replace fill merge link unlink attach detach schedule reschedule complete close reopen open lock unlock
    commit push stage checkout switch clone init initialize mkdir touch toggle increment subscribe unsubscribe follow
    unfollow join leave approve accept log record track upgrade sync resize crop compress extract-archive mute unmute
    bookmark reorder duplicate fork start stop pause resume cancel connect disconnect login logout refresh reload bind
    press click drag scroll type check-in submit manage apply grant assign block unblock ingest index remember
    draft rotate restart renew swipe handle evolve split clean tap make place`,
  send: `send email mail reply forward notify broadcast publish tweet sms dm invite announce alert submit-form
    comment share respond dispatch emit transmit call-phone post message crosspost retweet`,
  run: `run execute exec eval evaluate-code invoke shell spawn launch install uninstall deploy trigger terminal bash
    powershell sudo script npm pip build compile-run inject sign automate evaluate-script`,
  destroy: `delete remove drop destroy purge wipe erase truncate kill terminate trash clear reset discard shred format-disk
    revoke deactivate unpublish flush prune rm unset decommission uninstall cleanup unregister empty ban kick expire
    rollback revert`,
  spend: `pay buy purchase order charge refund transfer trade swap stake donate withdraw deposit mint checkout-cart tip
    book reserve bid invest sell payout bet redeem wire bridge borrow repay lend airdrop unstake undelegate delegate claim`,
};

/** Words that are as often nouns: they count only where a verb stands, first in the name or in a sentence. */
const ALSO_NOUNS = new Set(
  `post message comment email mail sms share alert call order charge trade transfer swap stake book deposit bid script
  shell terminal build tag label mark pin link log record track index format list query search check view count
  head tail stat scan trace score rank load access review audit plan filter sort match sample change copy import export
  refund tip tweet script bridge type press start stop set close open lock star block fork switch draft merge diff
  install release dispatch trigger clear clean schedule store split round sum handle pick format order reset patch reply run test wire register display
  answer reason quote profile forecast bet respond format stage commit push embed hash invite tail`
    .trim()
    .split(/\s+/),
);

const EFFECT_OF = new Map<string, VerbEffect>();
for (const [effect, words] of Object.entries(VERBS) as [VerbEffect, string][]) {
  for (const word of words.trim().split(/\s+/)) {
    const known = EFFECT_OF.get(word);
    if (known === undefined || SEVERITY[known] < SEVERITY[effect]) EFFECT_OF.set(word, effect);
  }
}

/** The verb's plain form for "creates", "sending", "deleted", when we know it. */
export function verbOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  for (const form of forms(lower)) if (EFFECT_OF.has(form)) return form;
  return undefined;
}

function forms(word: string): string[] {
  const all = [word];
  if (word.endsWith('ies')) all.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) all.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) all.push(word.slice(0, -1));
  if (word.endsWith('ing') && word.length > 5) {
    const root = word.slice(0, -3);
    all.push(root, `${root}e`, root.slice(0, -1));
  }
  return all;
}

/** What a verb in its plain form does (`send`, not `sends`); undefined for a word that is no verb of ours. */
export function effectOfVerb(verb: string): VerbEffect | undefined {
  return EFFECT_OF.get(verb);
}

/** True when the word is a noun as often as a verb. */
export function isAlsoNoun(verb: string): boolean {
  return ALSO_NOUNS.has(verb);
}

/** What is evaluated like a command. */
export const CODE = new Set('javascript js script code python expression'.split(' '));
/** What is spent when it is made, sent or bought. */
export const MONEY = new Set(
  'payment payments invoice fund funds money coins token tokens subscription tickets cart nft crypto eth btc sol usdc'.split(
    ' ',
  ),
);
/** What reaches somebody else when it is made or written. */
export const MESSAGES = new Set(
  'message messages email emails mail sms tweet comment reply notification dm post slack telegram whatsapp review invitation announcement'.split(
    ' ',
  ),
);
