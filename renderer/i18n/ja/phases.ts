import type { phases as en } from '../en/phases.ts';
import type { Translation } from '../translation.ts';

/** Japanese: what the window shows while no host runs. */
export const phases = {
  starting: 'Doorward を起動しています。',
  stopping: 'Doorward を終了しています。',
  stoppingMeans: '進行中の呼び出しを拒否しています。',
  crashed: 'Doorward が停止しました',
  failed: {
    'port-taken': '別のプログラムが Doorward のアドレスを使っています',
    'profile-locked': 'Doorward はすでに実行中です',
    settings: '設定を読み取れません',
    other: 'Doorward を起動できませんでした',
  },
  means: {
    'port-taken':
      '{{process}} が Doorward のアドレスを使っており、アプリのキーを受け取るおそれがあります。そのプログラムを終了してから「キーを交換して起動」を選んでください。',
    'port-taken-by-unknown':
      '別のプログラムが Doorward のアドレスを使っており、アプリのキーを受け取るおそれがあります。そのプログラムを終了してから「キーを交換して起動」を選んでください。',
    'profile-locked':
      '別の Doorward がすでにこのプロファイルを使っています。そちらを使うか、先に終了してください。',
    'profile-locked-by':
      '別の Doorward（プロセス {{pid}}）がすでにこのプロファイルを使っています。そちらを使うか、先に終了してください。',
    'no-node': 'Doorward の一部が見つかりません。Doorward をもう一度インストールしてください。',
    'no-node-in-clone':
      'node_modules に Node 24 がありません。「npm ci」を実行するか、DOORWARD_NODE に Node 24 のパスを設定してください。',
    bug: 'Doorward 自体にエラーがありました。詳しくはプロファイルのフォルダーにあるログをご覧ください。',
    crashed:
      'Doorward 自体にエラーがあったため、どの呼び出しも通りません。詳しくはプロファイルのフォルダーにあるログをご覧ください。',
  },
  replaceMeans:
    'キーを交換すると、すべての AI アプリに新しいキーが割り当てられ、古いキーは無効になります。その後、各アプリに新しいキーが必要です：「AI アプリ」の「新しいキー」。',
  ways: 'できること',
  way: {
    retry: '再試行',
    'replace-keys': 'キーを交換して起動',
    'open-folder': 'フォルダーを開く',
    relaunch: '起動し直す',
    quit: '終了',
  },
} as const satisfies Translation<typeof en>;
