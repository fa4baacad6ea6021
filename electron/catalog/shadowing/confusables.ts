/**
 * Letters that look like another one, each line the plain letter and those that pass for it. Latin, Cyrillic, Greek,
 * Armenian, Cherokee and the usual letter-like signs; what NFKC folds already (full width, mathematical letters,
 * circled ones) is not listed.
 */
const LOOKALIKES = `
a аɑαⱥ
b Ьƅʙ
c сϲᴄⅽ
d ԁɗⅾ
e еҽє℮ε
f ϝғſ
g ɡցԍ
h һհ
i іıɩιӏ
j јϳ
k кκᴋ
l ⅼןƖ
m мᴍⅿ
n пոηп
o оοօσ᧐ⲟ๐໐০ᴏ
p рρⲣ
q ԛգ
r гᴦⲅ
s ѕꜱ
t тτᴛ
u υսцᴜ
v ѵνᴠⅴ
w ԝѡɯᴡ
x хχⅹ
y уγүყ
z ᴢᏃ
A АΑᎪ
B ВΒᏴ
C СϹⅭ
D ᎠⅮ
E ЕΕᎬ
F Ϝ
G ԌᏀ
H НΗᎻ
I ІΙӀⅠ
J ЈᎫ
K КΚᏦ
L ᏞⅬ
M МΜᎷ
N Ν
O ОΟՕ
P РΡᏢ
S ЅՏᏚ
T ТΤᎢ
U Սᑌ
V ѴᏙ
W ԜᎳ
X ХΧ
Y ҮΥ
Z ΖᏃ
- ‐‑‒–—―−﹘ー
_ ＿‿
. ․・ꓸ
/ ∕⁄╱
: ∶꞉ː
' ‘’ʹʼˈ＇
`;

const PLAIN = new Map<string, string>();
for (const line of LOOKALIKES.trim().split('\n')) {
  const [plain = '', others = ''] = line.split(' ');
  for (const other of others) PLAIN.set(other, plain);
}

/** What is drawn with nothing at all: zero-width, bidirectional, tag and filler characters, variation selectors. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\p{Cc}|\p{Co}|\p{Variation_Selector}|[\u{e0000}-\u{e0fff}]/gu;

/** The text in plain letters: NFKC, nothing invisible, look-alikes as what they look like, no accents. Keeps case. */
export function plainLetters(text: string): string {
  if (/^[\x20-\x7e\n\t]*$/.test(text)) return text;
  const shown = text
    .replace(INVISIBLE, (c) => (c === '\n' || c === '\t' || c === '\r' ? c : ''))
    .normalize('NFKC');
  let plain = '';
  for (const c of shown) plain += PLAIN.get(c) ?? c;
  return plain.normalize('NFD').replace(/\p{Script=Inherited}/gu, '');
}

/** True for a letter that is only ever taken for a plain one here: a look-alike of another script. */
export function isLookalike(character: string): boolean {
  return PLAIN.has(character);
}

/** Digits and pairs of letters that pass for a letter in a name: compared after lower-casing. */
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '|': 'l',
  '!': 'l',
  $: 's',
  '@': 'a',
};

/**
 * What a name looks like at a glance: plain letters, lower case, no separators, I l 1 | as one, 0 and O as one,
 * rn as m, vv as w. Two names with one skeleton cannot be told apart by a person in a hurry.
 */
export function skeleton(name: string): string {
  const plain = plainLetters(name);
  let result = '';
  for (const c of plain) {
    // A capital i among lower-case letters is taken for an l.
    const one = c === 'I' ? 'l' : c.toLowerCase();
    if (/[\s_./\\:'"-]/.test(one)) continue;
    result += /\p{L}|\p{N}/u.test(one) || DIGITS[one] !== undefined ? one : '';
  }
  return fold(result);
}

/** Digits that stand in for letters; a run of them counts as letters where it touches one: 2024 is a year. */
const DIGIT_RUN = /(?<=\p{L})[013457|!$@]+|[013457|!$@]+(?=\p{L})/gu;

function fold(text: string): string {
  const letters = text.replace(DIGIT_RUN, (run) => Array.from(run, (c) => DIGITS[c] ?? c).join(''));
  let result = '';
  for (let i = 0; i < letters.length; i++) {
    const c = letters[i] as string;
    const next = letters[i + 1];
    if (c === 'r' && next === 'n') {
      result += 'm';
      i++;
    } else if (c === 'v' && next === 'v') {
      result += 'w';
      i++;
    } else result += c === 'i' ? 'l' : c;
  }
  return result;
}
