import type { hostChecks as en } from '../en/host-checks.ts';
import type { Translation } from '../translation.ts';

/** Sentences of the checks of Doorward and of its start. */
export const hostChecks = {
  thisClientTokenWasReplaced:
    'Esta clave de app de IA se reemplazó o se eliminó. Conéctela de nuevo con la nueva.',
  portIsUsedByAnother:
    'Otro programa usa el puerto {{count}}. Termine ese programa, o elija otro puerto para Doorward y conecte de nuevo sus apps de IA.',
  thisSystemDoesNotLet:
    'Este sistema no deja que Doorward use el puerto {{count}}. Elija uno por encima de 1023.',
  doorwardCannotListenOnPort: 'Doorward no puede escuchar en el puerto {{count}}: {{why}}.',
  nothingAnswersAt: 'Nada responde en {{url}}.',
  answersWithTheStatus: '{{url}} responde con el estado {{status}}.',
  answersARequestWithoutA: '{{url}} responde a una petición sin clave con el estado {{status}}.',
  aiAppsReachDoorwardAt: 'Las apps de IA llegan a Doorward en {{url}}, y nadie llega sin una clave.',
  quitProgramsThatFilterConnections:
    'Cierre los programas que filtran conexiones en este equipo y después inicie Doorward de nuevo.',
  runDoorwardAppConnect: 'Ejecute: doorward app connect {{id}}',
  runDoorwardAppImport: 'Ejecute: doorward app import {{id}}',
  comesWithAKeyThat: '{{title}} viene con una clave que ya no cuenta.',
  runDoorwardAppUndoThen: 'Ejecute: doorward app undo {{id}}, y después: doorward app connect {{id}}',
  isConnected: '{{title}} está conectada.',
  isConnectedInItsFile: '{{title}} está conectada en su archivo y aún no se ha presentado.',
  isConnectedAsSoonAs: '{{title}} se conecta en cuanto se cierre.',
  quitAndStartItAgain: 'Cierre {{title}} e iníciela de nuevo.',
  theFileOfDoesNot: 'El archivo de {{title}} ya no lleva a Doorward.',
  theFileOfCannotBe: 'El archivo de {{title}} no se puede usar.',
  mendTheFileOrOpen: 'Corrija el archivo, o ábralo en la app y guárdelo.',
  itIsBlockedSoNo: 'Está bloqueado, así que ninguna app de IA lo ve.',
  runDoorwardServerEnable: 'Ejecute: doorward server enable {{id}}',
  nobodyHasApprovedItSo: 'Nadie lo ha aprobado, así que ninguna app de IA lo ve.',
  runDoorwardServerInspect: 'Ejecute: doorward server inspect {{id}}',
  itIsSwitchedOffSo: 'Está desactivado, así que ninguna app de IA lo ve.',
  itWantsSomebodyToSign: 'Quiere que alguien inicie sesión. Hasta entonces se rechazan sus llamadas.',
  runDoorwardServerLogin: 'Ejecute: doorward server login {{id}}',
  nodeIsNewEnough: 'Node {{version}} es lo bastante nuevo.',
  nodeIsTooOldFor: 'Node {{version}} es demasiado antiguo para Doorward.',
  installNode24OrNewer: 'Instale Node 24 o más nuevo.',
  thereIsNoProfileAt: 'Aún no hay ningún perfil en {{home}}; el primer inicio lo crea.',
  isNotAFolder: '{{home}} no es una carpeta.',
  moveItElsewhereOrUse: 'Muévalo a otro sitio, o use --home.',
  belongsToAnotherUser: '{{home}} es de otro usuario.',
  useAFolderOfYour: 'Use una carpeta suya con --home.',
  othersMayReadOrChange: 'Otros pueden leer o cambiar {{home}}.',
  isYoursAlone: '{{home}} es solo suya.',
  cannotBeLookedAt: '{{home}} no se puede examinar: {{why}}.',
  useAnotherFolderWithHome: 'Use otra carpeta con --home.',
  theFilesOfTheProfile: 'Los archivos del perfil son solo suyos.',
  startDoorwardWhereAKeychain: 'Inicie Doorward donde haya un llavero, o con --passphrase-fd.',
  onlyTheWindowOfDoorward:
    'Mientras la app está en marcha, solo la ventana de Doorward puede hacer algo menos estricto.',
  theOperatorsKeyWasChanged:
    'La clave del operador se cambió fuera de Doorward, o no se puede comprobar mientras la bóveda está bloqueada.',
  unlockTheKeychainAndStart:
    'Desbloquee el llavero e inicie Doorward de nuevo; si la clave se cambió, aparte state.db y revise todo de nuevo.',
  theOperatorsKeyIsSet: 'La clave del operador está definida.',
  noOperatorsKeyIsSet:
    'No hay ninguna clave del operador definida, así que solo puede aprobar el terminal en el que se ejecuta Doorward.',
  lookAtDoorwardServerList: 'Mire «doorward server list» y «doorward client list», y revise lo que conozca.',
  lookingAt: 'Examinando {{id}}…',
  itCrashed: 'Falló.',
  runDoorwardServerLog: 'Ejecute: doorward server log {{id}}',
  verifyingTheLog: 'Comprobando el registro…',
  keepACopyOfLog: 'Guarde una copia de log.db: muestra dónde se cambió.',
  itIsReachedAt: 'Se llega a él en {{url}}.',
  itsProgramWasFound: 'Se encontró su programa «{{command}}».',
  mendThatThenRunDoorward: 'Corrija eso y después ejecute: doorward server test {{id}}',
  doorwardIsAlreadyRunningWith:
    'Doorward ya está en marcha con este perfil (proceso {{pid}}). Úselo, o deténgalo antes, o indique otra carpeta con --home.',
  doorwardIsAlreadyRunningWithB:
    'Doorward ya está en marcha con este perfil. Úselo, o deténgalo antes, o indique otra carpeta con --home.',
  theProfileCannotBeLocked: 'El perfil {{path}} no se puede bloquear para uso propio: {{why}}.',
  theFolderBelongsToAnother: 'La carpeta {{path}} es de otro usuario. Indique una suya con --home.',
  theFolderCannotBeUsed: 'La carpeta {{path}} no se puede usar: {{why}}. Indique otra con --home.',
  cannotBeUsedMendIt:
    '{{file}} no se puede usar: {{what}}. Corríjalo, o apártelo para empezar con los valores predefinidos.',
  cannotBeWrittenNothingWas: '{{file}} no se puede escribir: {{why}}. No se cambió nada.',
  wasWrittenByANewer:
    '{{file}} lo escribió un Doorward más nuevo (su formato es {{count}}, este conoce {{count2}}). Actualice Doorward; no se cambió nada.',
  cannotBeOpened: '{{file}} no se puede abrir: {{why}}.',
  isDamagedOrWasChanged:
    '{{file}} está dañado o se cambió fuera de Doorward. Ponga una copia en su lugar, o muévalo a otro sitio: entonces hay que revisar los servidores y añadir las apps de IA de nuevo.',
  reachesPast_one: '{{title}} llega a {{count}} servidor sin pasar por Doorward.',
  reachesPast_many: '{{title}} llega a {{count}} de servidores sin pasar por Doorward.',
  reachesPast_other: '{{title}} llega a {{count}} servidores sin pasar por Doorward.',
} as const satisfies Translation<typeof en>;
