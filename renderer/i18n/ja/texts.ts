import type { texts as en } from '../en/texts.ts';
import type { Translation } from '../translation.ts';

/** Japanese: what the log keeps of the texts of calls. */
export const texts = {
  heading: 'このサーバーの呼び出しについてログに残すもの',
  usual: {
    label: 'ログに残すテキスト',
    hint: '個別の選択がないサーバーの、呼び出しの引数と応答。今からの呼び出しに適用されます。',
  },
  server: {
    label: '引数と応答',
    hint: '今からの呼び出しに適用されます。すでにログにあるものは残ります。',
  },
  keep: {
    full: 'そのまま',
    redacted: 'シークレットと個人データを除く',
    digests: 'テキストなし（サイズとダイジェストのみ）',
  },
  asUsual: '通常どおり：{{keep}}',
  explain: {
    full: '保管庫のシークレットは、この場合も除かれます。ログを読める人は誰でも、やり取りの内容を読めます。',
    redacted: 'シークレットや個人データに見えるものは除かれます。決まった形を持たないものは残ります。',
    digests:
      'やり取りの内容は、ログから誰にも読めません。ただし、同じテキストであることはダイジェストからわかります。',
  },
  bound: 'ログに残すのは、多くてもここまでです：{{keep}}。',
} as const satisfies Translation<typeof en>;
