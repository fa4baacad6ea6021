import type { hostForms as en } from '../en/host-forms.ts';
import type { Translation } from '../translation.ts';

/** What is wrong with a value, as forms and commands say it. */
export const hostForms = {
  giveToolOrItems: 'Indiquez « tool » ou « items ».',
  keyTooShort: 'La clé doit avoir au moins 8 caractères.',
  textTooLong: 'Ce texte dépasse 262144 caractères. Essayez-en une partie.',
  giveWeeksOrSince: 'Indiquez « weeks » ou « since ».',
  exportName: 'Un export est nommé par 32 caractères hexadécimaux.',
  registryName: 'Le nom d’un serveur dans un registre ressemble à « io.github.someone/something ».',
  optionName: 'Une option ressemble à « package:0 » ou « remote:0 ».',
  digestForm: 'Une empreinte a 64 caractères parmi 0-9 et a-f.',
  giveFileOfBundle: 'Indiquez le fichier d’une archive.',
  notBase64: 'Ce n’est pas du base64.',
  noControlCharacters: 'Cela ne doit pas contenir de caractères de contrôle.',
  notSendable: 'Cela contient des caractères qui ne peuvent pas être envoyés.',
  hostForm: 'Un hôte est un nom ou une adresse, sans port.',
  secretName:
    'Le nom d’un secret a de 1 à 64 lettres, chiffres, « . », « _ » et « - », et commence par une lettre ou un chiffre.',
  passphraseTooLong: 'La phrase secrète a au plus 1024 caractères.',
  backupTooLarge: 'Ce fichier est trop grand pour être une sauvegarde de secrets.',
  secretTooLong: 'Un secret a au plus 65536 caractères.',
  appName: 'Une app se nomme par exemple « claude-desktop ».',
  maskName:
    'Un nom a jusqu’à 64 lettres, chiffres, espaces, points et traits d’union, et commence par une lettre ou un chiffre.',
  canaryName: 'Un nom a jusqu’à 40 lettres, chiffres, espaces, points et traits d’union.',
  callsOrAmount: 'Indiquez combien d’appels par jour, ou quel montant.',
  noIdOfLimit: 'Ce n’est pas l’identifiant d’une limite.',
  notJsonValue: 'Ce n’est pas une valeur JSON.',
  timeForm: 'Une heure s’écrit comme 09:30.',
  destinationName:
    'Le nom d’une destination a de 1 à 40 lettres, chiffres, espaces, « . », « _ » et « - », et commence par une lettre ou un chiffre.',
  noHeaderName: 'Ce n’est pas le nom d’un en-tête.',
  headerNotSet: 'Cet en-tête ne peut pas être défini.',
  headerInVault:
    'La valeur d’un en-tête est dans le coffre : écrivez vault:NAME ou « Bearer ${vault:NAME} ».',
  mostHeaders: 'Il peut y avoir 16 en-têtes.',
  noCertificate: 'Cela ne contient pas de certificat au format PEM.',
  addressHttps: 'Écrivez l’adresse comme https://collector.example.com:4318.',
  addressTls: 'Écrivez l’adresse comme tls://logs.example.com:6514.',
  addressHoldsLogin:
    'L’adresse contient des identifiants, que n’importe qui pourrait lire. Gardez-les dans le coffre et envoyez-les comme en-tête.',
  addressBehind: 'L’adresse a quelque chose derrière « ? » ou « # ». Enlevez-le.',
  syslogAddress: 'Une adresse syslog est un hôte et un port, sans rien derrière.',
  readOnTheWayHttps:
    'Ce qui est envoyé à {{protocol}}// pourrait être lu en chemin. Utilisez https://, ou une adresse de cet ordinateur.',
  readOnTheWayTls:
    'Ce qui est envoyé à {{protocol}}// pourrait être lu en chemin. Utilisez tls://, ou une adresse de cet ordinateur.',
  serverName: 'Le nom d’un serveur a de 1 à 20 des caractères a-z, 0-9 et « - ».',
  originForm: 'Une origine ressemble à « http://localhost:3000 » : schéma, hôte et port, sans rien derrière.',
  registryAddress: 'L’adresse d’un registre commence par https:// et ne contient pas d’identifiants.',
  toolNames:
    'Nommez les outils comme ils sont énumérés, par exemple files__read_file, ou un serveur entier par files__*.',
  oneToolAtLeast: 'Nommez au moins un outil, ou un serveur par files__*.',
  profileNeedsName: 'Un profil a besoin d’un nom.',
  profileNameTooLong: 'Le nom d’un profil a au plus 40 caractères.',
  nameControlCharacters: 'Le nom ne doit pas contenir de caractères de contrôle.',
  noneMeansNoProfile: '« none » signifie aucun profil ; choisissez un autre nom.',
  thisCannotBeUsed: 'Ceci n’est pas utilisable : {{why}}.',
} as const satisfies Translation<typeof en>;
