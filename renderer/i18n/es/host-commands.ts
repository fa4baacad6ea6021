import type { hostCommands as en } from '../en/host-commands.ts';
import type { Translation } from '../translation.ts';

/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'Su rol dice cuáles: omita los nombres.',
  thereIsNoRoleDoorward: 'No hay ningún rol «{{role}}». «doorward role list» los muestra todos.',
  thereIsNoAiApp: 'No hay ninguna app de IA «{{client}}». «doorward client list» las muestra todas.',
  thereIsAnAiApp: 'Ya hay una app de IA «{{name}}». Elija otro nombre o renueve su clave.',
  thereAreAiAppsAlready: 'Ya hay {{count}} apps de IA. Elimine antes una.',
  onlyTheDoorwardWindowCan: 'Mientras la app está en marcha, solo la ventana de Doorward puede hacer esto.',
  thisDoorwardRunsWithoutA: 'Este Doorward funciona sin ventana.',
  theCommandWasNotUnderstood: 'El comando «{{name}}» no se entendió: {{why}}',
  thereIsNoCommand: 'No hay ningún comando «{{name}}».',
  theCommandFailedInDoorward:
    'El comando «{{name}}» falló en el propio Doorward. El registro de la carpeta «logs» del perfil dice más.',
  doorwardIsStopping: 'Doorward se está deteniendo.',
  thereIsNoPortTo: 'No hay ningún puerto en el que escuchar.',
  theOperatorsKeyWasChanged:
    'La clave del operador se cambió fuera de Doorward o no se puede comprobar. Ejecute «doorward doctor».',
  theOperatorsKeyWasChangedB: 'La clave del operador se cambió.',
  itWasNotGivenWhat:
    'No se le dio lo que parecen secretos: {{names}}. Si ofrece menos de lo que espera, vuelva a mirar con sus secretos.',
  itMayNeedItsSecrets:
    '{{why}} Quizá necesite sus secretos, que no se le dieron en este examen: {{names}}. Si se los confía, inícielo con sus secretos (en un terminal: --with-secrets).',
  itsListsCouldNotBe: 'Sus listas no se pudieron guardar: {{why}}',
  thereIsNobodyHereWho: 'Aquí no hay nadie a quien preguntar.',
  thereIsNoAnswerTo: 'No hay respuesta a esta llamada.',
  connectingTo: 'Conectando con «{{id}}»…',
  readingWhatOffers: 'Leyendo lo que ofrece «{{id}}»…',
  thereIsNoServerDoorward: 'No hay ningún servidor «{{id}}». «doorward server list» los muestra todos.',
  isBlockedSoItIs: '«{{id}}» está bloqueado, así que no se inicia.',
  isUnreviewedSoItIs: '«{{id}}» no está revisado, así que no se inicia. Examínelo antes.',
  isSwitchedOffEnableIt: '«{{id}}» está desactivado. Actívelo antes.',
  wasRemovedWhileItWas: '«{{id}}» se eliminó mientras se examinaba. Examínelo de nuevo.',
  anotherVersionOfWasChosen: 'Entretanto se eligió otra versión de «{{id}}». Examínelo de nuevo.',
  hasNotBeenInspectedStart: '«{{id}}» no se ha examinado. Inícielo una vez y mire antes qué ofrece.',
  wasRemovedMeanwhile: '«{{id}}» se eliminó entretanto.',
  lookingForNewerVersions: 'Buscando versiones más nuevas…',
  isNotApprovedSoIt: '«{{id}}» no está aprobado, así que conserva su versión. Apruébelo antes.',
  noNewerVersionOfIs:
    'No se conoce ninguna versión más nueva de «{{id}}». «doorward server versions» la busca.',
  theNewerVersionOfIs: 'La versión más nueva de «{{id}}» es ahora {{to}}. Mírela otra vez.',
  isNotApprovedSoNothing:
    '«{{id}}» no está aprobado, así que nada de él puede estarlo. Apruebe antes el servidor.',
  ofIsNotOnHold: 'De «{{server}}» no está retenido esto: {{what}}.',
  hasChangedAgainSinceIt: 'Esto ha vuelto a cambiar desde que se mostró: {{what}}. Mírelo otra vez.',
  cannotBeApproved: 'Esto no se puede aprobar: {{what}}. {{why}}',
  itWasListedOnceAnd: 'Se ofreció una vez y se retiró. Se conservó la versión aprobada.',
  hasNotBeenInspectedLook: '«{{id}}» no se ha examinado. Mire antes qué ofrece.',
  isNotWhatYouLooked: '«{{id}}» no es lo que usted examinó. {{why}} Examínelo de nuevo.',
  nothingOfThatNameOf: 'Nada con ese nombre de «{{id}}» está retenido.',
  offersNo: '«{{id}}» no ofrece esto: {{what}}.',
  hasNoApprovedTool: '«{{id}}» no tiene ninguna herramienta aprobada «{{tool}}».',
  versionOfWasChosenIn:
    'Se eligió la versión {{to}} de {{name}} en lugar de la {{from}}. Mire qué ofrece y después apruébela.',
  couldNotBeCheckedBefore: '«{{id}}» no se pudo comprobar antes de iniciarlo: {{why}}',
  wasNotLookedAtSince:
    '«{{id}}» no se ha examinado desde que Doorward guarda qué son los servidores, así que no se inicia. Examínelo de nuevo.',
  isNotApprovedInDoorward: '«{{id}}» no está aprobado en Doorward, así que no se inicia.',
  itIsNotWhatWas: 'Ya no es lo que se examinó. {{why}}',
  itIsNotWhatWasB: 'Ya no es lo que se aprobó. {{why}}',
  isNotWhatWasLooked:
    '«{{id}}» ya no es lo que se examinó, así que no se inició. Pida a la persona que abra Doorward y lo revise.',
  isNotWhatWasApproved:
    '«{{id}}» ya no es lo que se aprobó, así que no se inició. Pida a la persona que abra Doorward y lo revise.',
  doorwardHasNoTextsOf:
    'Doorward ya no tiene los textos de esta llamada: conserva los de las llamadas más recientes mientras está en marcha, y el registro solo conservó sus huellas y tamaños.',
  theseTextsAreAsThe:
    'Estos textos están como los conservó el registro: el principio, y de él lo que usted eligió conservar.',
  thereIsNoCall: 'No hay ninguna llamada «{{call}}».',
  thatIsNotAKey: 'Esa no es una clave de Doorward.',
} as const satisfies Translation<typeof en>;
