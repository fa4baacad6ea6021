import type { hostForms as en } from '../en/host-forms.ts';
import type { Translation } from '../translation.ts';

/** What is wrong with a value, as forms and commands say it. */
export const hostForms = {
  giveToolOrItems: 'Geben Sie „tool“ oder „items“ an.',
  keyTooShort: 'Der Schlüssel muss mindestens 8 Zeichen haben.',
  textTooLong: 'Dieser Text ist länger als 262144 Zeichen. Versuchen Sie es mit einem Teil davon.',
  giveWeeksOrSince: 'Geben Sie „weeks“ oder „since“ an.',
  exportName: 'Ein Export wird mit 32 Hexadezimalzeichen benannt.',
  registryName: 'Der Name eines Servers in einem Verzeichnis sieht aus wie „io.github.someone/something“.',
  optionName: 'Eine Möglichkeit sieht aus wie „package:0“ oder „remote:0“.',
  digestForm: 'Eine Prüfsumme hat 64 Zeichen aus 0-9 und a-f.',
  giveFileOfBundle: 'Geben Sie die Datei eines Bundles an.',
  notBase64: 'Es ist kein Base64.',
  noControlCharacters: 'Es darf keine Steuerzeichen enthalten.',
  notSendable: 'Es enthält Zeichen, die nicht gesendet werden können.',
  hostForm: 'Ein Host ist ein Name oder eine Adresse, ohne Port.',
  secretName:
    'Der Name eines Geheimnisses hat 1 bis 64 Buchstaben, Ziffern, „.“, „_“ und „-“ und beginnt mit einem Buchstaben oder einer Ziffer.',
  passphraseTooLong: 'Die Passphrase hat höchstens 1024 Zeichen.',
  backupTooLarge: 'Diese Datei ist zu groß für eine Sicherung von Geheimnissen.',
  secretTooLong: 'Ein Geheimnis hat höchstens 65536 Zeichen.',
  appName: 'Eine App heißt etwa „claude-desktop“.',
  maskName:
    'Ein Name hat bis zu 64 Buchstaben, Ziffern, Leerzeichen, Punkte und Bindestriche und beginnt mit einem Buchstaben oder einer Ziffer.',
  canaryName: 'Ein Name hat bis zu 40 Buchstaben, Ziffern, Leerzeichen, Punkte und Bindestriche.',
  callsOrAmount: 'Geben Sie an, wie viele Aufrufe am Tag oder welchen Betrag.',
  noIdOfLimit: 'Das ist keine Kennung eines Limits.',
  notJsonValue: 'Es ist kein JSON-Wert.',
  timeForm: 'Eine Uhrzeit sieht aus wie 09:30.',
  destinationName:
    'Der Name eines Ziels hat 1 bis 40 Buchstaben, Ziffern, Leerzeichen, „.“, „_“ und „-“ und beginnt mit einem Buchstaben oder einer Ziffer.',
  noHeaderName: 'Das ist kein Name eines Headers.',
  headerNotSet: 'Dieser Header kann nicht gesetzt werden.',
  headerInVault:
    'Der Wert eines Headers ist im Tresor: Schreiben Sie vault:NAME oder „Bearer ${vault:NAME}“.',
  mostHeaders: 'Es kann 16 Header geben.',
  noCertificate: 'Das enthält kein Zertifikat in der Form PEM.',
  addressHttps: 'Schreiben Sie die Adresse wie https://collector.example.com:4318.',
  addressTls: 'Schreiben Sie die Adresse wie tls://logs.example.com:6514.',
  addressHoldsLogin:
    'Die Adresse enthält Anmeldedaten, die jeder lesen könnte. Bewahren Sie sie im Tresor auf, und senden Sie sie als Header.',
  addressBehind: 'In der Adresse steht etwas hinter „?“ oder „#“. Lassen Sie das weg.',
  syslogAddress: 'Eine Syslog-Adresse ist ein Host und ein Port, und danach kommt nichts.',
  readOnTheWayHttps:
    'Was an {{protocol}}// gesendet wird, könnte unterwegs gelesen werden. Nehmen Sie https:// oder eine Adresse auf diesem Computer.',
  readOnTheWayTls:
    'Was an {{protocol}}// gesendet wird, könnte unterwegs gelesen werden. Nehmen Sie tls:// oder eine Adresse auf diesem Computer.',
  serverName: 'Der Name eines Servers hat 1 bis 20 der Zeichen a-z, 0-9 und „-“.',
  originForm: 'Ein Ursprung sieht aus wie „http://localhost:3000“: Schema, Host und Port, und danach nichts.',
  registryAddress: 'Die Adresse eines Verzeichnisses beginnt mit https:// und enthält keine Anmeldedaten.',
  toolNames:
    'Nennen Sie Tools so, wie sie aufgelistet sind, etwa files__read_file, oder einen ganzen Server als files__*.',
  oneToolAtLeast: 'Nennen Sie mindestens ein Tool, oder einen Server als files__*.',
  profileNeedsName: 'Ein Profil braucht einen Namen.',
  profileNameTooLong: 'Der Name eines Profils hat höchstens 40 Zeichen.',
  nameControlCharacters: 'Der Name darf keine Steuerzeichen enthalten.',
  noneMeansNoProfile: '„none“ bedeutet kein Profil; wählen Sie einen anderen Namen.',
  thisCannotBeUsed: 'Das kann nicht verwendet werden: {{why}}.',
} as const satisfies Translation<typeof en>;
