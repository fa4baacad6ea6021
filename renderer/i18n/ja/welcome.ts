import type { welcome as en } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

/** Japanese: the first page. */
export const welcome = {
  title: 'あなたの AI アプリ',
  lead: 'Doorward は、AI アプリと、アプリにツールを提供するサーバーの間に立ちます。すべての呼び出しを見せ、危険なものは事前にあなたに確認し、キーを預かります。',
  list: 'このコンピューターの AI アプリ',
  servers_other: 'Doorward を通らずにつながるサーバー {{count}} 個：',
  noServers: 'サーバーはまだありません。',
  show: '変更内容を表示',
  hide: '変更内容を隠す',
  looking: '調べています…',
  promise:
    '各アプリのファイルは変更前にコピーを取り、いつでも元に戻せます。あなたが内容を見るまで、サーバーは起動しません。',
  connect_other: 'アプリ {{count}} 個を接続',
  later: '後で',
  under: '{{app}} を接続しています…',
  review_other: 'サーバー {{count}} 個を見る',
  done: '完了',
} as const satisfies Translation<typeof en>;
