import type { hostVault as en } from '../en/host-vault.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'Die KI-App „{{id}}“ zählt nicht mehr. Fügen Sie sie noch einmal hinzu.',
  theRecordOfTheServer:
    'Die Aufzeichnung über den Server „{{id}}“ kann nicht gelesen werden. Fügen Sie ihn noch einmal hinzu.',
  theKeysOfAllAi:
    'Die Schlüssel aller KI-Apps wurden ersetzt. Geben Sie jeder App, die sich über die Adresse verbindet, einen neuen Schlüssel.',
  itsApprovedVersionIsNot:
    'Seine freigegebene Version ist nicht da oder wurde außerhalb von Doorward geändert; er zählt deshalb als nicht geprüft.',
  theKeysOfTheAi: 'Die Schlüssel der KI-Apps können nicht ersetzt werden: {{why}}. Starten Sie noch einmal.',
  whatWasReviewedBeforeWas:
    'Was früher geprüft wurde, war nicht mit dem Schlüssel dieses Profils versiegelt und zählt deshalb nicht.',
  theStateOfThisProfile: 'Der Zustand dieses Profils wurde außerhalb von Doorward entfernt; es beginnt neu.',
  theStateOfThisProfileB:
    'Der Zustand dieses Profils wurde außerhalb von Doorward geändert; deshalb zählt nichts darin als geprüft.',
  anOlderStateWasPut:
    'An die Stelle des Zustands dieses Profils wurde ein älterer gesetzt; deshalb zählt nichts darin als geprüft.',
  wasRemovedOutsideDoorward: '{{keys}} ({{table}}) wurde außerhalb von Doorward entfernt.',
  theKeychainIsThereNow:
    'Der Schlüsselbund ist jetzt da: Was Sie früher freigegeben haben, ist ab jetzt versiegelt.',
  itsRecordWasChangedOutside:
    'Die Aufzeichnung über ihn wurde außerhalb von Doorward geändert, oder ihr Siegel kann nicht geprüft werden; er zählt deshalb als nicht geprüft.',
  theKeyIsReplacedAt: 'Der Schlüssel wird beim nächsten Start ersetzt. Bis dahin geht alles wie bisher.',
  thePassphraseMustHaveAt: 'Die Passphrase muss mindestens {{count}} Zeichen haben.',
  theSecretsAreTooLarge:
    'Die Geheimnisse sind zusammen zu groß für eine Sicherung. Entfernen Sie zuerst das größte.',
  theBackupWasWrittenBy:
    'Die Sicherung wurde von einem neueren Doorward geschrieben. Aktualisieren Sie Doorward, um sie zu benutzen.',
  thisFileIsNoBackup: 'Diese Datei ist keine Sicherung von Geheimnissen, oder sie ist beschädigt.',
  theBackupDoesNotOpen:
    'Die Sicherung lässt sich mit dieser Passphrase nicht öffnen, oder sie ist beschädigt. Es wurde nichts geändert.',
  theBackupOpensButWhat:
    'Die Sicherung lässt sich öffnen, aber ihr Inhalt wird nicht verstanden. Es wurde nichts geändert.',
  theSecretCannotBeRead: 'Das Geheimnis „{{name}}“ kann nicht gelesen werden. Setzen Sie es neu.',
  theVaultWasWrittenBy:
    'Der Tresor wurde von einem neueren Doorward geschrieben. Aktualisieren Sie Doorward, um ihn zu benutzen.',
  theVaultFileIsDamaged: 'Die Datei des Tresors ist beschädigt oder wurde außerhalb von Doorward geändert.',
  theVaultWasMadeWith: 'Der Tresor wurde mit einem anderen Schlüssel angelegt als dem, der zur Hand ist.',
  logInToADesktop:
    'Melden Sie sich an einem Desktop mit Secret Service an (GNOME Keyring, KWallet), oder geben Sie mit --passphrase-fd eine Passphrase an.',
  unlockTheKeychainOrGive:
    'Entsperren Sie den Schlüsselbund, oder geben Sie mit --passphrase-fd eine Passphrase an.',
  theKeychainCannotBeUsed:
    'Der Schlüsselbund kann nicht benutzt werden ({{why}}). Melden Sie sich an einem Desktop mit Secret Service an (GNOME Keyring, KWallet), oder geben Sie mit --passphrase-fd eine Passphrase an.',
  theKeychainCannotBeUsedB:
    'Der Schlüsselbund kann nicht benutzt werden ({{why}}). Entsperren Sie den Schlüsselbund, oder geben Sie mit --passphrase-fd eine Passphrase an.',
  lacksItsSoItWas: '„{{id}}“ fehlt {{name}}, deshalb wurde er nicht gestartet. {{why}}',
  lacksAnArgumentSoIt: '„{{id}}“ fehlt ein Argument, deshalb wurde er nicht gestartet. {{why}}',
  theAddressOfRefersTo:
    'Die Adresse von „{{id}}“ verweist auf den Tresor. Senden Sie das Geheimnis stattdessen als Header.',
  refersToTheVaultIn:
    '„{{id}}“ verweist in seinem Befehl auf den Tresor, und den Befehl kann jedes Programm dieses Computers lesen. Geben Sie das Geheimnis stattdessen als Umgebungsvariable an.',
  thePathOfRefersTo:
    'Der PATH von „{{id}}“ verweist auf den Tresor. Schreiben Sie ihn stattdessen aus, damit er geprüft werden kann.',
  aReferenceIsWrittenVault:
    'Ein Verweis wird ${vault:NAME} geschrieben, mit Buchstaben, Ziffern, „.“, „_“ und „-“.',
  theKeyOfThisProfile:
    'Der Schlüssel dieses Profils ist nicht mehr im Schlüsselbund; deshalb wurde ein neuer gemacht. Server müssen noch einmal geprüft und KI-Apps noch einmal hinzugefügt werden.',
  theKeyOfThisProfileB:
    'Der Schlüssel dieses Profils ist aus seiner Passphrase gemacht. Exportieren Sie die Geheimnisse, beginnen Sie ein neues Profil mit einer neuen Passphrase, und importieren Sie sie dort.',
  theKeychainHasNoKey: 'Der Schlüsselbund hat keinen Schlüssel dieses Profils, der ersetzt werden könnte.',
  theKeychainHasNoKeyB: 'Der Schlüsselbund hat keinen Schlüssel dieses Profils mehr.',
  whatYouApprovedIsSealed:
    'Was Sie freigegeben haben, ist versiegelt: Werden seine Dateien außerhalb von Doorward geändert, wird das bemerkt.',
  theVaultIsLockedSo:
    'Der Tresor ist gesperrt; deshalb zählen frühere Prüfungen und KI-Apps nicht, und was jetzt getan wird, bleibt nicht. {{why}}',
  whatYouApproveIsNot:
    'Was Sie freigeben, ist noch nicht versiegelt; würden seine Dateien geändert, bliebe das unbemerkt. {{why}}',
  theVaultIsLocked: 'Der Tresor ist gesperrt. {{why}}',
  thereIsNoKeyFor:
    'Für einen Tresor gibt es noch keinen Schlüssel; deshalb nimmt er keine Geheimnisse auf. {{why}}',
  thePassphraseMustHaveAtB: 'Die Passphrase muss mindestens 8 Zeichen haben.',
  thisProfileIsSealedWith:
    'Dieses Profil ist mit einem Schlüssel im Schlüsselbund versiegelt, nicht mit einer Passphrase. Starten Sie ohne --passphrase-fd.',
  thisIsNotThePassphrase:
    'Das ist nicht die Passphrase, mit der das Profil versiegelt wurde. Es wurde nichts geändert.',
  theVaultFileWasRemoved:
    'Die Datei des Tresors wurde außerhalb von Doorward entfernt, und die Geheimnisse mit ihr.',
  theVaultFileIsNot:
    'Die Datei des Tresors ist nicht die, die Doorward zuletzt geschrieben hat: An ihre Stelle wurde eine ältere Kopie gesetzt; Geheimnisse können deshalb frühere Werte haben.',
  theVaultFileCannotBe: 'Die Datei des Tresors kann nicht gelesen werden: {{why}}.',
  itWasLeftAsIt:
    '{{why}} Sie wurde gelassen, wie sie ist: Legen Sie eine gute Kopie an die Stelle und starten Sie noch einmal, oder setzen Sie die Geheimnisse neu.',
  theVaultCouldNotBe: 'Der Tresor konnte nicht geschrieben werden: {{why}}. Es ging nichts verloren.',
  aSecretCannotBeEmpty: 'Ein Geheimnis kann nicht leer sein.',
  aSecretCannotContainThe: 'Ein Geheimnis darf das Zeichen NUL nicht enthalten.',
  aSecretMustBeText: 'Ein Geheimnis muss Text sein.',
  thereAreSecretsAlreadyRemove: 'Es gibt schon {{count}} Geheimnisse. Entfernen Sie zuerst eines.',
  theServerUsesTheSecret:
    'Der Server „{{server}}“ benutzt das Geheimnis „{{name}}“. Entfernen Sie zuerst diesen Server.',
  theVaultTakesSecretsAt_one:
    'Der Tresor nimmt höchstens {{count}} Geheimnis auf; deshalb wurde nichts übernommen.',
  theVaultTakesSecretsAt_other:
    'Der Tresor nimmt höchstens {{count}} Geheimnisse auf; deshalb wurde nichts übernommen.',
  theVaultIsLockedUntil: 'Der Tresor ist gesperrt, bis der Bildschirm entsperrt wird.',
  theVaultStaysLocked: 'Der Tresor bleibt gesperrt. {{why}}',
  thereIsNoSecretIn:
    'Im Tresor gibt es kein Geheimnis „{{name}}“. Setzen Sie es mit: doorward secret set {{name}}',
} as const satisfies Translation<typeof en>;
