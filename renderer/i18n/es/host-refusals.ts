import type { hostRefusals as en } from '../en/host-refusals.ts';
import type { Translation } from '../translation.ts';

/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: 'El permiso no se pudo guardar, así que no se permitió nada.',
  thisCallIsBeingAnswered: 'Ya se está respondiendo a esta llamada.',
  theAppHasMadeThis: 'La app ha hecho esta llamada entretanto, y se la dejó pasar.',
  aPermissionForAWhole: 'Un permiso para un servidor o una app completos se da en la página Permisos.',
  noRuleCanNameThis:
    'Ninguna regla puede nombrar exactamente esta llamada, así que solo se puede permitir una vez.',
  callsThatSendDeleteRun:
    'Las llamadas que envían, borran, ejecutan, gastan o hacen algo desconocido no se permiten aquí para siempre. Elija un tiempo más corto.',
  yourSettingsDoNotLet:
    'Sus ajustes no dejan permitir una llamada durante tanto tiempo. Elija un tiempo más corto.',
  doorwardCannotSayWhatIs:
    'Doorward no puede decir qué es parecido a esta llamada. Elija estos argumentos, o la herramienta entera.',
  doorwardIsClosingSoThis: 'Doorward se está cerrando, así que esta llamada se rechazó.',
  theDecisionCouldNotBe:
    'La decisión no se pudo registrar, así que esta llamada se rechazó. No se envió nada.',
  itMayBeAskedAgain:
    'Se puede pedir de nuevo más tarde: si entretanto una persona la permite, la misma llamada pasa una vez.',
  nobodyIsAtTheComputer: 'No hay nadie ante el equipo. Pida más tarde.',
  nobodyAnsweredTheLastQuestions:
    'Nadie respondió a las últimas preguntas de esta app, así que esta llamada se rechazó sin preguntar. Pida más tarde.',
  tooManyCallsOfThis:
    'Demasiadas llamadas de esta app esperan ya a una persona, así que esta se rechazó. Pida de nuevo cuando estén respondidas.',
  aRuleBlocksThisCall: 'Una regla bloquea ahora esta llamada, así que se rechazó.',
  doorwardCouldNotShowThis: 'Doorward no pudo mostrar esta llamada a una persona, así que se rechazó.',
  theAppStoppedWaitingFor: 'La app dejó de esperar la respuesta.',
  noOneAnsweredInTime:
    'Nadie respondió a tiempo, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde: si entretanto una persona la permite, la misma llamada pasa una vez.',
  noOneAnsweredInTimeB:
    'Nadie respondió a tiempo, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde.',
  noOneAnsweredWithinS_one:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde: si entretanto una persona la permite, la misma llamada pasa una vez.',
  noOneAnsweredWithinS_many:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde: si entretanto una persona la permite, la misma llamada pasa una vez.',
  noOneAnsweredWithinS_other:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde: si entretanto una persona la permite, la misma llamada pasa una vez.',
  noOneAnsweredWithinSB_one:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde.',
  noOneAnsweredWithinSB_many:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde.',
  noOneAnsweredWithinSB_other:
    'Nadie respondió en {{count}} s, así que esta llamada se rechazó. Se puede pedir de nuevo más tarde.',
  nobodyIsAtTheComputerB: 'No hay nadie ante el equipo para mirarlo.',
  nobodyAnsweredTheLastQuestionsB:
    'Nadie respondió a las últimas preguntas de esta app, así que no se preguntó a nadie por ello.',
  tooManyQuestionsOfThis:
    'Demasiadas preguntas de esta app esperan ya a una persona, así que no se preguntó a nadie por ello.',
  doorwardIsClosingSoNobody: 'Doorward se está cerrando, así que ya nadie puede mirarlo.',
  doorwardLetsNothingOfThe: 'Doorward no deja pasar ahora nada de ese tipo.',
  theDecisionOfAPerson: 'La decisión de una persona sobre ello no se pudo registrar.',
  doorwardCouldNotShowIt: 'Doorward no pudo mostrarlo a una persona.',
  theAppStoppedWaitingForB: 'La app dejó de esperarlo.',
  noOneLookedAtIt: 'Nadie lo miró a tiempo.',
  noOneLookedAtItB_one: 'Nadie lo miró en {{count}} s.',
  noOneLookedAtItB_many: 'Nadie lo miró en {{count}} s.',
  noOneLookedAtItB_other: 'Nadie lo miró en {{count}} s.',
  thereIsNoValidDecision:
    'No hay ninguna decisión válida de una persona sobre esta llamada, así que se rechazó.',
  theDecisionAboutThisCall: 'La decisión sobre esta llamada ya se usó, así que se rechazó.',
  theDecisionAboutThisCallB:
    'La decisión sobre esta llamada ha caducado, así que se rechazó. Se puede pedir de nuevo.',
  thisCallDiffersFromThe: 'Esta llamada es distinta de la que se permitió, así que se rechazó.',
  theRulesChangedAfterThis:
    'Las reglas cambiaron después de que se permitiera esta llamada, así que se rechazó. Se puede pedir de nuevo.',
  whatAPersonDecidedAbout: 'Lo que una persona decidió sobre ello ya no vale.',
  thereIsNoSuchCall: 'No existe esa llamada. Quizá ya se respondió.',
  anAnswerOfAServer:
    'Una respuesta de un servidor se entrega o no se entrega una vez. De ello no se hace ningún permiso.',
  nobodyAnsweredThisCallIn:
    'Nadie respondió a tiempo a esta llamada. Solo se puede permitir para su próximo intento.',
  itCountsNoLongerBut:
    'Ya no cuenta, pero no se pudo escribir en el disco: tras un reinicio puede contar de nuevo hasta que se acabe su tiempo. Libere espacio y después rechácela de nuevo.',
  doesNotOfferAnyMore: '«{{server}}» ya no ofrece «{{key}}», así que no se llamó.',
  doorwardCouldNotCheckWhat:
    'Doorward no pudo comprobar qué ofrece ahora «{{server}}», así que no se llamó a nada. {{why}}',
  thisServerWasRemovedFrom: 'Este servidor se eliminó de Doorward. No se envió nada.',
  isBlockedInDoorwardNothing: '«{{id}}» está bloqueado en Doorward. No se envió nada.',
  isSwitchedOffInDoorward: '«{{id}}» está desactivado en Doorward. No se envió nada.',
  isNotThereForThis:
    '«{{id}}» no está ahora disponible para esta app de IA, según lo elegido en Doorward. No se envió nada.',
  isNotApprovedInDoorward:
    '«{{id}}» no está aprobado en Doorward. Apruébelo allí y después inténtelo de nuevo.',
  thisCallIsAnotherOne: 'Esta llamada ya es otra.',
  doorwardStoppedBeforeThisCall: 'Doorward se detuvo antes de que terminara esta llamada.',
  doorwardKeepsTheTextsOf:
    'Doorward conserva solo los textos de las llamadas más recientes, y solo mientras está en marcha; los de esta ya no se conservan, así que no se puede mirar de nuevo.',
  theArgumentsAreLongOnly:
    'Los argumentos son largos: solo se conservan y se examinan aquí su principio y su final.',
  theAnswerIsLongOnly: 'La respuesta es larga: solo se conservan y se examinan aquí su principio y su final.',
  notAllOfTheArguments: 'No se pudieron examinar todos los argumentos.',
  notAllOfTheAnswer: 'No se pudo examinar toda la respuesta.',
  moreWasFoundInThe: 'Se encontró más en los argumentos; estos son los {{count}} peores.',
  moreWasFoundInTheB: 'Se encontró más en la respuesta; estos son los {{count}} peores.',
  anEarlierTryOfThis:
    'Puede que un intento anterior de esta llamada llegara a hacerse: Doorward terminó antes de que llegara su respuesta. Mire si se hizo antes de dejar que se haga otra vez.',
  theOutcomeIsUnknownDoorward:
    'El resultado se desconoce: Doorward se detuvo antes de que llegara la respuesta. Puede que el servidor haya hecho lo que se le pidió.',
  theServerHasDoneWhat:
    'El servidor ha hecho lo que se le pidió, pero Doorward no entregó su respuesta: {{why}}. {{why2}} No repita la llamada para obtenerla; diga a la persona qué falta.',
  thisQuestionTakesNoAnswers: 'Esta pregunta no admite respuestas escritas, solo sí o no.',
  theAnswersAreOneJson: 'Las respuestas son un objeto JSON, con un miembro para cada campo del formulario.',
  theAnswersAreLongerThan: 'Las respuestas son más largas de lo que puede recibir un servidor.',
  theAnswersCannotBeSent: 'Las respuestas no se pueden enviar: {{why}}.',
  theFormHasNoField: 'El formulario no tiene ningún campo «{{field}}».',
  unknownTool: 'Herramienta desconocida: {{name}}',
  aRuleOfYourOrganisation: 'Una regla de su organización rechaza esta llamada. No se envió nada.',
  aRuleThatAPerson: 'Una regla que una persona creó en Doorward rechaza esta llamada. No se envió nada.',
  thisCallWasMadeAlready: 'Esta llamada ya se hizo, así que sus argumentos no se pueden cambiar.',
  thisCallDoesNotWait: 'Esta llamada ya no espera, así que sus argumentos no se pueden cambiar.',
  thisToolHasArgumentsThat:
    'Esta herramienta tiene argumentos que también viajan como encabezados, así que no se pueden cambiar aquí.',
  cannotShowFormsOfServers:
    '{{app}} no puede mostrar formularios de servidores, así que lo muestra Doorward.',
  cannotOpenPagesForServers:
    '{{app}} no puede abrir páginas para servidores, así que Doorward le pregunta a usted.',
  aPersonHasBlockedEverything: 'Una persona ha bloqueado todo en Doorward por ahora.',
  theMessagesOfTheServer:
    'Los mensajes del servidor tardan demasiado en examinarse, así que por ahora no se entregan.',
  aMessageOfTheServer: 'Un mensaje del servidor es demasiado grande para examinarlo, así que no se entregó.',
  theAnswerToTheServer:
    'La respuesta al servidor contiene algo que habría que enmascarar, y eso no es posible aquí. No se envió nada.',
  thisWasStoppedItCarries:
    'Esto se detuvo: lleva un valor que no debe salir de este equipo. No se envió nada de ello.',
  moreIsEncodedInThis:
    'Hay aquí más contenido codificado del que Doorward examina, así que podría contener un canario que usted puso.',
  triedToSendTheCanary:
    '{{app}} intentó enviar el canario «{{name}}» a «{{server}}». La llamada se detuvo. Ha leído algo que nadie tiene por qué leer: mire sus últimas llamadas en Actividad.',
  hasReadPrivateDataOf:
    '{{app}} ha leído datos privados de «{{server}}» ({{name}}) y texto de desconocidos de «{{server2}}» ({{name2}}), y esta llamada enviaría datos fuera a través de «{{target}}».',
  thisCallWouldSendData:
    'Esta llamada enviaría datos fuera, y antes se leyeron datos privados y texto de desconocidos. No se envió nada. Una persona puede empezar de cero en Doorward, en la página de esta app de IA.',
  aNumberInItIs: 'Una máscara suya oculta un número que contiene, pero un número no se puede reemplazar.',
  aNumberInTheAnswer:
    'Una máscara suya oculta un número de la respuesta, pero un número no se puede reemplazar.',
  somethingInTheAnswerIs:
    'Una máscara suya oculta algo de la respuesta, pero la herramienta promete una forma fija en ese lugar, así que allí no se reemplazó.',
  thereIsMoreEncodedIn:
    'Hay más contenido codificado del que se puede examinar, así que nadie sabe si contiene algo que oculte una máscara suya.',
  itHasSomethingInIt:
    'Contiene algo que está oculto para este servidor, en un lugar que no se puede cambiar. No se envió nada. Llame de nuevo sin ello.',
  whatTheServerAsksHas:
    'Lo que pide el servidor contiene algo que está oculto para esta app de IA, así que no se entregó.',
  theAnswerHasANumber:
    'La respuesta contiene un número que está oculto para este servidor, así que no se entregó.',
  itIsTooLongTo:
    'Es demasiado largo para buscar en ello todo lo que hay que ocultar, así que no siguió adelante. Pida una parte más pequeña.',
  itHasASecretOf: 'Contiene un secreto de la bóveda que no es para este servidor. No se envió nada.',
  whatTheServerAsksHasB: 'Lo que pide el servidor contiene un secreto de la bóveda, así que no se entregó.',
  theAiAppWentAway: 'La app de IA se fue antes de responder.',
  theServerStopped: 'El servidor se detuvo.',
  theAiAppIsGone: 'La app de IA ya no está.',
  tooManyQuestionsOfThisB: 'Ya esperan demasiadas preguntas de este servidor en esta app de IA.',
  theCallThatThisQuestion: 'La llamada de la que trata esta pregunta ha terminado.',
  doorwardCannotAnswerWhatA: 'Doorward no puede responder a lo que pide una tarea.',
  thisProtocolRevisionHasNo: 'Esta revisión del protocolo no tiene peticiones de servidores.',
  itDidNotListAnything: 'No dio ninguna lista.',
  theServerAskedTooMany: 'El servidor hizo demasiadas preguntas para una sola llamada.',
  theServerAskedAQuestion: 'El servidor hizo una pregunta que Doorward no puede leer.',
  theServerWantsToOpen: 'El servidor quiere abrir algo que no es una dirección web.',
  theServerWantsToOpenB: 'El servidor quiere abrir una dirección demasiado larga para examinarla.',
  theServerWantsToOpenC: 'El servidor quiere abrir una dirección con caracteres ocultos.',
  theServerWantsToOpenD: 'El servidor quiere abrir algo que no es una página web.',
  theServerWantsToOpenE: 'El servidor quiere abrir una página por una conexión sin cifrar.',
  theServerWantsToOpenF:
    'El servidor quiere abrir una dirección con un nombre delante del host, lo que oculta adónde lleva.',
  theServerWantsToOpenG: 'El servidor quiere abrir una dirección cuyo host se puede leer de dos maneras.',
  tooManyCallsWaitFor: 'Demasiadas llamadas esperan respuesta.',
  nobodyAnsweredTheQuestionOf: 'Nadie respondió a tiempo a la pregunta del servidor.',
  hasCallsRunningForThis:
    '«{{server}}» tiene {{count}} llamadas en curso de esta app de IA, cada una en su propia conexión. Inténtelo de nuevo cuando algunas hayan terminado.',
  doorwardIsStoppingSoIs: 'Doorward se está deteniendo, así que «{{server}}» no se inicia.',
  noAnswerCameInTime: 'No llegó ninguna respuesta a tiempo.',
  didNotAnswerWithinSeconds_one: '«{{id}}» no respondió en los {{count}} segundos siguientes a su inicio.',
  didNotAnswerWithinSeconds_many: '«{{id}}» no respondió en los {{count}} segundos siguientes a su inicio.',
  didNotAnswerWithinSeconds_other: '«{{id}}» no respondió en los {{count}} segundos siguientes a su inicio.',
  wasStopped: '«{{id}}» se detuvo.',
  refusedTheConnection: '«{{id}}» rechazó la conexión: {{said}}',
  notBeforeTheHandshake: 'No antes de la primera conexión.',
  sentABrokenAnswer: '«{{id}}» envió una respuesta defectuosa: {{why}}',
  anAnswerToARequest: 'Se desechó una respuesta a una petición que no está abierta.',
  aQuestionWhoseIdIs: 'Se desechó una pregunta cuyo identificador está en uso.',
  tooManyQuestionsAreOpen: 'Hay demasiadas preguntas abiertas.',
  doorwardCannotTellWhichAi: 'Doorward no puede saber para qué app de IA es esta pregunta.',
  theAiAppGaveThis: 'La app de IA abandonó esta llamada. No se envió nada.',
  doorwardKeptTheAnswerBack:
    'Doorward no entregó la respuesta porque falló su comprobación «{{name}}». El servidor ha hecho lo que se le pidió.',
  doorwardRefusedThisCallBecause:
    'Doorward rechazó esta llamada porque falló su comprobación «{{name}}». No se envió nada.',
  theAiAppCannotAnswer: 'La app de IA no puede responder a todo lo que pidió el servidor.',
  doorwardHasDealtWithWhat: 'Doorward se ha ocupado de lo que pidió el servidor. Llame de nuevo.',
  thisCallAlreadyWaitsFor: 'Esta llamada ya espera una respuesta.',
  theAiAppCannotAnswerB: 'La app de IA no puede responder a este tipo de pregunta.',
  doorwardCouldNotAnswerThis: 'Doorward no pudo responder a esta pregunta.',
  onlyTheArgumentsOfA: 'Solo se pueden cambiar los argumentos de una herramienta o de un prompt.',
  theArgumentsAreLargerThan: 'Los argumentos son más grandes de lo que puede ser un mensaje.',
  theArgumentsCannotBeSent: 'Los argumentos no se pueden enviar: {{why}}.',
  theArgumentsMustBeAn: 'Los argumentos tienen que ser un objeto.',
  inputresponsesLacksTheAnswerTo: 'A «inputResponses» le falta la respuesta a la pregunta.',
  thisRequeststateIsNotKnown: 'Este requestState no se conoce: caducó, ya se usó o es de otra petición.',
  theAiAppGaveThe: 'La app de IA abandonó la llamada.',
  theSessionEnded: 'La sesión terminó.',
  theAiAppDidNot: 'La app de IA no respondió a la pregunta del servidor.',
  thisCallNeedsTheAnswer:
    'Esta llamada necesita la respuesta de una persona y no la tiene, así que no se envió.',
  aPersonHasBlockedEverythingB: 'Una persona ha bloqueado todo en Doorward por ahora. No se envió nada.',
  theRulesChangedWhileThis:
    'Las reglas cambiaron mientras esta llamada estaba en camino, así que no se envió. Se puede intentar de nuevo.',
  thisAiAppWasRemoved:
    'Esta app de IA se eliminó de Doorward. Conéctela de nuevo para usar sus herramientas.',
  theServerHasDoneWhatB:
    'El servidor ha hecho lo que se le pidió, pero Doorward no entregó su respuesta: una persona tiene que mirarla antes, y aquí no se puede preguntar a nadie. No repita la llamada para obtenerla; diga a la persona qué falta.',
  theArgumentsCannotBeSentB: 'Los argumentos no se pueden enviar.',
  theToolIsMalformedIt: 'La herramienta «{{name}}» está mal formada: {{why}}. No se llamó.',
  theHeaderDoesNotMatch: 'El encabezado {{header}} no coincide con los argumentos.',
  thereIsNoSuchServer: 'No existe ese servidor.',
  theToolNameIsMissing: 'Falta el nombre de la herramienta.',
  thePromptNameIsMissing: 'Falta el nombre del prompt.',
  theResourceUriIsMissing: 'Falta el URI del recurso.',
  resourceNotFound: 'Recurso no encontrado: {{uri}}',
  thereIsNoSuchTask: 'No existe esa tarea.',
  doorwardCouldNotReadThis:
    'Doorward no pudo leer esta petición de una única manera, así que se rechazó. No se preguntó a nadie.',
  thePromptIsLongerThan:
    'El prompt es más largo de lo que se puede mostrar a una persona, así que se rechazó. Pregunte con menos.',
  theFormIsLargerThan:
    'El formulario es más grande de lo que se puede mostrar a una persona, así que se rechazó. Pregunte con menos.',
  theServerAskedForThe:
    'Junto con su prompt, el servidor pidió la conversación de la app de IA («includeContext»). Doorward nunca la da. Pregunte sin ella.',
  theServerWantsToOpenH:
    'El servidor quiere abrir una dirección dentro de una red privada. Doorward no abre páginas así. No se preguntó a nadie.',
  theFormAsksForA:
    'El formulario pide un secreto en el campo «{{field}}». Doorward no muestra ningún formulario que pida contraseñas, claves o códigos. No se preguntó a nadie.',
  nobodyWasAsked: '{{why}} No se preguntó a nadie.',
  itMayAskAgainIn_one: 'Puede preguntar de nuevo dentro de {{count}} min.',
  itMayAskAgainIn_many: 'Puede preguntar de nuevo dentro de {{count}} min.',
  itMayAskAgainIn_other: 'Puede preguntar de nuevo dentro de {{count}} min.',
  noSignOfLifeSeconds_one:
    '«{{id}}» no dio señales de vida durante {{count}} s, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  noSignOfLifeSeconds_many:
    '«{{id}}» no dio señales de vida durante {{count}} s, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  noSignOfLifeSeconds_other:
    '«{{id}}» no dio señales de vida durante {{count}} s, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  noSignOfLifeMinutes_one:
    '«{{id}}» no dio señales de vida durante {{count}} minuto, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  noSignOfLifeMinutes_many:
    '«{{id}}» no dio señales de vida durante {{count}} de minutos, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  noSignOfLifeMinutes_other:
    '«{{id}}» no dio señales de vida durante {{count}} minutos, así que se abandonó la llamada. Puede que se haya hecho de todos modos. Compruébelo antes de repetirla.',
  readInTwoWays: '«{{id}}» respondió con algo que se puede leer de dos maneras, así que no se entrega.',
  loopNotLetGoOnMinute:
    'Esta misma llamada se hizo una y otra vez, y la persona no dejó que continuara. No se envió nada. Haga otra cosa; esta llamada se puede intentar de nuevo dentro de 1 minuto.',
  loopNotLetGoOn_one:
    'Esta misma llamada se hizo una y otra vez, y la persona no dejó que continuara. No se envió nada. Haga otra cosa; esta llamada se puede intentar de nuevo dentro de {{count}} minuto.',
  loopNotLetGoOn_many:
    'Esta misma llamada se hizo una y otra vez, y la persona no dejó que continuara. No se envió nada. Haga otra cosa; esta llamada se puede intentar de nuevo dentro de {{count}} de minutos.',
  loopNotLetGoOn_other:
    'Esta misma llamada se hizo una y otra vez, y la persona no dejó que continuara. No se envió nada. Haga otra cosa; esta llamada se puede intentar de nuevo dentro de {{count}} minutos.',
  loopIsAsked:
    'Esta misma llamada se hizo una y otra vez, y se está preguntando a la persona si puede continuar. No se envió nada. Espere su respuesta.',
  loopFailed:
    'Esta app de IA ha hecho esta misma llamada {{count}} veces en un minuto, y falló todas las veces. Quizá esté atascada en un bucle.',
  loopSameAnswer:
    'Esta app de IA ha hecho esta misma llamada {{count}} veces en un minuto, y la respuesta fue la misma todas las veces. Quizá esté atascada en un bucle.',
} as const satisfies Translation<typeof en>;
