import type { hostVault as en } from '../en/host-vault.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'La app de IA «{{id}}» ya no cuenta. Añádala de nuevo.',
  theRecordOfTheServer: 'La entrada del servidor «{{id}}» no se puede leer. Añádalo de nuevo.',
  theKeysOfAllAi:
    'Las claves de todas las apps de IA se reemplazaron. Dé una clave nueva a cada app que se conecte por dirección.',
  itsApprovedVersionIsNot:
    'Su versión aprobada no está o se cambió fuera de Doorward, así que cuenta como sin revisar.',
  theKeysOfTheAi: 'Las claves de las apps de IA no se pueden reemplazar: {{why}}. Inicie de nuevo.',
  whatWasReviewedBeforeWas:
    'Lo que se revisó antes no estaba sellado con la clave de este perfil, así que no cuenta.',
  theStateOfThisProfile: 'El estado de este perfil se eliminó fuera de Doorward; empieza de nuevo.',
  theStateOfThisProfileB:
    'El estado de este perfil se cambió fuera de Doorward, así que nada en él cuenta como revisado.',
  anOlderStateWasPut:
    'Se puso un estado anterior en lugar del de este perfil, así que nada en él cuenta como revisado.',
  wasRemovedOutsideDoorward: '{{keys}} ({{table}}) se eliminó fuera de Doorward.',
  theKeychainIsThereNow: 'El llavero ya está: lo que aprobó antes queda sellado a partir de ahora.',
  itsRecordWasChangedOutside:
    'Su entrada se cambió fuera de Doorward o no se puede comprobar su sello, así que cuenta como sin revisar.',
  theKeyIsReplacedAt: 'La clave se reemplaza en el próximo inicio. Hasta entonces todo funciona como antes.',
  thePassphraseMustHaveAt: 'La frase de contraseña necesita al menos {{count}} caracteres.',
  theSecretsAreTooLarge:
    'Los secretos juntos son demasiado grandes para una sola copia. Elimine antes el más grande.',
  theBackupWasWrittenBy: 'La copia la escribió un Doorward más nuevo. Actualice Doorward para usarla.',
  thisFileIsNoBackup: 'Este archivo no es una copia de secretos, o está dañado.',
  theBackupDoesNotOpen: 'La copia no se abre con esta frase de contraseña, o está dañada. No se cambió nada.',
  theBackupOpensButWhat: 'La copia se abre, pero lo que contiene no se entiende. No se cambió nada.',
  theSecretCannotBeRead: 'El secreto «{{name}}» no se puede leer. Defínalo de nuevo.',
  theVaultWasWrittenBy: 'La bóveda la escribió un Doorward más nuevo. Actualice Doorward para usarla.',
  theVaultFileIsDamaged: 'El archivo de la bóveda está dañado o se cambió fuera de Doorward.',
  theVaultWasMadeWith: 'La bóveda se creó con una clave distinta de la que está a mano.',
  logInToADesktop:
    'Inicie sesión en un escritorio con Secret Service (GNOME Keyring, KWallet), o dé una frase de contraseña con --passphrase-fd.',
  unlockTheKeychainOrGive: 'Desbloquee el llavero, o dé una frase de contraseña con --passphrase-fd.',
  theKeychainCannotBeUsed:
    'El llavero no se puede usar ({{why}}). Inicie sesión en un escritorio con Secret Service (GNOME Keyring, KWallet), o dé una frase de contraseña con --passphrase-fd.',
  theKeychainCannotBeUsedB:
    'El llavero no se puede usar ({{why}}). Desbloquee el llavero, o dé una frase de contraseña con --passphrase-fd.',
  lacksItsSoItWas: 'A «{{id}}» le falta {{name}}, así que no se inició. {{why}}',
  lacksAnArgumentSoIt: 'A «{{id}}» le falta un argumento, así que no se inició. {{why}}',
  theAddressOfRefersTo:
    'La dirección de «{{id}}» hace referencia a la bóveda. Envíe el secreto como encabezado en su lugar.',
  refersToTheVaultIn:
    '«{{id}}» hace referencia a la bóveda en su comando, que puede leer cualquier programa de este equipo. Dé el secreto como variable de entorno en su lugar.',
  thePathOfRefersTo:
    'El PATH de «{{id}}» hace referencia a la bóveda. Escríbalo entero en su lugar, para que se pueda revisar.',
  aReferenceIsWrittenVault: 'Una referencia se escribe ${vault:NAME}, con letras, dígitos, «.», «_» y «-».',
  theKeyOfThisProfile:
    'La clave de este perfil ya no está en el llavero, así que se creó una nueva. Hay que revisar los servidores y añadir las apps de IA de nuevo.',
  theKeyOfThisProfileB:
    'La clave de este perfil se obtiene de su frase de contraseña. Exporte los secretos, empiece un perfil nuevo con una frase nueva e impórtelos allí.',
  theKeychainHasNoKey: 'El llavero no tiene ninguna clave de este perfil que reemplazar.',
  theKeychainHasNoKeyB: 'El llavero ya no tiene ninguna clave de este perfil.',
  whatYouApprovedIsSealed:
    'Lo que usted aprobó está sellado: un cambio de sus archivos fuera de Doorward se nota.',
  theVaultIsLockedSo:
    'La bóveda está bloqueada, así que las revisiones anteriores y las apps de IA no cuentan, y lo que se haga ahora no perdura. {{why}}',
  whatYouApproveIsNot:
    'Lo que usted apruebe aún no queda sellado, así que un cambio de sus archivos no se notaría. {{why}}',
  theVaultIsLocked: 'La bóveda está bloqueada. {{why}}',
  thereIsNoKeyFor: 'Aún no hay clave para una bóveda, así que no admite secretos. {{why}}',
  thePassphraseMustHaveAtB: 'La frase de contraseña necesita al menos 8 caracteres.',
  thisProfileIsSealedWith:
    'Este perfil está sellado con una clave del llavero, no con una frase de contraseña. Inicie sin --passphrase-fd.',
  thisIsNotThePassphrase:
    'Esta no es la frase de contraseña con la que se selló el perfil. No se cambió nada.',
  theVaultFileWasRemoved: 'El archivo de la bóveda se eliminó fuera de Doorward, y los secretos con él.',
  theVaultFileIsNot:
    'El archivo de la bóveda no es el último que escribió Doorward: se puso en su lugar una copia anterior, así que los secretos pueden tener valores anteriores.',
  theVaultFileCannotBe: 'El archivo de la bóveda no se puede leer: {{why}}.',
  itWasLeftAsIt:
    '{{why}} Se dejó como estaba: ponga una copia buena en su lugar e inicie de nuevo, o defina los secretos de nuevo.',
  theVaultCouldNotBe: 'La bóveda no se pudo escribir: {{why}}. No se perdió nada.',
  aSecretCannotBeEmpty: 'Un secreto no puede estar vacío.',
  aSecretCannotContainThe: 'Un secreto no puede contener el carácter NUL.',
  aSecretMustBeText: 'Un secreto tiene que ser texto.',
  thereAreSecretsAlreadyRemove: 'Ya hay {{count}} secretos. Elimine antes uno.',
  theServerUsesTheSecret: 'El servidor «{{server}}» usa el secreto «{{name}}». Elimine antes ese servidor.',
  theVaultTakesSecretsAt_one: 'La bóveda admite como máximo {{count}} secreto, así que no se incorporó nada.',
  theVaultTakesSecretsAt_many:
    'La bóveda admite como máximo {{count}} de secretos, así que no se incorporó nada.',
  theVaultTakesSecretsAt_other:
    'La bóveda admite como máximo {{count}} secretos, así que no se incorporó nada.',
  theVaultIsLockedUntil: 'La bóveda está bloqueada hasta que se desbloquee la pantalla.',
  theVaultStaysLocked: 'La bóveda sigue bloqueada. {{why}}',
  thereIsNoSecretIn:
    'No hay ningún secreto «{{name}}» en la bóveda. Defínalo con: doorward secret set {{name}}',
} as const satisfies Translation<typeof en>;
