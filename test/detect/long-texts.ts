// Long texts of several kinds, made up here, the same each time: what results are full of. No part of one repeats
// another's, so that nothing is fast only because it was just read.

/** A generator of whole numbers below what it is asked for, the same each time for one seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 4) / 0x1000_0000) * below);
  };
}

type Next = (below: number) => number;

const WORDS =
  'the of and a to in is it that was for on are with as his they be at one have this from or had by word but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form sentence great think say help low line differ turn cause much mean before move right boy old too same tell does set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father head stand own page should country found answer school grow study still learn plant cover food sun four between state keep eye never last let thought city tree cross farm hard start might story saw far sea draw left late run while press close night real life few north open seem together next white children begin got walk example ease paper group always music those both mark often letter until mile river car feet care second book carry took science eat room friend began idea fish mountain stop once base hear horse cut sure watch color face wood main enough plain girl usual young ready above ever red list though feel talk bird soon body dog family direct pose leave song measure door product black short numeral class wind question happen complete ship area half rock order fire south problem piece told knew pass since top whole king space heard best hour better true during hundred five remember step early hold west ground interest reach fast verb sing listen six table travel less morning ten simple several vowel toward war lay against pattern slow center love person money serve appear road map rain rule govern pull cold notice voice unit power town fine certain fly fall lead cry dark machine note wait plan figure star box noun field rest correct able pound done beauty drive stood contain front teach week final gave green quick develop ocean warm free minute strong special mind behind clear tail produce fact street inch multiply nothing course stay wheel full force blue object decide surface deep moon island foot system busy test record boat common gold possible plane stead dry wonder laugh thousand ago ran check game shape equate hot miss brought heat snow tire bring yes distant fill east paint language among'.split(
    ' ',
  );
const NAMES = 'alpha orders users catalog session worker cache index queue billing profile metrics'.split(
  ' ',
);
const LEVELS = 'INFO INFO INFO DEBUG WARN ERROR'.split(' ');
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const word = (next: Next): string => WORDS[next(WORDS.length)] as string;
const name = (next: Next): string => NAMES[next(NAMES.length)] as string;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function sentence(next: Next): string {
  const words = Array.from({ length: 5 + next(14) }, () => word(next));
  return `${capital(words.join(' '))}${next(5) === 0 ? '?' : '.'}`;
}

const PIECES: Readonly<Record<string, (next: Next) => string>> = {
  prose: (next) => `${Array.from({ length: 3 + next(4) }, () => sentence(next)).join(' ')}\n\n`,
  json: (next) =>
    `${JSON.stringify({ id: next(100_000), name: `${word(next)} ${word(next)}`, tags: [word(next), name(next)], created: `2026-0${1 + next(9)}-1${next(10)}T0${next(10)}:1${next(10)}:0${next(10)}Z`, active: next(2) === 0, score: next(1000) / 8, note: sentence(next), nested: { kind: name(next), parent: null } })},\n`,
  logs: (next) =>
    `2026-0${1 + next(9)}-1${next(10)}T1${next(10)}:2${next(10)}:3${next(10)}.${100 + next(900)}Z ${LEVELS[next(6)] as string} [${name(next)}-${next(16)}] ${name(next)}.${word(next)}: ${word(next)} ${word(next)} took=${next(900)}ms status=${200 + next(300)} path=/api/v1/${name(next)}/${next(90_000)} bytes=${next(99_999)}\n`,
  code: (next) =>
    `export function ${word(next)}${capital(word(next))}(${word(next)}: string, options: ${capital(name(next))}Options = {}): number {\n  const ${name(next)} = options.${word(next)} ?? [];\n  // ${sentence(next)}\n  for (let i = 0; i < ${name(next)}.length; i++) {\n    if (${name(next)}[i] === '${word(next)}') return i * ${next(64)};\n  }\n  return -1;\n}\n\n`,
  base64: (next) => `${Array.from({ length: 76 }, () => BASE64[next(64)] as string).join('')}\n`,
};

/** A text of about so many characters for each kind. */
export function longTexts(size: number): Map<string, string> {
  const texts = new Map<string, string>();
  let seed = 1;
  for (const [kind, piece] of Object.entries(PIECES)) {
    const next = numbers(seed++);
    const pieces: string[] = [];
    for (let length = 0; length < size;) {
      const one = piece(next);
      length += one.length;
      pieces.push(one);
    }
    texts.set(kind, pieces.join(''));
  }
  return texts;
}
