import type { hostVault as en } from '../en/host-vault.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'AI アプリ「{{id}}」はもう有効ではありません。追加し直してください。',
  theRecordOfTheServer: 'サーバー「{{id}}」の記録を読み取れません。追加し直してください。',
  theKeysOfAllAi:
    'すべての AI アプリのキーが取り替えられました。アドレスで接続するアプリごとに新しいキーを渡してください。',
  itsApprovedVersionIsNot:
    '承認済みのバージョンがないか、Doorward の外で変更されたため、未レビューとして扱います。',
  theKeysOfTheAi: 'AI アプリのキーを取り替えられません：{{why}}。起動し直してください。',
  whatWasReviewedBeforeWas:
    '以前のレビューはこのプロファイルのキーで封印されていなかったため、有効ではありません。',
  theStateOfThisProfile: 'このプロファイルの状態が Doorward の外で削除されました。最初からやり直します。',
  theStateOfThisProfileB:
    'このプロファイルの状態が Doorward の外で変更されたため、その中のものはどれもレビュー済みとは見なしません。',
  anOlderStateWasPut:
    'このプロファイルの状態が古いものに置き換えられたため、その中のものはどれもレビュー済みとは見なしません。',
  wasRemovedOutsideDoorward: '{{keys}}（{{table}}）が Doorward の外で削除されました。',
  theKeychainIsThereNow: 'キーチェーンが使えるようになりました。以前承認したものは今後封印されます。',
  itsRecordWasChangedOutside:
    '記録が Doorward の外で変更されたか、封印を確認できないため、未レビューとして扱います。',
  theKeyIsReplacedAt: 'キーは次の起動時に取り替えられます。それまではすべて今までどおりです。',
  thePassphraseMustHaveAt: 'パスフレーズは {{count}} 文字以上必要です。',
  theSecretsAreTooLarge:
    'シークレットの合計が一つのバックアップには大きすぎます。先にいちばん大きいものを削除してください。',
  theBackupWasWrittenBy:
    'バックアップは新しい Doorward が書いたものです。使うには Doorward を更新してください。',
  thisFileIsNoBackup: 'このファイルはシークレットのバックアップではないか、壊れています。',
  theBackupDoesNotOpen: 'このパスフレーズではバックアップが開かないか、壊れています。何も変更していません。',
  theBackupOpensButWhat: 'バックアップは開きますが、中身を理解できません。何も変更していません。',
  theSecretCannotBeRead: 'シークレット「{{name}}」を読み取れません。設定し直してください。',
  theVaultWasWrittenBy: '保管庫は新しい Doorward が書いたものです。使うには Doorward を更新してください。',
  theVaultFileIsDamaged: '保管庫のファイルが壊れているか、Doorward の外で変更されています。',
  theVaultWasMadeWith: '保管庫は、手元のものとは別のキーで作られています。',
  logInToADesktop:
    'Secret Service（GNOME Keyring、KWallet）のあるデスクトップにログインするか、--passphrase-fd でパスフレーズを渡してください。',
  unlockTheKeychainOrGive:
    'キーチェーンのロックを解除するか、--passphrase-fd でパスフレーズを渡してください。',
  theKeychainCannotBeUsed:
    'キーチェーンを使えません（{{why}}）。Secret Service（GNOME Keyring、KWallet）のあるデスクトップにログインするか、--passphrase-fd でパスフレーズを渡してください。',
  theKeychainCannotBeUsedB:
    'キーチェーンを使えません（{{why}}）。キーチェーンのロックを解除するか、--passphrase-fd でパスフレーズを渡してください。',
  lacksItsSoItWas: '「{{id}}」には {{name}} がないため、起動しませんでした。{{why}}',
  lacksAnArgumentSoIt: '「{{id}}」には引数が足りないため、起動しませんでした。{{why}}',
  theAddressOfRefersTo:
    '「{{id}}」のアドレスが保管庫を参照しています。シークレットはヘッダーで送ってください。',
  refersToTheVaultIn:
    '「{{id}}」はコマンドで保管庫を参照しています。コマンドはこのコンピューターのどのプログラムからも読めます。シークレットは環境変数で渡してください。',
  thePathOfRefersTo:
    '「{{id}}」の PATH が保管庫を参照しています。レビューできるように、そのまま書いてください。',
  aReferenceIsWrittenVault:
    '参照は ${vault:NAME} と書きます。使えるのは文字、数字、「.」、「_」、「-」です。',
  theKeyOfThisProfile:
    'このプロファイルのキーがキーチェーンにないため、新しく作りました。サーバーのレビューと AI アプリの追加をやり直す必要があります。',
  theKeyOfThisProfileB:
    'このプロファイルのキーはパスフレーズから作られています。シークレットを書き出し、新しいパスフレーズで新しいプロファイルを始めて、そこに取り込んでください。',
  theKeychainHasNoKey: '取り替えるべきこのプロファイルのキーがキーチェーンにありません。',
  theKeychainHasNoKeyB: 'このプロファイルのキーがキーチェーンにもうありません。',
  whatYouApprovedIsSealed:
    '承認したものは封印されています。ファイルが Doorward の外で変更されれば、わかります。',
  theVaultIsLockedSo:
    '保管庫がロックされているため、以前のレビューと AI アプリは有効ではなく、今行うことも残りません。{{why}}',
  whatYouApproveIsNot: '承認したものはまだ封印されていないため、ファイルが変更されてもわかりません。{{why}}',
  theVaultIsLocked: '保管庫はロックされています。{{why}}',
  thereIsNoKeyFor: '保管庫のキーがまだないため、シークレットを入れられません。{{why}}',
  thePassphraseMustHaveAtB: 'パスフレーズは 8 文字以上必要です。',
  thisProfileIsSealedWith:
    'このプロファイルはパスフレーズではなく、キーチェーンのキーで封印されています。--passphrase-fd なしで起動してください。',
  thisIsNotThePassphrase: 'このプロファイルを封印したパスフレーズではありません。何も変更していません。',
  theVaultFileWasRemoved: '保管庫のファイルが Doorward の外で削除され、シークレットも失われました。',
  theVaultFileIsNot:
    '保管庫のファイルは Doorward が最後に書いたものではありません。古いコピーに置き換えられたため、シークレットが以前の値のことがあります。',
  theVaultFileCannotBe: '保管庫のファイルを読み取れません：{{why}}。',
  itWasLeftAsIt:
    '{{why}} そのままにしてあります。正しいコピーに置き換えて起動し直すか、シークレットを設定し直してください。',
  theVaultCouldNotBe: '保管庫に書き込めませんでした：{{why}}。何も失われていません。',
  aSecretCannotBeEmpty: 'シークレットは空にできません。',
  aSecretCannotContainThe: 'シークレットに NUL 文字は使えません。',
  aSecretMustBeText: 'シークレットはテキストでなければなりません。',
  thereAreSecretsAlreadyRemove: 'シークレットがすでに {{count}} 個あります。先に一つ削除してください。',
  theServerUsesTheSecret:
    'サーバー「{{server}}」がシークレット「{{name}}」を使っています。先にそのサーバーを削除してください。',
  theVaultTakesSecretsAt_other:
    '保管庫に入るシークレットは {{count}} 個までのため、何も取り込みませんでした。',
  theVaultIsLockedUntil: '画面のロックが解除されるまで、保管庫はロックされています。',
  theVaultStaysLocked: '保管庫はロックされたままです。{{why}}',
  thereIsNoSecretIn:
    '保管庫にシークレット「{{name}}」はありません。設定するには：doorward secret set {{name}}',
} as const satisfies Translation<typeof en>;
