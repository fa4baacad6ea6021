import type { policyRulingTexts as en } from '../../../shared/texts/policy-rulings.ts';
import type { Translation } from '../translation.ts';

/** Why a call is decided as it is, and what would change it, in Japanese. */
export const policyRulings = {
  'ruling.managed-block': '組織がこれを許可していません。',
  'ruling.managed-ask': '組織が、これについて確認することを求めています。',
  'ruling.block': 'あなたがこれをブロックしました。',
  'ruling.ask': 'あなたが、これについて確認するよう求めています。',
  'ruling.allow': 'あなたがこれを許可しました。',
  'ruling.report': '通り、記録されます。',
  'ruling.observe': '「観察」ではこれが通ります。',
  'ruling.strict': '「厳格」ではすべてについて確認します。',

  'because.read': '読み取るだけです。',
  'because.approved-place': '{{server}} が変更してよいフォルダーの中で、何かを変更します。',
  'because.effect-read': '読み取ります。',
  'because.effect-write': '何かを変更します。',
  'because.effect-send': '何かを外部に送信します。送信すると取り消せません。',
  'because.effect-run': 'このコンピューターでコマンドを実行します。',
  'because.effect-destroy': '何かを削除します。',
  'because.effect-spend': '支払いをします。',
  'because.effect-unknown': 'Doorward には、これが何をするのか判断できません。',
  'because.effect': '読み取り以外のこともします。',
  'because.unknown-place': '何かを変更しますが、Doorward にはその場所が判断できません。',
  'because.new-place': '承認されていない場所で何かを変更します：「{{place}}」。',
  'because.new-place-unnamed': '承認されていない場所で何かを変更します。',
  'because.unclear': 'Doorward には、「{{place}}」がどこを指すのか判断できません。',
  'because.unclear-unnamed': 'Doorward には、引数の中の場所がどこを指すのか判断できません。',
  'because.outside': '「{{place}}」は {{server}} のフォルダーの外にあります。',
  'because.outside-unnamed': '引数の中の場所が {{server}} のフォルダーの外にあります。',
  'because.own':
    '「{{place}}」は Doorward または AI アプリのものです。キーを含むことがあり、何が実行されるかを決めます。',
  'because.own-unnamed':
    '引数の中の場所が Doorward または AI アプリのものです。キーを含むことがあり、何が実行されるかを決めます。',
  'because.sensitive':
    '「{{place}}」は慎重に扱うべき場所です。そこにあるものはアカウントを開いたり、何が実行されるかを決めたりします。',
  'because.sensitive-unnamed':
    '引数の中に慎重に扱うべき場所があります。そこにあるものはアカウントを開いたり、何が実行されるかを決めたりします。',
  'because.unreadable': '引数が二通り以上に読めます。',
  'because.found': '{{found}}',
  'because.finding': 'Doorward が引数の中に何かを見つけました。',
  'because.ask-everything': '「すべて確認」がオンです。',
  'because.sampling': '{{server}} が {{app}} のモデルを使おうとしています。',
  'because.elicitation': '{{server}} が {{app}} を通じてあなたに質問しようとしています。',
  'because.roots': '{{server}} が、{{app}} の作業フォルダーを知ろうとしています。',

  'other.managed-specific': '当てはまる組織の別の制限のほうが厳しいか、具体的です。',
  'other.managed': '組織の制限のほうが厳しいものです。',
  'other.asks-too': 'このルールも確認を求めます。',
  'other.guard': 'この呼び出しは、ルールの内容にかかわらず確認されます。',
  'other.you': 'あなたのルールは組織より厳しいものです。',
  'other.no-stricter': 'このルールのほうが厳しくはありません。',
  'other.specific': '当てはまる別のルールのほうが具体的です。同じ程度に具体的な場合は、より厳しいものです。',
  'other.preset': 'この呼び出しについては、このルールでは決まりません。',
  'other.loosens': '組織の設定は厳しくするだけで、それだけで何かを通すことはありません。',

  'change.managed': '組織で Doorward を管理している人に問い合わせてください。変更できるのはその人だけです。',
  'change.finding': '確認されたときに、この引数だけを許可してください。',
  'change.ask-everything': '「すべて確認」をオフにしてください。',
  'change.unreadable':
    '確認なしで通す方法はありません。AI アプリが、それぞれのものを一度だけ指定した引数を送る必要があります。',
  'change.own':
    'この引数だけを許可してください。それより広い許可は、Doorward や AI アプリのものには及びません。',
  'change.remove': '次のルールを削除してください：',
  'change.ask': '{{server}} の「{{tool}}」を呼び出す前に確認するようにしてください。',
  'change.block': '{{server}} の「{{tool}}」をブロックしてください。',
  'change.allow': '{{server}} の「{{tool}}」を許可してください。',
  'change.allow-app': 'より具体的な許可で、{{app}} に {{server}} の「{{tool}}」を許可してください。',
  'change.like-folder': 'このフォルダーについて、{{server}} の「{{tool}}」を許可してください。',
  'change.like-recipient': 'この宛先について、{{server}} の「{{tool}}」を許可してください。',
  'change.like-host': 'このホストについて、{{server}} の「{{tool}}」を許可してください。',
  'change.like-program': 'このようなコマンドについて、{{server}} の「{{tool}}」を許可してください。',
  'change.like-container': 'まさにこれについてだけ、{{server}} の「{{tool}}」を許可してください。',
  'change.like-several': 'まさにこれらの場所についてだけ、{{server}} の「{{tool}}」を許可してください。',
  'change.guarded': '「厳格」の代わりに「保護」を選んでください。',

  'label.take-back': '取り消し：{{rule}}',
  'label.remove': '削除：{{rule}}',
  'label.simulate': '何が変わるか：{{rule}}',
  'label.allow': 'これを許可：{{rule}}',
} as const satisfies Translation<typeof en>;
