import { ean13, isDay, isUniform, luhn, mod11, verhoeff, weighted } from './checks.ts';
import {
  ssn,
  steuerId,
  cpf,
  tckn,
  fodselsnummer,
  pesel,
  pps,
  personnummer,
  nir,
  belgian,
  resident,
  thai,
  cnp,
  myNumber,
  rut,
  codiceFiscale,
  curp,
  nric,
  taiwan,
  deSocial,
  DNI,
  HETU,
  digit,
} from './national-checks.ts';

/** An id that a state gives to a person, by how its digits are laid out. */
export interface NationalId {
  /** `us-ssn` */
  readonly type: string;
  /**
   * How it is written: counts of digits and what stands between them (`3-2-4`), `A` for a letter. Those that must have
   * one of the words near them are listed apart: their numbers are too common, or their checks too weak.
   */
  readonly layouts: readonly string[];
  readonly withWords?: readonly string[];
  readonly words: readonly string[];
  /** Of the value without what stands between, in capitals. */
  readonly check: (value: string) => boolean;
}

/** In the order in which they are tried. The words are looked for in small letters. */
export const NUMBERS: readonly NationalId[] = [
  {
    type: 'us-ssn',
    layouts: ['3-2-4', '3 2 4', '3-6'],
    withWords: ['9', '5-4', '3.2.4'],
    words: ['ssn', 'social security', 'soc sec', 'sozialvers'],
    check: ssn,
  },
  {
    type: 'us-itin',
    layouts: ['3-2-4', '3 2 4'],
    withWords: ['9'],
    words: ['itin', 'taxpayer'],
    check: (v) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(v),
  },
  {
    type: 'ca-sin',
    layouts: ['3-3-3', '3 3 3'],
    withWords: ['9'],
    words: ['sin', 'social insurance', 'assurance sociale'],
    check: (v) => luhn(v) && !isUniform(v) && !/^[08]/.test(v),
  },
  { type: 'de-steuer-id', layouts: ['11', '2 3 3 3'], words: [], check: steuerId },
  { type: 'pl-pesel', layouts: ['11'], words: [], check: pesel },
  { type: 'tr-tckn', layouts: ['11', '3 3 3 2'], words: [], check: tckn },
  { type: 'no-fnr', layouts: ['11', '6 5'], words: [], check: fodselsnummer },
  {
    type: 'be-nn',
    layouts: ['2.2.2-3.2'],
    withWords: ['11'],
    words: ['rijksregister', 'registre national', 'niss', 'insz'],
    check: belgian,
  },
  { type: 'br-cpf', layouts: ['3.3.3-2'], withWords: ['11', '9-2'], words: ['cpf'], check: cpf },
  {
    type: 'ch-ahv',
    layouts: ['3.4.4.2', '3 4 4 2', '13'],
    words: [],
    check: (v) => v.startsWith('756') && ean13(v),
  },
  { type: 'fr-nir', layouts: ['15', '13 2', '1 2 2 2 3 3 2', '1 2 2 2 3 3-2'], words: [], check: nir },
  {
    type: 'in-aadhaar',
    layouts: ['4 4 4', '4-4-4'],
    withWords: ['12'],
    words: ['aadhaar', 'aadhar', 'uidai'],
    check: (v) => /^[2-9]/.test(v) && verhoeff(v) && !isUniform(v),
  },
  {
    type: 'nl-bsn',
    layouts: [],
    withWords: ['9', '4.2.3', '8'],
    words: ['bsn', 'burgerservice', 'sofinummer'],
    check: (v) => weighted(v.padStart(9, '0'), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isUniform(v),
  },
  {
    type: 'pt-nif',
    layouts: [],
    withWords: ['9', '3 3 3'],
    words: ['nif', 'contribuinte'],
    check: (v) => mod11(v, [9, 8, 7, 6, 5, 4, 3, 2]),
  },
  {
    type: 'se-personnummer',
    layouts: ['6-4', '8-4', '6+4'],
    withWords: ['10', '12'],
    words: ['personnummer', 'personnr', 'samordningsnummer'],
    check: personnummer,
  },
  {
    type: 'dk-cpr',
    layouts: [],
    withWords: ['6-4', '10'],
    words: ['cpr', 'personnummer'],
    check: (v) => isDay(v.slice(2, 4), v.slice(0, 2)),
  },
  {
    type: 'cz-rc',
    layouts: [],
    withWords: ['6/4', '10', '6/3'],
    words: ['rodn', 'birth number'],
    check: (v) => Number(v) % 11 === 0,
  },
  {
    type: 'za-id',
    layouts: ['13', '6 4 2 1'],
    words: [],
    check: (v) => luhn(v) && isDay(v.slice(2, 4), v.slice(4, 6)) && /^.{10}[01]/.test(v),
  },
  { type: 'ro-cnp', layouts: ['13'], words: [], check: cnp },
  {
    type: 'th-id',
    layouts: ['1-4-5-2-1', '1 4 5 2 1'],
    withWords: ['13'],
    words: ['thai', 'citizen', 'national id', 'tnin', 'บัตรประชาชน'],
    check: thai,
  },
  {
    type: 'kr-rrn',
    layouts: ['6-7'],
    withWords: ['13'],
    words: ['rrn', '주민', 'resident'],
    check: (v) => isDay(v.slice(2, 4), v.slice(4, 6)) && /^.{6}[1-8]/.test(v),
  },
  {
    type: 'jp-my-number',
    layouts: [],
    withWords: ['12', '4 4 4', '4-4-4'],
    words: ['my number', 'マイナンバー', '個人番号'],
    check: myNumber,
  },
  {
    type: 'au-tfn',
    layouts: [],
    withWords: ['9', '3 3 3', '8'],
    words: ['tfn', 'tax file'],
    check: (v) => weighted(v, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    type: 'au-medicare',
    layouts: ['4 5 1'],
    withWords: ['10', '4-5-1'],
    words: ['medicare'],
    check: (v) => /^[2-6]/.test(v) && weighted(v.slice(0, 8), [1, 3, 7, 9]) % 10 === digit(v, 8),
  },
  {
    type: 'uk-nhs',
    layouts: [],
    withWords: ['3 3 4', '3-3-4', '10'],
    words: ['nhs'],
    check: (v) => mod11(v, [10, 9, 8, 7, 6, 5, 4, 3, 2]) && !isUniform(v),
  },
  {
    type: 'at-svnr',
    layouts: [],
    withWords: ['10', '4 6', '4-6'],
    words: ['svnr', 'sozialversicherung', 'vsnr'],
    check: (v) => weighted(v.slice(0, 3) + v.slice(4), [3, 7, 9, 5, 8, 4, 2, 1, 6]) % 11 === digit(v, 3),
  },
  { type: 'il-id', layouts: [], withWords: ['9'], words: ['teudat', 'תעודת', 'israeli id'], check: luhn },
  { type: 'cn-rid', layouts: ['18'], words: [], check: resident },
  {
    type: 'es-dni',
    layouts: ['8-A', '2.3.3-A'],
    words: [],
    check: (v) => DNI[Number(v.slice(0, 8)) % 23] === v[8],
  },
  {
    type: 'fi-hetu',
    layouts: ['6-3A', '6+3A', '6-4'],
    words: [],
    check: (v) => HETU[Number(v.slice(0, 9)) % 31] === v[9] && isDay(v.slice(2, 4), v.slice(0, 2)),
  },
  {
    type: 'cl-rut',
    layouts: ['2.3.3-1', '1.3.3-1', '2.3.3-A', '1.3.3-A'],
    withWords: ['8-1', '8-A', '7-1'],
    words: ['rut', 'run'],
    check: rut,
  },
  {
    type: 'ar-cuil',
    layouts: [],
    withWords: ['2-8-1', '11'],
    words: ['cuil', 'cuit'],
    check: (v) => mod11(v, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]),
  },
];

/** Ids of letters and digits in one word, by form; the value is in capitals and without spaces and hyphens. */
export const WORDS: readonly {
  readonly type: string;
  /** Only as it stands in capitals: small letters make it a piece of something else. */
  readonly inCapitals?: true;
  readonly form: RegExp;
  readonly check: (value: string) => boolean;
  readonly words?: readonly string[];
}[] = [
  {
    type: 'uk-nino',
    form: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    check: () => true,
  },
  {
    type: 'es-dni',
    inCapitals: true,
    form: /^\d{8}[A-Z]$/,
    check: (v) => DNI[Number(v.slice(0, 8)) % 23] === v[8],
  },
  { type: 'ie-pps', inCapitals: true, form: /^\d{7}[A-W][A-IW]?$/, check: pps },
  { type: 'cn-rid', form: /^\d{17}X$/, check: resident },
  {
    type: 'es-nie',
    form: /^[XYZ]\d{7}[A-Z]$/,
    check: (v) => DNI[Number('XYZ'.indexOf(v[0] as string) + v.slice(1, 8)) % 23] === v[8],
  },
  {
    type: 'it-codice-fiscale',
    form: /^[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/,
    check: codiceFiscale,
  },
  {
    type: 'in-pan',
    form: /^[A-Z]{3}[PCHFATBLJG][A-Z]\d{4}[A-Z]$/,
    check: () => true,
    words: ['pan', 'permanent account', 'income tax'],
  },
  { type: 'sg-nric', form: /^[STFGM]\d{7}[A-Z]$/, check: nric },
  { type: 'tw-id', form: /^[A-Z][1289]\d{8}$/, check: taiwan },
  { type: 'mx-curp', form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d$/, check: curp },
  { type: 'de-svnr', form: /^\d{8}[A-Z]\d{3}$/, check: deSocial },
  {
    type: 'de-id-card',
    form: /^[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}\d?$/,
    check: () => true,
    words: ['personalausweis', 'ausweis', 'reisepass', 'passnummer'],
  },
  {
    type: 'passport',
    form: /^[A-Z]{1,2}\d{6,8}$/,
    check: () => true,
    words: ['passport', 'passeport', 'pasaporte', 'travel document'],
  },
  {
    type: 'fr-nir',
    form: /^[12]\d{4}2[AB]\d{8}$/,
    check: (v) => nir(v.replace(/2([AB])/, (_, c) => (c === 'A' ? '19' : '18'))),
  },
];
