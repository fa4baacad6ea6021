import type { hostForms as en } from '../en/host-forms.ts';
import type { Translation } from '../translation.ts';

/** What is wrong with a value, as forms and commands say it. */
export const hostForms = {
  giveToolOrItems: 'Indique «tool» o «items».',
  keyTooShort: 'La clave necesita al menos 8 caracteres.',
  textTooLong: 'Este texto tiene más de 262144 caracteres. Pruebe con una parte.',
  giveWeeksOrSince: 'Indique «weeks» o «since».',
  exportName: 'Una exportación se nombra con 32 caracteres hexadecimales.',
  registryName: 'El nombre de un servidor en un catálogo es como «io.github.someone/something».',
  optionName: 'Una opción es como «package:0» o «remote:0».',
  digestForm: 'Una huella tiene 64 caracteres de 0-9 y a-f.',
  giveFileOfBundle: 'Indique el archivo de un paquete .mcpb.',
  notBase64: 'No es base64.',
  noControlCharacters: 'No puede contener caracteres de control.',
  notSendable: 'Tiene caracteres que no se pueden enviar.',
  hostForm: 'Un host es un nombre o una dirección, sin puerto.',
  secretName:
    'El nombre de un secreto tiene de 1 a 64 letras, dígitos, «.», «_» y «-», y empieza por una letra o un dígito.',
  passphraseTooLong: 'La frase de contraseña tiene como máximo 1024 caracteres.',
  backupTooLarge: 'Este archivo es demasiado grande para ser una copia de secretos.',
  secretTooLong: 'Un secreto tiene como máximo 65536 caracteres.',
  appName: 'Una app se nombra como «claude-desktop».',
  maskName:
    'Un nombre tiene hasta 64 letras, dígitos, espacios, puntos y guiones, y empieza por una letra o un dígito.',
  canaryName: 'Un nombre tiene hasta 40 letras, dígitos, espacios, puntos y guiones.',
  callsOrAmount: 'Indique cuántas llamadas al día, o qué importe.',
  noIdOfLimit: 'No es el identificador de un límite.',
  notJsonValue: 'No es un valor JSON.',
  timeForm: 'Una hora es como 09:30.',
  destinationName:
    'El nombre de un destino tiene de 1 a 40 letras, dígitos, espacios, «.», «_» y «-», y empieza por una letra o un dígito.',
  noHeaderName: 'No es el nombre de un encabezado.',
  headerNotSet: 'Este encabezado no se puede definir.',
  headerInVault: 'El valor de un encabezado está en la bóveda: escriba vault:NAME o «Bearer ${vault:NAME}».',
  mostHeaders: 'Puede haber 16 encabezados.',
  noCertificate: 'No contiene ningún certificado en formato PEM.',
  addressHttps: 'Escriba la dirección como https://collector.example.com:4318.',
  addressTls: 'Escriba la dirección como tls://logs.example.com:6514.',
  addressHoldsLogin:
    'La dirección contiene credenciales, que cualquiera podría leer. Guárdelas en la bóveda y envíelas como encabezado.',
  addressBehind: 'La dirección tiene algo detrás de «?» o «#». Omítalo.',
  syslogAddress: 'Una dirección de syslog es un host y un puerto, y nada detrás.',
  readOnTheWayHttps:
    'Lo que se envía a {{protocol}}// se podría leer por el camino. Use https://, o una dirección de este equipo.',
  readOnTheWayTls:
    'Lo que se envía a {{protocol}}// se podría leer por el camino. Use tls://, o una dirección de este equipo.',
  serverName: 'El nombre de un servidor tiene de 1 a 20 de los caracteres a-z, 0-9 y «-».',
  originForm:
    'Un origen tiene la forma «http://localhost:3000»: esquema, nombre del equipo y puerto, y nada detrás.',
  registryAddress: 'La dirección de un catálogo empieza por https:// y no contiene credenciales.',
  toolNames:
    'Nombre las herramientas como aparecen en la lista, por ejemplo files__read_file, o un servidor entero como files__*.',
  oneToolAtLeast: 'Nombre al menos una herramienta, o un servidor como files__*.',
  profileNeedsName: 'Un perfil necesita un nombre.',
  profileNameTooLong: 'El nombre de un perfil tiene como máximo 40 caracteres.',
  nameControlCharacters: 'El nombre no puede contener caracteres de control.',
  noneMeansNoProfile: '«none» significa ningún perfil; elija otro nombre.',
  thisCannotBeUsed: 'Esto no se puede usar: {{why}}.',
} as const satisfies Translation<typeof en>;
