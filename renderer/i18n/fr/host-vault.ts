import type { hostVault as en } from '../en/host-vault.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'L’app d’IA « {{id}} » ne compte plus. Ajoutez-la de nouveau.',
  theRecordOfTheServer: 'Les données du serveur « {{id}} » ne peuvent pas être lues. Ajoutez-le de nouveau.',
  theKeysOfAllAi:
    'Les clés de toutes les apps d’IA ont été remplacées. Donnez une nouvelle clé à chaque app qui se connecte par l’adresse.',
  itsApprovedVersionIsNot:
    'Sa version approuvée n’est pas là ou a été modifiée hors de Doorward ; il compte donc comme non examiné.',
  theKeysOfTheAi: 'Les clés des apps d’IA ne peuvent pas être remplacées : {{why}}. Redémarrez.',
  whatWasReviewedBeforeWas:
    'Ce qui avait été examiné n’était pas scellé avec la clé de ce profil ; cela ne compte donc pas.',
  theStateOfThisProfile: 'L’état de ce profil a été retiré hors de Doorward ; il repart à neuf.',
  theStateOfThisProfileB:
    'L’état de ce profil a été modifié hors de Doorward ; rien de ce qu’il contient ne compte donc comme examiné.',
  anOlderStateWasPut:
    'Un état plus ancien a été mis à la place de celui de ce profil ; rien de ce qu’il contient ne compte donc comme examiné.',
  wasRemovedOutsideDoorward: '{{keys}} ({{table}}) a été retiré hors de Doorward.',
  theKeychainIsThereNow: 'Le trousseau est là maintenant : ce que vous aviez approuvé est désormais scellé.',
  itsRecordWasChangedOutside:
    'Ses données ont été modifiées hors de Doorward ou leur sceau ne peut pas être vérifié ; il compte donc comme non examiné.',
  theKeyIsReplacedAt: 'La clé sera remplacée au prochain démarrage. D’ici là, tout fonctionne comme avant.',
  thePassphraseMustHaveAt: 'La phrase secrète doit avoir au moins {{count}} caractères.',
  theSecretsAreTooLarge:
    'Les secrets sont ensemble trop grands pour une sauvegarde. Retirez d’abord le plus grand.',
  theBackupWasWrittenBy:
    'La sauvegarde a été écrite par un Doorward plus récent. Mettez Doorward à jour pour l’utiliser.',
  thisFileIsNoBackup: 'Ce fichier n’est pas une sauvegarde de secrets, ou il est endommagé.',
  theBackupDoesNotOpen:
    'La sauvegarde ne s’ouvre pas avec cette phrase secrète, ou elle est endommagée. Rien n’a été changé.',
  theBackupOpensButWhat:
    'La sauvegarde s’ouvre, mais ce qu’elle contient n’est pas compris. Rien n’a été changé.',
  theSecretCannotBeRead: 'Le secret « {{name}} » ne peut pas être lu. Définissez-le de nouveau.',
  theVaultWasWrittenBy:
    'Le coffre a été écrit par un Doorward plus récent. Mettez Doorward à jour pour l’utiliser.',
  theVaultFileIsDamaged: 'Le fichier du coffre est endommagé ou a été modifié hors de Doorward.',
  theVaultWasMadeWith: 'Le coffre a été fait avec une autre clé que celle qui est disponible.',
  logInToADesktop:
    'Ouvrez une session sur un bureau avec un Secret Service (GNOME Keyring, KWallet), ou donnez une phrase secrète avec --passphrase-fd.',
  unlockTheKeychainOrGive: 'Déverrouillez le trousseau, ou donnez une phrase secrète avec --passphrase-fd.',
  theKeychainCannotBeUsed:
    'Le trousseau ne peut pas être utilisé ({{why}}). Ouvrez une session sur un bureau avec un Secret Service (GNOME Keyring, KWallet), ou donnez une phrase secrète avec --passphrase-fd.',
  theKeychainCannotBeUsedB:
    'Le trousseau ne peut pas être utilisé ({{why}}). Déverrouillez le trousseau, ou donnez une phrase secrète avec --passphrase-fd.',
  lacksItsSoItWas: 'Il manque {{name}} à « {{id}} » ; il n’a donc pas été démarré. {{why}}',
  lacksAnArgumentSoIt: 'Il manque un argument à « {{id}} » ; il n’a donc pas été démarré. {{why}}',
  theAddressOfRefersTo: 'L’adresse de « {{id}} » renvoie au coffre. Envoyez plutôt le secret comme en-tête.',
  refersToTheVaultIn:
    '« {{id}} » renvoie au coffre dans sa commande, que tout programme de cet ordinateur peut lire. Donnez plutôt le secret comme variable d’environnement.',
  thePathOfRefersTo:
    'Le PATH de « {{id}} » renvoie au coffre. Écrivez-le plutôt en toutes lettres, pour qu’il puisse être examiné.',
  aReferenceIsWrittenVault:
    'Un renvoi s’écrit ${vault:NAME}, avec des lettres, des chiffres, « . », « _ » et « - ».',
  theKeyOfThisProfile:
    'La clé de ce profil n’est plus dans le trousseau ; une nouvelle a donc été faite. Les serveurs doivent être examinés et les apps d’IA ajoutées de nouveau.',
  theKeyOfThisProfileB:
    'La clé de ce profil est faite de sa phrase secrète. Exportez les secrets, commencez un nouveau profil avec une nouvelle phrase secrète et importez-les-y.',
  theKeychainHasNoKey: 'Le trousseau n’a pas de clé de ce profil à remplacer.',
  theKeychainHasNoKeyB: 'Le trousseau n’a plus de clé de ce profil.',
  whatYouApprovedIsSealed:
    'Ce que vous avez approuvé est scellé : une modification de ses fichiers hors de Doorward est remarquée.',
  theVaultIsLockedSo:
    'Le coffre est verrouillé ; les examens et apps d’IA d’avant ne comptent donc pas, et ce qui est fait maintenant ne durera pas. {{why}}',
  whatYouApproveIsNot:
    'Ce que vous approuvez n’est pas encore scellé ; une modification de ses fichiers ne serait donc pas remarquée. {{why}}',
  theVaultIsLocked: 'Le coffre est verrouillé. {{why}}',
  thereIsNoKeyFor: 'Il n’y a pas encore de clé pour un coffre ; il ne prend donc pas de secrets. {{why}}',
  thePassphraseMustHaveAtB: 'La phrase secrète doit avoir au moins 8 caractères.',
  thisProfileIsSealedWith:
    'Ce profil est scellé avec une clé du trousseau, pas avec une phrase secrète. Démarrez sans --passphrase-fd.',
  thisIsNotThePassphrase:
    'Ce n’est pas la phrase secrète avec laquelle le profil a été scellé. Rien n’a été changé.',
  theVaultFileWasRemoved: 'Le fichier du coffre a été retiré hors de Doorward, et les secrets avec lui.',
  theVaultFileIsNot:
    'Le fichier du coffre n’est pas celui que Doorward a écrit en dernier : une copie plus ancienne a été mise à sa place ; des secrets peuvent donc avoir des valeurs antérieures.',
  theVaultFileCannotBe: 'Le fichier du coffre ne peut pas être lu : {{why}}.',
  itWasLeftAsIt:
    '{{why}} Il a été laissé tel quel : mettez une bonne copie à sa place et redémarrez, ou définissez les secrets de nouveau.',
  theVaultCouldNotBe: 'Le coffre n’a pas pu être écrit : {{why}}. Rien n’a été perdu.',
  aSecretCannotBeEmpty: 'Un secret ne peut pas être vide.',
  aSecretCannotContainThe: 'Un secret ne peut pas contenir le caractère NUL.',
  aSecretMustBeText: 'Un secret doit être un texte.',
  thereAreSecretsAlreadyRemove: 'Il y a déjà {{count}} secrets. Retirez-en d’abord un.',
  theServerUsesTheSecret:
    'Le serveur « {{server}} » utilise le secret « {{name}} ». Retirez d’abord ce serveur.',
  theVaultTakesSecretsAt_one: 'Le coffre prend au plus {{count}} secret ; rien n’a donc été intégré.',
  theVaultTakesSecretsAt_many: 'Le coffre prend au plus {{count}} de secrets ; rien n’a donc été intégré.',
  theVaultTakesSecretsAt_other: 'Le coffre prend au plus {{count}} secrets ; rien n’a donc été intégré.',
  theVaultIsLockedUntil: 'Le coffre est verrouillé jusqu’à ce que l’écran soit déverrouillé.',
  theVaultStaysLocked: 'Le coffre reste verrouillé. {{why}}',
  thereIsNoSecretIn:
    'Il n’y a pas de secret « {{name}} » dans le coffre. Définissez-le avec : doorward secret set {{name}}',
} as const satisfies Translation<typeof en>;
