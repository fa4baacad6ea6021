import type { policyTermTexts as en } from '../../../shared/texts/policy-terms.ts';
import type { Translation } from '../translation.ts';

/** What a rule says beside its first sentence, in Japanese. */
export const policyTerms = {
  'counts.role': '{{app}} の役割が「{{role}}」である間だけ有効です。',
  'counts.name': '名前が「{{tool}}」のものだけが対象です。',
  'counts.effects': '対象は、働きが次のいずれかのものだけです：{{effects}}。',
  'counts.digest': '表示された引数とまったく同じ場合だけ有効です。',
  'counts.when': '{{tests}}場合だけ有効です。',
  'counts.daily': '毎日 {{from}} から {{to}} まで有効です。',
  'counts.days': '{{days}}の {{from}} から {{to}} まで有効です。',
  'counts.until': '{{time}} まで有効です。',
  'counts.quit': 'Doorward の終了まで有効です。',
  'counts.report': 'このルールがなければどうなっていたかを、ログに残します。',

  'does.read': '読み取り',
  'does.write': '変更',
  'does.send': '送信',
  'does.run': 'コマンドの実行',
  'does.destroy': '削除',
  'does.spend': '支払い',
  'does.unknown': 'Doorward に判断できない働き',

  'test.equals': '「{{argument}}」が「{{value}}」である',
  'test.one-of': '「{{argument}}」が {{values}} である',
  'test.one-of-more_other': '「{{argument}}」が {{values}}、またはほかの {{count}} 個の値のいずれかである',
  'test.glob': '「{{argument}}」がパターン「{{pattern}}」に一致する',
  'test.regex': '「{{argument}}」が正規表現「{{pattern}}」に一致する',
  'test.range': '「{{argument}}」が {{min}} 以上 {{max}} 以下である',
  'test.range-min': '「{{argument}}」が {{min}} 以上である',
  'test.range-max': '「{{argument}}」が {{max}} 以下である',
  'test.range-any': '「{{argument}}」が数値である',
  'test.in-folder': '「{{argument}}」が {{folder}} の中にある',
  'test.host': '「{{argument}}」が {{host}} 上にある',
  'test.host-below': '「{{argument}}」が {{host}} の下位にあるコンピューター上にある',
  'test.recipient': '「{{argument}}」が {{recipient}} である',
  'test.recipient-domain': '「{{argument}}」が {{domain}} の誰かである',
  'test.program': '「{{argument}}」が「{{command}}」を実行する',
  'test.absent': '「{{argument}}」が指定されていない',
  'test.whole-equals': '引数全体が「{{value}}」である',
  'test.whole': '引数全体が「{{test}}」に合う',
} as const satisfies Translation<typeof en>;
