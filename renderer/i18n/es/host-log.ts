import type { hostLog as en } from '../en/host-log.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    'Cuando Doorward se inició el {{day}}, el registro de llamadas no era el que había dejado: se cambiaron o se eliminaron filas, o una copia anterior estaba en su lugar.',
  whenDoorwardStartedOnTheB:
    'Cuando Doorward se inició el {{day}}, el registro de llamadas no era el que había dejado: se cambiaron o se eliminaron filas, o una copia anterior estaba en su lugar. Lo registrado hasta entonces: {{what}}; lo que había en el encontrado: {{what2}}.',
  whenDoorwardStartedOnTheC:
    'Cuando Doorward se inició el {{day}}, el registro de llamadas no era el que había dejado: se cambiaron o se eliminaron filas, o una copia anterior estaba en su lugar. Lo registrado hasta entonces: {{what}}; lo que había en el encontrado: {{what2}}.',
  whatTheKeychainKeepsAbout: 'No se puede leer lo que el llavero guarda sobre el registro de llamadas.',
  theCallLogStoppedAnd:
    'El registro de llamadas se detuvo y se está reiniciando, así que las llamadas no se pueden anotar y se rechazan.',
  theDiskDoesNotAnswer:
    'El disco no responde, así que las llamadas no se pueden anotar y se rechazan. Compruebe el disco donde está la carpeta del perfil de Doorward.',
  theCallLogCannotKeep:
    'El registro de llamadas no da abasto, así que esta llamada se rechaza. Inténtelo de nuevo dentro de un momento.',
  theCallLogIsClosed:
    'El registro de llamadas está cerrado porque Doorward se está deteniendo, así que las llamadas no se pueden anotar.',
  theCallLogIsBeing: 'El registro de llamadas se está reiniciando. Inténtelo de nuevo dentro de un momento.',
  theCallLogCouldNot: 'El registro de llamadas no se pudo iniciar. Inicie Doorward de nuevo.',
  theCallLogAnsweredAn: 'El registro de llamadas respondió con otra cosa a un resumen.',
  theCallLogAnsweredA: 'El registro de llamadas respondió con otra cosa a una sesión.',
  theCallLogAnsweredWith: 'El registro de llamadas respondió con otra cosa.',
  theCallLogAnsweredAB: 'El registro de llamadas respondió con otra cosa a un informe.',
  theCallLogAnsweredAnB: 'El registro de llamadas respondió con otra cosa a una exportación.',
  theCallLogAnsweredAC: 'El registro de llamadas respondió con otra cosa a una comprobación.',
  itHoldsNoSignedCheckpoint: 'No contiene ningún punto de control firmado con esta clave.',
  itsNewestCheckpointIsNot: 'Su punto de control más reciente no está firmado.',
  itIsSignedByAnother: 'Está firmado con otra clave: {{key}}.',
  theCallLogIsDamaged:
    'El registro de llamadas está dañado y no se pudo apartar. Mueva {{file}} a otro sitio e inicie de nuevo.',
  isNotAPlainFile: '{{file}} no es un archivo corriente. Muévalo a otro sitio e inicie de nuevo.',
  isADatabaseOfAnother:
    '{{file}} es una base de datos de otro programa. Muévala a otro sitio e inicie de nuevo.',
  theCallLogWasWritten:
    'El registro de llamadas lo escribió un Doorward más nuevo (su formato es {{count}}, este conoce {{count2}}). Actualice Doorward; no se cambió nada.',
  theCallLogIsDamagedB: 'El registro de llamadas está dañado.',
  theNewestRowsOfThe:
    'Las filas más recientes del registro de llamadas no encajan: se cambiaron fuera de Doorward. Las llamadas nuevas se siguen anotando. Ejecute «doorward log verify» para ver dónde.',
  rowsToFitEachOther:
    'Las filas de la {{from}} a la {{end}} encajan entre sí, pero ya no hay ninguna firma que responda por ellas.',
  theCallLogIsNot:
    'El registro de llamadas no es el que Doorward dejó: se cambiaron o se eliminaron filas, o se puso en su lugar una copia anterior. Las llamadas nuevas se siguen anotando, y esto consta en el registro. Ejecute «doorward log verify» para ver dónde.',
  theCallLogWasSigned:
    'El registro de llamadas se firmó con una clave distinta de la de este perfil: la clave se perdió o se reemplazó fuera de Doorward, o se puso otro registro en lugar de este. Las llamadas nuevas se siguen anotando, y esto consta en el registro.',
  theCallLogThatWas:
    'El registro de llamadas que había aquí ya no está: se habían anotado {{count}} filas, y se eliminó fuera de Doorward. Esto consta en el nuevo.',
  thisExportIsOverOr: 'Esta exportación ha terminado, o esperó demasiado. Empiécela de nuevo.',
  theCallLogCouldNotB: 'El registro de llamadas no se pudo leer: está dañado.',
  theCallLogCouldNotC: 'El registro de llamadas no se pudo leer: el disco comunica un error.',
  tooManyQuestionsToThe:
    'Demasiadas preguntas a la vez al registro de llamadas. Pregunte de nuevo dentro de un momento.',
  thereIsAFileOf:
    'Hay un archivo con este nombre que no escribió Doorward. Elija otro nombre, o muévalo a otro sitio.',
  theFileWasNotWritten: 'El archivo no se escribió: {{why}}.',
  theCollectorWasNotReached: 'No se llegó al recolector: {{why}}.',
  theCollectorDoesNotTake: 'El recolector no acepta estas entradas (estado {{count}}).',
  itLeadsToAnotherAddress: 'Lleva a otra dirección, y eso no se sigue. Indique la correcta.',
  itDoesNotAcceptThe: 'No acepta la clave. Compruebe el encabezado y el secreto de la bóveda.',
  thereIsNoOtlpAt: 'No hay OTLP en esta dirección. Indique la dirección sin «/v1/traces».',
  itIsTriedAgain: 'Se vuelve a intentar.',
  theCollectorAnsweredWithStatus:
    'El recolector respondió con el estado {{count}}. Lleva a otra dirección, y eso no se sigue. Indique la correcta.',
  theCollectorAnsweredWithStatusB:
    'El recolector respondió con el estado {{count}}. No acepta la clave. Compruebe el encabezado y el secreto de la bóveda.',
  theCollectorAnsweredWithStatusC:
    'El recolector respondió con el estado {{count}}. No hay OTLP en esta dirección. Indique la dirección sin «/v1/traces».',
  theCollectorAnsweredWithStatusD: 'El recolector respondió con el estado {{count}}. Se vuelve a intentar.',
  theRecordWasNotTaken: 'La entrada no se aceptó.',
  theTestRecordWasTaken: 'La entrada de prueba se aceptó.',
  thisIsATestOf: 'Esto es una prueba de Doorward. No se llamó a nada.',
  theSyslogServerDidNotB: 'El servidor syslog no aceptó las entradas: {{why}}.',
  itWasGivenUp: 'Se abandonó.',
  theSyslogServerWasNot: 'No se llegó al servidor syslog: {{why}}.',
  theDiskIsFullSo:
    'El disco está lleno, así que las llamadas no se pueden anotar y se rechazan. Libere 200 MB.',
  anotherProgramHoldsTheCall:
    'Otro programa tiene ocupado el registro de llamadas, así que las llamadas no se pueden anotar y se rechazan. Cierre los programas que tengan abierto log.db.',
  theCallLogIsDamagedC:
    'El registro de llamadas está dañado, así que las llamadas no se pueden anotar y se rechazan hasta que se aparte, lo que ocurre por sí solo.',
  theCallLogWasMoved:
    'El registro de llamadas se movió o se borró mientras Doorward estaba en marcha, así que las llamadas no se pueden anotar y se rechazan hasta que se cree uno nuevo, lo que ocurre por sí solo.',
  doorwardMayNotWriteThe:
    'Doorward no puede escribir el registro de llamadas, así que las llamadas no se pueden anotar y se rechazan. Dé a su cuenta acceso de escritura a log.db y a su carpeta.',
  theDiskReportsAnError:
    'El disco comunica un error, así que las llamadas no se pueden anotar y se rechazan. Compruebe el disco donde está la carpeta del perfil de Doorward.',
  somethingFollowsItsLastLine: 'Hay algo después de su última línea.',
  itIsNotSigned: 'No está firmado.',
  whatDoesNotFitLies:
    'Lo que no encaja está entre la fila {{from}} y la fila {{from2}}, o en lo que hay entre ellas.',
  itHoldsWhatWasAsked: 'Solo contiene lo que se pidió; qué más había no se puede ver en él.',
  itIsNotSignedSo: 'No está firmado, así que quien lo cambió pudo hacer que encajara de nuevo.',
  itIsSignedWithThe: 'Está firmado con la clave {{key}}, la de este perfil.',
  itIsSignedWithTheB: 'Está firmado con la clave {{key}}, la que se indicó.',
  itIsSignedWithTheC:
    'Está firmado con la clave {{key}}, que trae el propio archivo: cualquiera puede crear un archivo así con una clave suya. Indique con --key la clave que usted conoce.',
  theLogHadBeenClosed: 'El registro se había cerrado antes.',
  itsNewestCheckpointsAreMissing: 'Faltan sus puntos de control más recientes.',
  doorwardNoticedThisWhenIt: 'Doorward lo notó cuando se inició el {{day}}.',
  doorwardNoticedThisWhenItB:
    'Doorward lo notó cuando se inició el {{day}}. Lo registrado hasta entonces: {{what}}.',
  theCallLogIsComplete: 'El registro de llamadas está completo y sin cambios: {{what}}.',
  rowsBeforeWereRemovedBecause: 'Las filas anteriores a la {{first}} se eliminaron por ser antiguas.',
  itWasBegunWhenA: 'Se empezó cuando uno dañado se apartó como {{aside}}.',
  itWasBegunAfterAn:
    'Se empezó después de que uno anterior se eliminara fuera de Doorward. Lo que contenía: {{what}}.',
  onDoorwardNoticedThatIt:
    'El {{day}}, Doorward notó que no era el que había dejado; una persona lo aceptó el {{day2}}.',
  itIsSignedUpTo: 'Está firmado hasta la fila {{row}} con la clave {{key}}.',
  whetherThatIsTheKey:
    'Aquí no se sabe si esa es la clave de su Doorward; indique con --key la clave que conoce.',
  rowsWereRecordedWhileThe:
    'Las filas {{spans}} se anotaron mientras la clave no estaba a mano, así que entonces la clave no respondía por ellas.',
  thereIsNoCallLog: 'No hay ningún registro de llamadas en {{path}}. Indique la ruta de un archivo log.db.',
  isNotACallLog: '{{path}} no es un registro de llamadas de Doorward.',
  thisCallLogWasWritten:
    'Este registro de llamadas lo escribió un Doorward más nuevo. Actualice Doorward y compruébelo de nuevo.',
  isLockedByAnotherProgram: 'Otro programa tiene bloqueado {{path}}. Ciérrelo y compruebe de nuevo.',
  isDamagedItCannotBe: '{{path}} está dañado: no se puede leer como base de datos.',
  cannotBeReadCheckThat:
    '{{path}} no se puede leer. Compruebe que su cuenta puede leerlo y que el disco está bien.',
  thisTimeDoesNotExist: 'Esta hora no existe. Indique una fecha.',
  theSpanEndsBeforeIt:
    'El periodo termina antes de empezar. Indique un comienzo anterior o un final posterior.',
  thereIsNoCallIn: 'No hay ninguna llamada «{{call}}» en el registro.',
  whetherAnOlderLogWas:
    '{{why}} Esta vez no se puede saber si se puso un registro anterior en lugar de este.',
  theCallLogCouldNotD: 'El registro de llamadas no se pudo leer.',
  nothingWasNoticedAboutThe: 'No se notó nada en el registro de llamadas, así que no hay nada que aceptar.',
  thatItWasNoticedAnd: 'En el registro, que continúa, queda constancia de que se notó y de que se aceptó.',
  theLogWasKeptAs: 'El registro se conservó como {{aside}}, y se empezó uno nuevo que lo nombra.',
  giveFormatOrNext: 'Indique «format» o «next».',
  thisCannotBeChosenHere: 'Esto no se puede elegir aquí.',
  yourOrganisationWantsEveryCall: 'Su organización exige que toda llamada quede registrada.',
  thisTimeDoesNotExistB: 'Esta hora no existe.',
  theReportEndsBeforeIt: 'El informe termina antes de empezar. Indique un «since» anterior.',
  aReportSpansAYear: 'Un informe abarca como máximo un año. Indique un «since» posterior.',
  giveTheWholePathOf: 'Indique la ruta completa del archivo.',
  thereIsNoFolderMake: 'No hay ninguna carpeta {{path}}. Créela antes.',
  theFileCannotLieIn:
    'El archivo no puede estar en la propia carpeta del perfil de Doorward. Elija otro lugar.',
  isNotAPlainFileB: '{{path}} no es un archivo corriente. Elija otro nombre.',
  theCertificateOfTheAuthority:
    'El certificado de la autoridad no se puede leer. Tiene que estar en formato PEM.',
  itsHeadersCannotBeFilled: 'Sus encabezados no se pueden rellenar.',
  theKeychainIsLockedSo:
    'El llavero está bloqueado, así que no se envía nada. Continúa cuando Doorward se inicie con el llavero abierto.',
  organisationStandsForWhatAn: '«organisation» designa lo que ha fijado una organización. Elija otro nombre.',
  yourOrganisationHasSetThis: 'Su organización ha fijado este destino. Nadie puede eliminarlo aquí.',
  thereIsNoDestination: 'No hay ningún destino «{{name}}».',
  whereYourLogIsSent:
    'Adónde se envía su registro se cambió o se eliminó fuera de Doorward, así que no se envía a ningún sitio. Añada los destinos de nuevo en Ajustes.',
  whereTheLogIsSent: 'Adónde se envía el registro no se puede leer mientras el llavero está bloqueado.',
  thereIsADestinationAlready: 'Ya hay un destino «{{name}}».',
  thereAreDestinationsAlreadyRemove: 'Ya hay {{count}} destinos. Elimine antes uno.',
  sendingStoppedTryAgain: 'El envío se detuvo. Inténtelo de nuevo.',
  aTestIsUnderWay: 'Hay una prueba en curso. Espérela.',
  itDidNotAnswerIn: 'No respondió a tiempo.',
  collectorTookNotAll: 'El recolector no aceptó {{count}} de las entradas ({{kind}}).',
  callsPassed_one:
    '1 llamada se envió mientras no se podía escribir el registro de llamadas, porque usted deja pasar llamadas entonces. Las que después no se pudieron escribir faltan en el registro.',
  callsPassed_many:
    '{{count}} de llamadas se enviaron mientras no se podía escribir el registro de llamadas, porque usted deja pasar llamadas entonces. Las que después no se pudieron escribir faltan en el registro.',
  callsPassed_other:
    '{{count}} llamadas se enviaron mientras no se podía escribir el registro de llamadas, porque usted deja pasar llamadas entonces. Las que después no se pudieron escribir faltan en el registro.',
  logRowDoesNotFit:
    'El registro de llamadas se cambió fuera de Doorward: la fila {{row}} no encaja con las anteriores. Las filas anteriores no han cambiado.',
  logRowMissing:
    'El registro de llamadas se cambió fuera de Doorward: falta la fila {{row}}. Las filas anteriores no han cambiado.',
  logRowAdded:
    'El registro de llamadas se cambió fuera de Doorward: la fila {{row}} se añadió. Las filas anteriores no han cambiado.',
  logRowMoved:
    'El registro de llamadas se cambió fuera de Doorward: la fila {{row}} está en otro lugar. Las filas anteriores no han cambiado.',
  logWrittenAnew:
    'El registro de llamadas se cambió fuera de Doorward: desde la fila {{row}} se escribió de nuevo y no encaja con lo que se firmó. Las filas anteriores no han cambiado.',
  logIsAnother:
    'El registro de llamadas no es el que había aquí: se puso en su lugar uno anterior u otro distinto. Desde la fila {{row}} no contiene lo que se había anotado.',
  logEndMissing:
    'Falta el final del registro de llamadas: la fila {{row}} y las siguientes se habían anotado.',
  logPartlyDamaged: 'El registro de llamadas está dañado. Lo que se pudo leer y encaja: {{what}}.',
  logSignedOtherwise: 'Aquello con lo que se firmó el registro de llamadas no encaja.',
  logKeptAside:
    'El registro de llamadas estaba dañado y no se pudo leer. Se conservó como {{aside}} y se empezó un registro nuevo.',
  troublePasses:
    'El disco está lleno, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió. Libere 200 MB.',
  troublePassesHeld:
    'Otro programa tiene ocupado el registro de llamadas, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió. Cierre los programas que tengan abierto log.db.',
  troublePassesDamaged:
    'El registro de llamadas está dañado, así que las llamadas no se pueden anotar, y pasan, porque usted lo eligió, hasta que se aparte, lo que ocurre por sí solo.',
  troublePassesMoved:
    'El registro de llamadas se movió o se borró mientras Doorward estaba en marcha, así que las llamadas no se pueden anotar, y pasan, porque usted lo eligió, hasta que se cree uno nuevo, lo que ocurre por sí solo.',
  troublePassesAccess:
    'Doorward no puede escribir el registro de llamadas, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió. Dé a su cuenta acceso de escritura a log.db y a su carpeta.',
  troublePassesError:
    'El disco comunica un error, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió. Compruebe el disco donde está la carpeta del perfil de Doorward.',
  troublePassesStopped:
    'El registro de llamadas se detuvo y se está reiniciando, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió.',
  troublePassesSilent:
    'El disco no responde, así que las llamadas no se pueden anotar, y pasan porque usted lo eligió. Compruebe el disco donde está la carpeta del perfil de Doorward.',
  collectorSays: 'Dice: {{said}}',
} as const satisfies Translation<typeof en>;
