import type { shaping as en } from '../en/shaping.ts';
import type { Translation } from '../translation.ts';

/** Japanese: how the answers of a server are made smaller. */
export const shaping = {
  heading: '応答の縮小',
  switch: {
    label: '応答を小さくする',
    hint: '応答は 1 語ごとにトークンを消費します。意味のない部分は、すべてを調べた後、AI アプリが読む前に取り除きます。',
  },
  more: '行うこと',
  step: {
    nulls: { label: '空の値を省く', hint: 'JSON の、null または空の項目。' },
    tables: { label: 'リストを表にする', hint: '項目の名前を一度だけ示し、その後に行を並べます。' },
    markdown: {
      label: 'ページをプレーンテキストにする',
      hint: 'HTML は Markdown になり、ページに表示されないものは取り除きます。',
    },
    links: { label: 'リンクの追跡を省く', hint: '人を追跡するだけのパラメーター。' },
    base64: {
      label: 'エンコードデータを名前で示す',
      hint: '長い base64 を、そこに何があったかを示す 1 語に置き換えます。',
    },
    repeats: {
      label: '渡したものは名前で示す',
      hint: '1 つのセッションで同じテキストが再び現れた場合。もう一度求められれば、全文を渡します。',
    },
  },
  cut: {
    label: '長い応答を切る',
    hint: '続きが必要なとき、AI アプリは「read_more」で読み進めます。このサーバー単独のアドレスでは切りません。',
  },
  budget: {
    label: '応答の最大トークン数',
    error: '200～1,000,000 の整数を入力してください。',
  },
  tools: {
    heading: '扱いの異なるツール',
    none: '扱いの異なるツールはありません。応答を別の方法で扱うツールを下から選べます。',
    add: 'ツールを追加',
    pick: 'ツールを選ぶ…',
    of: '{{tool}} の応答',
    remove: '{{tool}} を削除',
    off: 'そのまま',
    good: '小さくする',
    own: '処理を選択',
  },
} as const satisfies Translation<typeof en>;
