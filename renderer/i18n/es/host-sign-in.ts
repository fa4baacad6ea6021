import type { hostSignIn as en } from '../en/host-sign-in.ts';
import type { Translation } from '../translation.ts';

/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '«{{id}}» está bloqueado, así que nadie inicia sesión en él.',
  signingInWithoutAPerson:
    'Iniciar sesión sin una persona requiere el ID de un cliente registrado para ello.',
  theSignInToWas: 'Otra versión de Doorward guardó la sesión de «{{server}}». Actualice Doorward.',
  theSignInCouldNot: 'La sesión no se pudo renovar: {{why}}',
  doesNotLetProgramsRegister:
    '{{host}} no deja que los programas se registren por sí solos. Registre allí Doorward a mano, con la dirección {{address}}, e inicie sesión con el ID de cliente que obtenga (en un terminal: --client-id ID).',
  didNotRegisterDoorwardHttp:
    '{{host}} no registró Doorward (estado HTTP {{count}}). Regístrelo allí a mano, con la dirección {{address}}, e inicie sesión con el ID de cliente que obtenga (en un terminal: --client-id ID).',
  theServerSaysThatIts:
    'El servidor dice que su inicio de sesión es para {{resource}}, que no es su propia dirección. Se rechaza.',
  doesNotSayHowOne: '{{issuer}} no dice cómo se inicia sesión allí. Inténtelo más tarde.',
  theServerNamesSomethingThat:
    'Para su inicio de sesión, el servidor nombra algo que no es una dirección: {{named}}.',
  theServerNamesSomethingThatB:
    'Como lugar donde iniciar sesión, el servidor nombra algo que no es una dirección: {{issuer}}.',
  callsItselfSoItMay:
    '{{issuer}} se llama a sí mismo {{issuer2}}, así que quizá no sea el que debería ser. El inicio de sesión se rechazó.',
  doesNotProtectItsSign:
    '{{issuer}} no protege su inicio de sesión contra códigos robados (PKCE), así que se rechazó.',
  offersNoSignInThat:
    '{{issuer}} no ofrece ningún inicio de sesión que pueda usar un programa como Doorward.',
  namesSomethingThatIsNo: '{{issuer}} nombra algo que no es una dirección.',
  doesNotSayHowOneB: '{{issuer}} no dice cómo se inicia sesión allí.',
  answeredTheSignInWith:
    '{{host}} respondió al inicio de sesión con el estado HTTP {{count}}. Inténtelo más tarde.',
  whatSaysAboutItsSign:
    'Lo que {{host}} dice sobre su inicio de sesión no es como debe ser, así que se rechazó.',
  thereIsNothingHere: 'Aquí no hay nada.',
  doorwardHasTheAnswerYou: 'Doorward tiene la respuesta. Puede cerrar esta página y volver a Doorward.',
  doorwardDoesNotWaitFor:
    'Doorward no espera esta respuesta. Empiece de nuevo el inicio de sesión en Doorward.',
  nobodySignedInWithinThe: 'Nadie inició sesión en el tiempo previsto. Empiece de nuevo.',
  theSignInHasEnded: 'El inicio de sesión ha terminado.',
  askingHowOneSignsIn: 'Preguntando a «{{id}}» cómo se inicia sesión…',
  noPersonCanSignIn: 'Ninguna persona puede iniciar sesión en {{issuer}}.',
  signedInThereFetchingThe: 'Sesión iniciada allí. Obteniendo la clave…',
  theSignInWasNot: 'El inicio de sesión no se aceptó. Empiece de nuevo.',
  theSignInWasRefused: '{{why}} El inicio de sesión se rechazó.',
  signInAtWithinMinutes_one:
    'Inicie sesión en {{host}} en menos de {{count}} minuto. Su dirección parece inusual: asegúrese de que es la correcta. La página: {{href}}',
  signInAtWithinMinutes_many:
    'Inicie sesión en {{host}} en menos de {{count}} de minutos. Su dirección parece inusual: asegúrese de que es la correcta. La página: {{href}}',
  signInAtWithinMinutes_other:
    'Inicie sesión en {{host}} en menos de {{count}} minutos. Su dirección parece inusual: asegúrese de que es la correcta. La página: {{href}}',
  signInAtWithinMinutesB_one: 'Inicie sesión en {{host}} en menos de {{count}} minuto. La página: {{href}}',
  signInAtWithinMinutesB_many:
    'Inicie sesión en {{host}} en menos de {{count}} de minutos. La página: {{href}}',
  signInAtWithinMinutesB_other:
    'Inicie sesión en {{host}} en menos de {{count}} minutos. La página: {{href}}',
  theAnswerToTheSign: 'La respuesta al inicio de sesión no viene de {{issuer}}, donde se empezó. Se rechazó.',
  theSignInWasDeclined: 'El inicio de sesión se denegó allí.',
  refusedTheSignIn: '{{host}} rechazó el inicio de sesión ({{code}}).',
  refusedTheSignInB: '{{host}} rechazó el inicio de sesión.',
  theAnswerToTheSignB: 'La respuesta al inicio de sesión no contiene ningún código. Empiece de nuevo.',
  thereIsNothingToRenew: 'No hay nada con lo que renovar la sesión.',
  hasAnAuthorizationHeaderOf:
    '«{{id}}» tiene su propio encabezado Authorization, así que no hay inicio de sesión. Añádalo antes sin ese encabezado.',
  runsOnThisComputerSo: '«{{id}}» se ejecuta en este equipo, así que no hay dónde iniciar sesión.',
  anotherSignInToThe: 'Se empezó otro inicio de sesión en el mismo servidor.',
  youSignedOutMeanwhile: 'Usted cerró la sesión entretanto.',
  theServerWasRemovedMeanwhile: 'El servidor se eliminó entretanto.',
  answeredTheSignInWithB: '{{host}} respondió al inicio de sesión con algo que no es un token.',
  gaveATokenOfA: '{{host}} dio un token de un tipo que Doorward no puede usar.',
  gaveATokenThatCannot: '{{host}} dio un token que no se puede enviar.',
  doesNotAcceptTheSign: '{{host}} ya no acepta la sesión.',
  doesNotKnowDoorwardAny: '{{host}} ya no conoce Doorward ({{code}}). Inicie sesión de nuevo.',
  doesNotKnowDoorwardAnyB: '{{host}} ya no conoce Doorward. Inicie sesión de nuevo.',
  couldNotAnswerTheSign:
    '{{host}} no pudo responder al inicio de sesión (estado HTTP {{count}}). Inténtelo más tarde.',
  refusedTheSignInWith: '{{host}} rechazó el inicio de sesión con el estado HTTP {{count}}.',
  theSignInLeadsTo: 'El inicio de sesión lleva a algo que no es una dirección web, así que se rechazó.',
  theSignInLeadsToB:
    'El inicio de sesión lleva a una dirección con un nombre delante de su host ({{name}}), así que se rechazó.',
  theSignInLeadsToC: 'El inicio de sesión lleva a {{name}} por una conexión sin cifrar, así que se rechazó.',
  theSignInLeadsToD:
    'El inicio de sesión lleva a {{host}}, una dirección de una red privada, así que se rechazó. Si sabe que es correcto, inicie sesión con: --private-host {{host2}}',
  theSignInLeadsToE:
    'El inicio de sesión lleva a {{host}} ({{address}}), una dirección de una red privada, así que se rechazó. Si sabe que es correcto, inicie sesión con: --private-host {{host2}}',
  theSignInLeadsToF:
    'El inicio de sesión lleva a {{host}}, una dirección de este equipo o de su entorno, así que se rechazó.',
  theSignInLeadsToG:
    'El inicio de sesión lleva a {{host}} ({{address}}), una dirección de este equipo o de su entorno, así que se rechazó.',
  redirectsTheSignInWhich: '{{host}} redirige el inicio de sesión, y eso no se sigue.',
  redirectsTheSignInTo: '{{host}} redirige el inicio de sesión a {{origin}}, y eso no se sigue.',
  answeredTheSignInWithC_one:
    '{{host}} respondió al inicio de sesión con más de {{count}} byte, así que se rechazó.',
  answeredTheSignInWithC_many:
    '{{host}} respondió al inicio de sesión con más de {{count}} de bytes, así que se rechazó.',
  answeredTheSignInWithC_other:
    '{{host}} respondió al inicio de sesión con más de {{count}} bytes, así que se rechazó.',
  didNotAnswerTheSign: '{{host}} no respondió a tiempo al inicio de sesión. Inténtelo más tarde.',
  needsYouToSignIn:
    '«{{id}}» necesita que usted inicie sesión. Hasta entonces se rechazan sus llamadas (en un terminal: doorward server login {{id}}).',
  signedYouOutItsCalls:
    '«{{id}}» cerró su sesión. Sus llamadas se rechazan hasta que usted inicie sesión (en un terminal: doorward server login {{id}}).',
  doesNotAcceptThePresent:
    '«{{id}}» no acepta la sesión actual. Inicie sesión de nuevo (en un terminal: doorward server login {{id}}).',
  asksForMoreRightsThe:
    '«{{id}}» pide más derechos: {{scopes}}. La llamada se rechazó. Si quiere darlos, inicie sesión de nuevo (en un terminal: doorward server login {{id}}).',
  refusesTheCallForWant:
    '«{{id}}» rechaza la llamada por falta de derechos que la sesión ya tiene. Iniciar sesión de nuevo no serviría; pregunte a quien lo administre.',
  hasAskedForMoreRights:
    '«{{id}}» ha pedido más derechos una y otra vez, así que por ahora ya no se pregunta por ello. La llamada se rechazó.',
  needsItsSignInWhich: '«{{id}}» necesita su sesión, que está en la bóveda. {{why}}',
  theSignInToWasB: 'La sesión de «{{id}}» se renovó y no se pudo guardar, así que aún no se usa. {{why}}',
  theSignInToCould: 'La sesión de «{{id}}» no se pudo renovar. {{why}}',
  youAreSignedInAt: 'Usted tiene la sesión iniciada en {{host}}.',
  doorwardIsSignedInAt: 'Doorward tiene por sí mismo la sesión iniciada en {{host}}.',
} as const satisfies Translation<typeof en>;
