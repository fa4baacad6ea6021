import type { hostHealth as en } from '../en/host-health.ts';
import type { Translation } from '../translation.ts';

/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'Se llega a él de otra manera que antes.',
  itsAddressWasAndIs: 'Su dirección era {{url}} y ahora es {{url2}}.',
  otherHeadersAreSentTo: 'Se le envían otros encabezados que antes.',
  theProgramWasAndIs: 'El programa era {{command}} y ahora es {{command2}}.',
  itIsStartedWithOther: 'Se inicia con otros argumentos que antes.',
  itIsGivenOtherSettings: 'Recibe otros ajustes que antes.',
  itIsStartedInAnother: 'Se inicia en otra carpeta que antes.',
  itComesFromAnotherPackage: 'Viene de otro paquete que antes.',
  itsVersionWasAndIs: 'Su versión era {{was}} y ahora es {{now}}.',
  itsVersionWasAndIsB: 'Su versión era {{was}} y ahora no se conoce.',
  itsVersionWasUnknownAnd: 'Su versión no se conocía y ahora es {{now}}.',
  itsVersionWasUnknownAndB: 'Su versión no se conocía y ahora tampoco.',
  thePackageHasTheSame: 'El paquete tiene la misma versión y otro contenido que antes.',
  aFileOfItHas: 'Un archivo suyo ha cambiado desde que se aprobó.',
  theToolIsLeftOut: 'La herramienta «{{key}}» se deja fuera: {{why}}.',
  repeatsItsPagesTheRest: '{{list}} repite sus páginas; el resto se deja fuera.',
  hasMoreThanPagesThe_one: '{{list}} tiene más de {{count}} página; el resto se deja fuera.',
  hasMoreThanPagesThe_many: '{{list}} tiene más de {{count}} de páginas; el resto se deja fuera.',
  hasMoreThanPagesThe_other: '{{list}} tiene más de {{count}} páginas; el resto se deja fuera.',
  noAnswer: 'No hay respuesta.',
  didNotAnswerWithinSeconds_one: '«{{id}}» no respondió a {{method}} en {{count}} segundo.',
  didNotAnswerWithinSeconds_many: '«{{id}}» no respondió a {{method}} en {{count}} de segundos.',
  didNotAnswerWithinSeconds_other: '«{{id}}» no respondió a {{method}} en {{count}} segundos.',
  anEntryOfIsNested: 'Una entrada de {{list}} tiene más de {{count}} niveles.',
  anEntryOfIsNo: 'Una entrada de {{list}} no es un objeto, o repite una clave.',
  anEntryOfHasNo: 'Una entrada de {{list}} no tiene «{{list2}}».',
  theToolHasNoInputschema: 'La herramienta «{{key}}» no tiene inputSchema.',
  isLargerThanMibThe: '{{list}} ocupa más de {{count}} MiB; el resto se deja fuera.',
  isOfferedTwiceTheFirst: '«{{key}}» se ofrece dos veces; cuenta la primera.',
  hasMoreThanEntriesThe_one: '{{list}} tiene más de {{count}} entrada; el resto se deja fuera.',
  hasMoreThanEntriesThe_many: '{{list}} tiene más de {{count}} de entradas; el resto se deja fuera.',
  hasMoreThanEntriesThe_other: '{{list}} tiene más de {{count}} entradas; el resto se deja fuera.',
  itDidNotAnswer: 'No respondió.',
  isNotARemoteServer: '«{{id}}» no es un servidor remoto.',
  theAddressOfIsNot: 'La dirección de «{{id}}» no es una dirección http o https. Corríjala.',
  theAddressOfContainsA:
    'La dirección de «{{id}}» contiene un nombre de usuario o una contraseña. Quítelos y envíelos como encabezado.',
  aHeaderOfHasA: 'Un encabezado de «{{id}}» tiene un nombre o un valor que no se puede enviar: «{{header}}».',
  doesNotTakeMessagesAnd: '«{{id}}» no recibe mensajes, y ya lo esperan demasiados. Inténtelo más tarde.',
  theMethodNameOrParameters:
    'El método, el nombre o los parámetros de un mensaje a «{{id}}» no caben en sus encabezados.',
  gaveASessionIdThat:
    '«{{id}}» dio un identificador de sesión que no se le puede devolver. Necesita una actualización.',
  cannotBeReachedAt: 'No se puede llegar a «{{id}}» en {{host}}: {{why}}',
  whatAnswersAtDoesNot:
    'Lo que responde en {{host}} no habla HTTP como se espera, así que «{{id}}» no se puede usar. Compruebe la dirección.',
  didNotAnswerInTime: '«{{id}}» no respondió a tiempo. Inténtelo más tarde.',
  aMessageToCannotBe: 'Un mensaje a «{{id}}» no se puede enviar como petición HTTP.',
  theConnectionToWasClosed: 'La conexión con «{{id}}» se cerró.',
  theConnectionToBrokeBefore:
    'La conexión con «{{id}}» se cortó antes de que su respuesta estuviera completa. Inténtelo de nuevo.',
  sentMoreThanTheBytes_one:
    '«{{id}}» envió más de los {{count}} bytes que puede tener una respuesta, así que la respuesta se desechó. Pídale menos a la vez.',
  sentMoreThanTheBytes_many:
    '«{{id}}» envió más de los {{count}} bytes que puede tener una respuesta, así que la respuesta se desechó. Pídale menos a la vez.',
  sentMoreThanTheBytes_other:
    '«{{id}}» envió más de los {{count}} bytes que puede tener una respuesta, así que la respuesta se desechó. Pídale menos a la vez.',
  asksForSignInSign:
    '«{{id}}» pide que se inicie sesión. Inicie sesión en él o compruebe el token de sus ajustes.',
  refusesAccessWithThePresent:
    '«{{id}}» rechaza el acceso con la sesión actual. Compruebe los permisos de la cuenta o del token.',
  hasEndedTheSessionA: '«{{id}}» ha terminado la sesión. Con la próxima llamada se abre una nueva.',
  wasNotAskedItHas_one:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  wasNotAskedItHas_many:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  wasNotAskedItHas_other:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  wasNotAskedItHasB_one:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} minuto. Inténtelo entonces.',
  wasNotAskedItHasB_many:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} de minutos. Inténtelo entonces.',
  wasNotAskedItHasB_other:
    'No se preguntó a «{{id}}»: ha respondido con el estado HTTP {{count2}} y quiere que se le deje en paz {{count}} minutos. Inténtelo entonces.',
  redirectsToWhichIsNot:
    '«{{id}}» redirige a {{to}}, y eso no se sigue. Si es correcto, cambie su dirección.',
  redirectsElsewhereWhichIsNot:
    '«{{id}}» redirige a otro sitio, y eso no se sigue. Si es correcto, cambie su dirección.',
  answeredWithInsteadOfAn:
    '«{{id}}» respondió con algo que no es un mensaje MCP: {{what}}. Compruebe su dirección.',
  endedItsStreamBeforeIt: '«{{id}}» terminó su flujo antes de responder. Inténtelo de nuevo.',
  theConnectionToIsClosed: 'La conexión con «{{id}}» está cerrada.',
  didNotAnswerInTimeB: '«{{server}}» no respondió a tiempo. Compruebe su dirección e inténtelo más tarde.',
  hasClosedItsStreamTry: '«{{id}}» ha cerrado su flujo. Inténtelo de nuevo.',
  wantsItsMessagesSentTo:
    '«{{id}}» quiere que sus mensajes se envíen a un sitio distinto de su propia dirección. Se rechaza.',
  didNotSayInTime: '«{{id}}» no dijo a tiempo adónde van sus mensajes. Inténtelo más tarde.',
  theProgramWasNotFound: 'El programa «{{command}}» no se encontró.',
  thereWasNoFolderTo: 'No había ninguna carpeta donde buscar, porque PATH está vacío.',
  itWasLookedForIn: 'Se buscó en {{named}} y en {{count}} carpetas más de PATH.',
  itWasLookedForInB: 'Se buscó en {{named}}.',
  itComesWithInstallIt:
    'Viene con {{product}}: instálelo desde {{where}} y después inicie el servidor de nuevo.',
  theNameContainsSpacesGive:
    'El nombre contiene espacios: indique como comando solo el programa, y lo que le sigue como argumentos.',
  installItOrGiveThe:
    'Instálelo, o indique como comando la ruta completa del programa, y después inicie el servidor de nuevo.',
  theServerSoItDoes:
    'El servidor «{{id}}» {{what}}, así que no parece un servidor MCP que hable por su salida estándar. Compruebe su comando; lo que escribió está en su registro.',
  couldNotBeStarted: '«{{file}}» no se pudo iniciar: {{why}}.',
  theCommandIsEmptyOr: 'El comando está vacío o contiene un carácter NUL, así que no se puede iniciar.',
  theCommandBeginsWithWhich:
    'El comando «{{command}}» empieza por «~», que solo entiende un intérprete de comandos. Indique la ruta completa.',
  theCommandIsARelative:
    'El comando «{{command}}» es una ruta relativa, y el servidor no tiene una carpeta propia desde la que iniciarse. Indique la ruta completa, o defina la carpeta.',
  thereIsNoFileCheck:
    'No hay ningún archivo «{{path}}». Compruebe la ruta del comando y después inicie el servidor de nuevo.',
  isThereButMayNot:
    '«{{path}}» existe, pero no se puede ejecutar como programa. Permítalo (chmod +x), o inícielo con su intérprete, como node o python3.',
  whatItWroteIsIn: 'Lo que escribió está en su registro.',
  couldNotBeStartedB: 'El servidor «{{name}}» no se pudo iniciar: {{why}}.',
  wasStoppedByDoorwardIt: 'Doorward detuvo el servidor «{{name}}». Se inicia de nuevo cuando se necesite.',
  cannotStartBecauseItsFolder:
    'El servidor «{{name}}» no se puede iniciar, porque su carpeta «{{cwd}}» no existe.',
  cannotStart: 'El servidor «{{name}}» no se puede iniciar. {{why}}',
  closedItsInputSoIt: 'El servidor «{{name}}» cerró su entrada, así que ya no se le puede pedir nada.',
  closedItsOutputSoIt: 'El servidor «{{name}}» cerró su salida, así que ya no puede responder nada.',
  closedItsOutputInThe_one:
    'El servidor «{{name}}» cerró su salida en medio de un mensaje (tras {{count}} byte), así que ya no puede responder nada.',
  closedItsOutputInThe_many:
    'El servidor «{{name}}» cerró su salida en medio de un mensaje (tras {{count}} de bytes), así que ya no puede responder nada.',
  closedItsOutputInThe_other:
    'El servidor «{{name}}» cerró su salida en medio de un mensaje (tras {{count}} bytes), así que ya no puede responder nada.',
  whatItWroteIsInB: '{{why}} Lo que escribió está en su registro.',
  endedWithExitCodeWhat:
    'El servidor «{{name}}» terminó con el código de salida {{code}}. Lo que escribió está en su registro.',
  endedWithExitCodeIn_one:
    'El servidor «{{name}}» terminó con el código de salida {{code}} en medio de un mensaje (tras {{count}} byte). Lo que escribió está en su registro.',
  endedWithExitCodeIn_many:
    'El servidor «{{name}}» terminó con el código de salida {{code}} en medio de un mensaje (tras {{count}} de bytes). Lo que escribió está en su registro.',
  endedWithExitCodeIn_other:
    'El servidor «{{name}}» terminó con el código de salida {{code}} en medio de un mensaje (tras {{count}} bytes). Lo que escribió está en su registro.',
  wasEndedByTheSignal:
    'La señal {{signal}} terminó el servidor «{{name}}». Lo que escribió está en su registro.',
  wasEndedByTheSignalB_one:
    'La señal {{signal}} terminó el servidor «{{name}}» en medio de un mensaje (tras {{count}} byte). Lo que escribió está en su registro.',
  wasEndedByTheSignalB_many:
    'La señal {{signal}} terminó el servidor «{{name}}» en medio de un mensaje (tras {{count}} de bytes). Lo que escribió está en su registro.',
  wasEndedByTheSignalB_other:
    'La señal {{signal}} terminó el servidor «{{name}}» en medio de un mensaje (tras {{count}} bytes). Lo que escribió está en su registro.',
  sentAMessageOfMore_one:
    'El servidor «{{name}}» envió un mensaje de más de {{count}} byte y se detuvo. Pídale menos a la vez.',
  sentAMessageOfMore_many:
    'El servidor «{{name}}» envió un mensaje de más de {{count}} de bytes y se detuvo. Pídale menos a la vez.',
  sentAMessageOfMore_other:
    'El servidor «{{name}}» envió un mensaje de más de {{count}} bytes y se detuvo. Pídale menos a la vez.',
  doesNotReadWhatIt_one:
    'El servidor «{{name}}» no lee lo que se le envía: ya espera {{count}} byte. Reinícielo si esto continúa.',
  doesNotReadWhatIt_many:
    'El servidor «{{name}}» no lee lo que se le envía: ya esperan {{count}} de bytes. Reinícielo si esto continúa.',
  doesNotReadWhatIt_other:
    'El servidor «{{name}}» no lee lo que se le envía: ya esperan {{count}} bytes. Reinícielo si esto continúa.',
  theServerIsStoppedAfter_one:
    'El servidor «{{id}}» está detenido tras fallar una y otra vez ({{count2}} veces en {{count}} minuto). Mire su registro y después actívelo de nuevo.',
  theServerIsStoppedAfter_many:
    'El servidor «{{id}}» está detenido tras fallar una y otra vez ({{count2}} veces en {{count}} de minutos). Mire su registro y después actívelo de nuevo.',
  theServerIsStoppedAfter_other:
    'El servidor «{{id}}» está detenido tras fallar una y otra vez ({{count2}} veces en {{count}} minutos). Mire su registro y después actívelo de nuevo.',
  theServerHasCrashedAnd_one:
    'El servidor «{{id}}» falló y se inicia de nuevo dentro de {{count}} s. Inténtelo entonces.',
  theServerHasCrashedAnd_many:
    'El servidor «{{id}}» falló y se inicia de nuevo dentro de {{count}} s. Inténtelo entonces.',
  theServerHasCrashedAnd_other:
    'El servidor «{{id}}» falló y se inicia de nuevo dentro de {{count}} s. Inténtelo entonces.',
  doorwardIsEndingSoNo: 'Doorward está terminando, así que ya no se inicia ningún servidor.',
  doorwardCouldNotStartThe:
    'Doorward no pudo iniciar el pequeño proceso que termina los servidores con él, así que no se inicia ningún servidor. Reinicie Doorward.',
  theWatchdogEnded: 'El proceso vigilante terminó.',
  thePathOfTheProgram: 'La ruta del programa contiene una comilla o un salto de línea.',
  argumentHasALineBreak:
    'El argumento {{count}} contiene un salto de línea, que no se puede dar a un archivo por lotes. Use en su lugar el programa que inicia «{{script}}».',
  theArgumentsAreLongerThan_one:
    'Los argumentos superan los {{count}} caracteres que Windows admite para un archivo por lotes.',
  theArgumentsAreLongerThan_many:
    'Los argumentos superan los {{count}} caracteres que Windows admite para un archivo por lotes.',
  theArgumentsAreLongerThan_other:
    'Los argumentos superan los {{count}} caracteres que Windows admite para un archivo por lotes.',
  answeredWithStatus: '«{{id}}» respondió con el estado HTTP {{count}}',
  answeredWithStatusAndSaid: '«{{id}}» respondió con el estado HTTP {{count}} y dijo: {{said}}',
  busyTryLater: '«{{id}}» respondió con el estado HTTP {{count}} ({{why}}). Inténtelo más tarde.',
  busyForSeconds_one:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  busyForSeconds_many:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  busyForSeconds_other:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} s. Inténtelo entonces.',
  busyForMinutes_one:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} minuto. Inténtelo entonces.',
  busyForMinutes_many:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} de minutos. Inténtelo entonces.',
  busyForMinutes_other:
    '«{{id}}» respondió con el estado HTTP {{count2}} ({{why}}) y quiere que se le deje en paz {{count}} minutos. Inténtelo entonces.',
  itSaid: 'Dijo: {{said}}',
} as const satisfies Translation<typeof en>;
