import type { hostForms as en } from '../en/host-forms.ts';
import type { Translation } from '../translation.ts';

/** What is wrong with a value, as forms and commands say it. */
export const hostForms = {
  giveToolOrItems: '「tool」か「items」を指定してください。',
  keyTooShort: 'キーは 8 文字以上必要です。',
  textTooLong: 'このテキストは 262144 文字を超えています。一部だけでお試しください。',
  giveWeeksOrSince: '「weeks」か「since」を指定してください。',
  exportName: '書き出しの名前は 32 桁の 16 進数です。',
  registryName: 'レジストリでのサーバー名は「io.github.someone/something」のような形です。',
  optionName: '選択肢は「package:0」や「remote:0」のような形です。',
  digestForm: 'ダイジェストは 0-9 と a-f の 64 文字です。',
  giveFileOfBundle: 'バンドルのファイルを指定してください。',
  notBase64: 'base64 ではありません。',
  noControlCharacters: '制御文字は使えません。',
  notSendable: '送れない文字が含まれています。',
  hostForm: 'ホストは名前かアドレスで、ポートは付けません。',
  secretName:
    'シークレットの名前は 1～64 文字で、文字、数字、「.」、「_」、「-」が使え、文字か数字で始まります。',
  passphraseTooLong: 'パスフレーズは 1024 文字までです。',
  backupTooLarge: 'このファイルはシークレットのバックアップとしては大きすぎます。',
  secretTooLong: 'シークレットは 65536 文字までです。',
  appName: 'アプリの名前は「claude-desktop」のような形です。',
  maskName: '名前は 64 文字までで、文字、数字、空白、ピリオド、ハイフンが使え、文字か数字で始まります。',
  canaryName: '名前は 40 文字までで、文字、数字、空白、ピリオド、ハイフンが使えます。',
  callsOrAmount: '1 日の呼び出し回数か、金額を指定してください。',
  noIdOfLimit: 'これは上限の ID ではありません。',
  notJsonValue: 'JSON の値ではありません。',
  timeForm: '時刻は 09:30 のように書きます。',
  destinationName:
    '送り先の名前は 1～40 文字で、文字、数字、空白、「.」、「_」、「-」が使え、文字か数字で始まります。',
  noHeaderName: 'これはヘッダーの名前ではありません。',
  headerNotSet: 'このヘッダーは設定できません。',
  headerInVault:
    'ヘッダーの値は保管庫にあります。vault:NAME または "Bearer ${vault:NAME}" と書いてください。',
  mostHeaders: 'ヘッダーは 16 個までです。',
  noCertificate: 'PEM 形式の証明書が含まれていません。',
  addressHttps: 'アドレスは https://collector.example.com:4318 のように書いてください。',
  addressTls: 'アドレスは tls://logs.example.com:6514 のように書いてください。',
  addressHoldsLogin:
    'アドレスにログイン情報が含まれていて、誰でも読めてしまいます。保管庫に入れて、ヘッダーで送ってください。',
  addressBehind: 'アドレスの「?」か「#」の後に何かあります。それを除いてください。',
  syslogAddress: 'syslog のアドレスはホストとポートだけで、後には何も付けません。',
  readOnTheWayHttps:
    '{{protocol}}// に送るものは途中で読まれるおそれがあります。https:// か、このコンピューターのアドレスを使ってください。',
  readOnTheWayTls:
    '{{protocol}}// に送るものは途中で読まれるおそれがあります。tls:// か、このコンピューターのアドレスを使ってください。',
  serverName: 'サーバーの名前は 1～20 文字で、a-z、0-9、「-」が使えます。',
  originForm: 'オリジンは「http://localhost:3000」のように、スキーム、ホスト、ポートだけを書きます。',
  registryAddress: 'レジストリのアドレスは https:// で始まり、ログイン情報を含みません。',
  toolNames:
    'ツールは files__read_file のように一覧のとおりに、サーバー全体は files__* のように指定してください。',
  oneToolAtLeast: 'ツールを一つ以上か、サーバーを files__* の形で指定してください。',
  profileNeedsName: 'プロファイルには名前が必要です。',
  profileNameTooLong: 'プロファイルの名前は 40 文字までです。',
  nameControlCharacters: '名前に制御文字は使えません。',
  noneMeansNoProfile: '「none」はプロファイルなしを意味します。別の名前にしてください。',
  thisCannotBeUsed: 'これは使えません：{{why}}。',
} as const satisfies Translation<typeof en>;
