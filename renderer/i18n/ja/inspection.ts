import type { inspection as en } from '../en/inspection.ts';
import type { Translation } from '../translation.ts';

/** Japanese: what Doorward looks for in what crosses, and what happens then. */
export const inspection = {
  heading: 'Doorward が調べるもの',
  acts: {
    label: '検出したときの動作',
    hint: 'AI アプリに届くのはサーバーの言うこと、サーバーに届くのは AI アプリが渡すものです。何も選ばない間は、プリセット「{{preset}}」の動作になります。',
    table: '検出したときの動作',
    found: '検出',
    direction: { 'to-server': 'サーバーへ', 'to-app': 'AI アプリへ' },
    choice: '{{watch}}、{{direction}}',
    preset: '{{act}}（プリセット）',
    never: 'この方向でのみ調べます。',
  },
  watch: {
    hidden: { name: '隠しテキスト', hint: '人には見えず、モデルには読める文字。' },
    'injection-low': {
      name: 'インジェクションの疑い',
      hint: 'モデルに命令している可能性のあるテキスト。',
    },
    'injection-high': { name: '確実なインジェクション', hint: 'モデルに命令しているテキスト。' },
    secret: { name: 'シークレット', hint: 'キー、トークン、パスワード。' },
    personal: { name: '個人データ', hint: '下でチェックした種類。' },
    flow: {
      name: '外に出るデータ',
      hint: 'AI アプリが非公開のデータと第三者の書いたものを読んでおり、いま何かを外へ送ろうとしている場合。',
    },
  },
  act: {
    pass: '通す',
    note: '記録',
    mask: 'マスク',
    ask: '私に確認',
    block: 'ブロック',
  },
  maskOf: { hidden: '除去', injection: 'データとして明示' },
  demanded: '組織の指定により、ここで選べる動作より緩くはできません。',
  exceptions: {
    label: '例外',
    hint: '特定のサーバー、または特定の役割の AI アプリのための選択です。表よりも優先されます。',
    list: '例外',
    none: '例外はありません。',
    add: '例外を追加…',
    title: '例外を追加',
    keep: '追加',
    way: '方向',
    anyWay: '両方向',
    whose: '対象',
    act: '動作',
    removed: '削除しました：{{exception}}',
    one: '{{watch}}、{{where}}：{{act}}',
    both: '両方向',
    direction: { 'to-server': 'サーバーへ', 'to-app': 'AI アプリへ' },
    server: 'サーバー {{server}}',
    role: '役割 {{role}} の AI アプリ',
    serverRole: 'サーバー {{server}}、役割 {{role}} の AI アプリ',
    whole: '{{whose}}：{{what}}',
    remove: 'この例外を削除：{{exception}}',
  },
  personal: {
    label: '調べる個人データ',
    types: {
      email: { name: 'メールアドレス', hint: '例：ada@example.com。' },
      phone: { name: '電話番号', hint: '国番号付きのもの、または近くに「phone」のような語があるもの。' },
      iban: { name: '銀行口座', hint: 'チェックディジットの正しい IBAN。' },
      card: { name: '支払いカード', hint: 'チェックディジットの正しいカード番号。' },
      'national-id': {
        name: '身分番号',
        hint: '約 30 か国の税番号、社会保障番号、身分証番号。',
      },
      ip: { name: 'IP アドレス', hint: 'バージョン 4 と 6。' },
      name: { name: '氏名', hint: '推測です。「Mrs」のような敬称に続く語。誤りが多くあります。' },
      address: { name: '住所', hint: '推測です。番地のある通りの名前。誤りが多くあります。' },
    },
  },
} as const satisfies Translation<typeof en>;
