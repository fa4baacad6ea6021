import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** すべてを対象とする検索とコマンド。 */
export const palette = {
  open: '検索',
  title: '検索とコマンド',
  field: 'サーバー、ツール、呼び出し、設定、コマンドを検索',
  keys: '矢印キーで移動、Enter で開く、Esc で閉じます。',
  list: '見つかったもの',
  group: {
    recent: '最近使ったもの',
    command: 'コマンド',
    screen: '画面',
    server: 'サーバー',
    tool: 'ツール',
    app: 'AI アプリ',
    rule: '許可とルール',
    setting: '設定',
    call: '呼び出し',
  },
  some: '{{count, number}} 件中 {{shown, number}} 件',
  said_other: '{{count, number}} 件見つかりました。',
  none: '「{{text}}」に合うものはありません。',
  noneHint:
    'ここでは、画面、コマンド、サーバーとそのツール、AI アプリ、許可、設定を名前で、呼び出しをその中の語で探せます。',
  allCalls: '「{{text}}」を含むすべての呼び出し',
  live: 'ライブの呼び出し',
  theme: '外観：{{choice}}',
  language: '言語：{{name}}',
  lift: 'すべてのブロックをやめる…',
  usual: 'すべてを確認するのをやめる…',
  asking: 'これからはすべての呼び出しについて確認します。',
  notDone: '実行されませんでした：{{why}}',
} as const satisfies Translation<typeof en>;
