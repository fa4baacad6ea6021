import type { sending as en } from '../en/sending.ts';
import type { Translation } from '../translation.ts';

/** Japanese: where the log is sent. */
export const sending = {
  heading: 'ログの送信',
  label: 'ログの送り先',
  hint: 'このコンピューターを離れた写しは、ここから変更できません。送るのはログの内容です。送り先に届かない間も、何も失われません。',
  none: 'ログはどこにも送っていません。',
  list: 'ログの送り先',
  add: '送り先を追加…',
  failed: 'Doorward はログの送り先を確かめられませんでした。',
  to: '{{to}} へ',
  managed: '組織が設定しました。',
  state: {
    done: 'すべて届いています。',
    sending: '送信中です。',
    waiting: '再試行します。',
    stopped: '何も送っていません。',
  },
  sentLast: '最後の送信',
  never: 'まだ何も送っていません。',
  waiting_other: '記録 {{count}} 件が待っています。',
  lost_other: '記録 {{count}} 件が、送る前にログから削除されました。',
  refused_other: '送り先が記録 {{count}} 件を受け付けませんでした。',
  test: '{{name}} をテスト',
  remove: '送り先 {{name}} を削除',
  removeTitle: '「{{name}}」へのログの送信をやめますか？',
  removeMeans:
    '待っている記録は送られません。すでに届いたものは送り先に残ります。元に戻せません。Doorward の認証に使うものは残らないためです。',
  removeButton: '削除',
  dialog: {
    title: 'ログの送信',
    name: '名前',
    nameHint: '見分けるための名前です。',
    kind: '方法',
    kinds: {
      otlp: 'OpenTelemetry コレクター（OTLP over HTTP）',
      syslog: 'Syslog サーバー',
      file: 'このコンピューターのファイル',
    },
    url: 'アドレス',
    urlHint: {
      otlp: '例：https://collector.example.com:4318',
      syslog: '例：tls://logs.example.com:6514',
    },
    path: 'ファイル',
    pathHint: '完全なパス。大きくなると複数のファイルに分かれ、古いものは削除されます。',
    header: 'キーを入れるヘッダー',
    headerHint: 'コレクターが求める場合。例：Authorization。',
    secret: '保管庫にある値',
    secretHint: 'vault:NAME、または "Bearer ${vault:NAME}" と書きます。',
    what: '送るもの',
    whats: {
      all: 'すべての記録',
      notable: '拒否、失敗、または検出のあった呼び出しのみ',
    },
    fromStart: 'すでにログにあるものも送る',
    add: 'そこへログを送信',
  },
} as const satisfies Translation<typeof en>;
