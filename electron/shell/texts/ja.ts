import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('ja');

/** What the shell says, in Japanese. */
export const ja = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, { other: '# 個のアプリ' });
      return `${apps}、${count(servers, { other: '# 個のサーバーを保護中' })}`;
    },
    starting: '起動中…',
    stopping: '終了中…',
    notRunning: '停止中：アプリはツールを使えません',
    blocked: 'すべてブロック中',
    lockedDown: 'ロック中：組織の設定を読み取れません',
    waiting: (calls) => count(calls, { other: '# 件の呼び出しが待っています…' }),
    tipWaiting: (calls) => count(calls, { other: 'Doorward：# 件の呼び出しが回答を待っています' }),
    tip: (state) => `Doorward：${state}`,
    reviews: (servers) => count(servers, { other: '新しいサーバー # 個をレビュー…' }),
    changes: (items) => count(items, { other: '変更 # 件をレビュー…' }),
    call: callLine({
      ok: ['{app}：「{tool}」', '{app}：{server} の「{tool}」'],
      open: ['{app}：「{tool}」（実行中）', '{app}：{server} の「{tool}」（実行中）'],
      refused: ['{app}：「{tool}」（拒否）', '{app}：{server} の「{tool}」（拒否）'],
      failed: ['{app}：「{tool}」（失敗）', '{app}：{server} の「{tool}」（失敗）'],
      cancelled: ['{app}：「{tool}」（中止）', '{app}：{server} の「{tool}」（中止）'],
      error: ['{app}：「{tool}」（エラー）', '{app}：{server} の「{tool}」（エラー）'],
    }),
    askEverything: 'すべて確認する',
    blockEverything: 'すべてブロック',
    profiles: 'プロファイル',
    profile: (name) => `プロファイル：「${name}」`,
    profileName: (name) => `「${name}」`,
    noProfile: 'プロファイルなし',
    open: '開く',
    settings: '設定',
    quit: '終了',
    quitWithout: (clients) => count(clients, { other: '終了（# 個のアプリがツールを使えなくなります）' }),
  },

  notices: {
    added: (server) => `「${server}」は新しく、レビューを待っています。何も起動していません。`,
    alarm: (server) => `「${server}」が AI に伝える内容を変更しました。保留中です。`,
    canary: (server) => `AI アプリがカナリアを「${server}」に送ろうとしました。呼び出しは止められました。`,
    waiting: 'Doorward で呼び出しが待っています。',
    missed: (calls) => count(calls, { other: '不在の間に # 件の呼び出しに回答がありませんでした。' }),
  },

  menu: {
    file: 'ファイル',
    edit: '編集',
    view: '表示',
    window: 'ウインドウ',
    open: 'Doorward を開く',
    settings: '設定…',
    search: '検索とコマンド…',
    close: 'ウインドウを閉じる',
    quit: 'Doorward を終了',
    about: 'Doorward について',
    hide: 'Doorward を隠す',
    hideOthers: 'ほかを隠す',
    unhide: 'すべてを表示',
    undo: '元に戻す',
    redo: 'やり直す',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    resetZoom: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
    fullScreen: '全画面表示',
    devTools: '開発者ツール',
    minimize: 'しまう',
  },

  link: {
    title: 'Web ページを開く',
    question: (host) => `${host} をブラウザーで開きますか？`,
    detail: (url) => `${url}\n\nDoorward はこのページを知りません。`,
    open: '開く',
    cancel: 'キャンセル',
  },

  update: {
    look: '新しいバージョンを探す…',
    newest: (current) => `Doorward は最新のバージョンです（${current}）。`,
    found: (version) => `Doorward ${version} があります。ダウンロードしますか？`,
    foundDetail: (current) =>
      `現在のバージョンは ${current} です。もう一度確認するまで何もインストールされません。`,
    get: 'ダウンロード',
    notNow: '今はしない',
    ready: (version) => `Doorward ${version} をダウンロードし、検証しました。今すぐインストールしますか？`,
    readyDetail: 'Doorward は終了し、もう一度起動します。進行中の呼び出しは拒否されます。',
    install: 'インストールして再起動',
    off: '組織の設定により、Doorward は自身を更新しません。',
    unknownRules: '組織の設定を読み取れないため、Doorward が自身を更新してよいかどうか分かりません。',
    another: '同意されたものとは別のバージョンが届きました。何もインストールされていません。',
    failed:
      '新しいバージョンを取得できませんでした。ネットワークを確認してください。詳しくはプロファイルのフォルダーにあるログをご覧ください。',
    close: '閉じる',
  },

  rendererGone: {
    message: 'Doorward のウインドウが 2 回停止しました。',
    detail: 'アプリは引き続きツールを使えます。影響があるのはウインドウだけです。',
    reload: '再読み込み',
    quit: '終了',
  },

  failed: {
    unexpected:
      'Doorward 自体にエラーがありました。詳しくはプロファイルのフォルダーにあるログをご覧ください。',
    noFolder: 'Doorward はプロファイルのフォルダーを使えないため、起動しません。',
  },

  gate: {
    refused: 'Doorward はこの要求を拒否しました。',
    malformed: 'Doorward はこの要求を理解できませんでした。',
    tooLarge: 'これは Doorward には大きすぎます。',
    busy: 'Doorward への要求が一度に多すぎます。もう一度お試しください。',
    failed:
      'Doorward 自体にエラーがありました。詳しくはプロファイルの「logs」フォルダーにあるログをご覧ください。',
    noHost: 'Doorward が実行されていないため、今はできません。',
    notOffered: 'この方法は今は選べません。',
  },
} as const satisfies ShellTexts;
