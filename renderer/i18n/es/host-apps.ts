import type { hostApps as en } from '../en/host-apps.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_one:
    '{{title}} admite como máximo {{count}} herramienta, incluidas las suyas, y se niega a trabajar con más; recibe {{count2}}.',
  takesAtMostToolsIts_many:
    '{{title}} admite como máximo {{count}} de herramientas, incluidas las suyas, y se niega a trabajar con más; recibe {{count2}}.',
  takesAtMostToolsIts_other:
    '{{title}} admite como máximo {{count}} herramientas, incluidas las suyas, y se niega a trabajar con más; recibe {{count2}}.',
  takesAtMostToolsAnd_one:
    '{{title}} admite como máximo {{count}} herramienta y se niega a trabajar con más; recibe {{count2}}.',
  takesAtMostToolsAnd_many:
    '{{title}} admite como máximo {{count}} de herramientas y se niega a trabajar con más; recibe {{count2}}.',
  takesAtMostToolsAnd_other:
    '{{title}} admite como máximo {{count}} herramientas y se niega a trabajar con más; recibe {{count2}}.',
  readsAtMostToolsIt_one:
    '{{title}} lee como máximo {{count}} herramienta; recibe {{count2}} y deja fuera el resto.',
  readsAtMostToolsIt_many:
    '{{title}} lee como máximo {{count}} de herramientas; recibe {{count2}} y deja fuera el resto.',
  readsAtMostToolsIt_other:
    '{{title}} lee como máximo {{count}} herramientas; recibe {{count2}} y deja fuera el resto.',
  takesAtMostToolsItsB_one:
    '{{title}} admite como máximo {{count}} herramienta, incluidas las suyas; solo de aquí recibe {{count2}}.',
  takesAtMostToolsItsB_many:
    '{{title}} admite como máximo {{count}} de herramientas, incluidas las suyas; solo de aquí recibe {{count2}}.',
  takesAtMostToolsItsB_other:
    '{{title}} admite como máximo {{count}} herramientas, incluidas las suyas; solo de aquí recibe {{count2}}.',
  fromBeforeReadsAtMost_one:
    '{{title}} de antes de {{before}} lee como máximo {{count}} herramienta; recibe {{count2}}.',
  fromBeforeReadsAtMost_many:
    '{{title}} de antes de {{before}} lee como máximo {{count}} de herramientas; recibe {{count2}}.',
  fromBeforeReadsAtMost_other:
    '{{title}} de antes de {{before}} lee como máximo {{count}} herramientas; recibe {{count2}}.',
  isOnlyBroughtInFrom: 'De {{title}} solo se incorporan servidores. Conecte las propias apps de IA.',
  yourOrganisationDoesNotLet: 'Su organización no permite que {{title}} use Doorward.',
  isConnectedInAnotherWay: '{{title}} está conectada de otra manera. Deshaga eso antes.',
  takesNoAddressSoIt: '{{title}} no admite direcciones, así que se conecta con el puente.',
  itsFileIsInA:
    'Su archivo está en una carpeta que git guarda, así que no se escribe en él ninguna clave; el puente no la necesita.',
  soItWasLeftAs: '«{{path}}» {{known}}, así que se dejó como estaba.',
  changedAfterItWasShown: '{{path}} cambió después de mostrarse. Mírelo otra vez.',
  itWasLeftAsIt: '«{{path}}» {{known}}. Se dejó como estaba.',
  wasNotConnectedByDoorward: 'Doorward no conectó {{title}}, así que no hay nada que retirar.',
  whatIsNotedOfNames:
    'Lo que está anotado de {{title}} nombra un archivo que no es suyo, así que se dejó como estaba.',
  wasLeftAsItIs: '{{title}} se dejó como está. {{why}}',
  thereIsNoServerIn: 'No hay ningún servidor «{{name}}» en esta app.',
  hasKeysThatMoveInto:
    '{{names}} tiene claves que pasan a la bóveda, que no está abierta, así que no se incorporó nada. {{why}}',
  haveKeysThatMoveInto:
    '{{names}} tienen claves que pasan a la bóveda, que no está abierta, así que no se incorporó nada. {{why}}',
  nothingWasBroughtIn: '{{why}} No se incorporó nada.',
  doorwardDoesNotRun: 'Doorward no está en marcha.',
  doorwardKnowsNoAppDoorward:
    'Doorward no conoce ninguna app «{{id}}». «doorward app list» las muestra todas.',
  hasAFileOfIts: '{{title}} tiene su propio archivo. Solo se puede indicar otro para exportar.',
  itsServersWereBroughtIn: '{{why}} Sus servidores se incorporaron.',
  goesThroughDoorwardFromIts: '{{title}} pasa por Doorward a partir de su próximo inicio.',
  wasConnectedAlreadyNothingWas: '{{title}} ya estaba conectada; no se cambió nada.',
  wasNotChangedYetAnd: '{{title}} aún no se había cambiado, y no se cambiará.',
  quitDoorwardThenPutsIts: 'Cierre {{title}}; Doorward deja entonces su archivo como estaba.',
  theFileOfIsWhat: 'El archivo de {{title}} es el que era antes.',
  theFileOfHadChanged:
    'El archivo de {{title}} había cambiado entretanto, así que solo se retiraron las entradas de Doorward.',
  theFileOfHadChangedB:
    'El archivo de {{title}} había cambiado entretanto, así que solo se retiraron las entradas de Doorward. Cambiado por alguien, y dejado como está: {{kept}}.',
  thereIsNoServerInB: 'No hay en {{title}} ningún servidor «{{key}}» que no pase por Doorward.',
  runsAndWouldNotNotice:
    '{{title}} está en marcha, y no notaría el cambio o escribiría encima. Ciérrela; entonces Doorward la conecta.',
  quitDoorwardThenConnectsIt: 'Cierre {{title}}; entonces Doorward la conecta.',
  startItIsConnectedAs: 'Inicie {{title}}; está conectada en cuanto se presente.',
  wasConnectedButItsFile: '{{title}} se conectó, pero su archivo ya no lo dice. Conéctela de nuevo.',
  theBackupsOfAiApps: 'Las copias de los archivos de las apps de IA están selladas con la bóveda. {{why}}',
  theKeyOfTheBackups: 'La clave de las copias ya no está en la bóveda.',
  notedNotWritten: 'No se puede escribir lo que se anota sobre las apps de IA: {{why}}. No se cambió nada.',
  backupNotWritten: 'La copia no se puede escribir: {{why}}. No se cambió nada.',
  whatIsNotedAboutAi: 'No se puede leer lo que está anotado sobre las apps de IA: {{why}}.',
  theNameOfABackup: 'El nombre de una copia no es válido.',
  theBackupIsDamaged: 'La copia está dañada.',
  theBackupIsSealedWith: 'La copia está sellada con una bóveda que ya no existe.',
  theBackupCannotBeRead: 'La copia no se puede leer: {{why}}.',
  theBackupWasChangedOutside: 'La copia se cambió fuera de Doorward o es de otra clave.',
  itsOwnToolsReadAnd: 'Sus propias herramientas leen y cambian archivos y ejecutan comandos sin Doorward.',
  serversInTheSettingsOf:
    'Los servidores de los ajustes de un proyecto (una carpeta en la que trabaja) no pasan por Doorward.',
  extensionsThatBringServersOf: 'Las extensiones que traen sus propios servidores no pasan por Doorward.',
  connectorsThatYouAddedTo:
    'Los conectores que usted añadió a su cuenta en {{where}} se ejecutan allí y no pasan por Doorward.',
  desktopExtensionsMcpbRunInside:
    'Las extensiones de escritorio (.mcpb) se ejecutan dentro de la app y no pasan por Doorward.',
  serversInAProjectsMcp:
    'Los servidores del .mcp.json de un proyecto y los de los complementos no pasan por Doorward.',
  otherAgentsThatRunIn: 'Otros agentes que se ejecutan en ella (ACP) tienen sus propios ajustes.',
  itsBuiltInExtensionsSuch: 'Sus extensiones integradas, como Developer, funcionan sin Doorward.',
  itsPlugInsGoPast: 'Sus complementos no pasan por Doorward.',
  aiAssistantHasSettingsOf: 'AI Assistant tiene sus propios ajustes: Tools > AI Assistant > MCP.',
  itsBuiltInGithubServer: 'Su servidor integrado de GitHub no pasa por Doorward.',
  serversStayReachableThroughMcp:
    'A los servidores se sigue llegando por MCP Router hasta que usted los elimine allí.',
  whatDoorwardNotedAboutConnected:
    'No se puede leer lo que Doorward anotó sobre las apps de IA conectadas («apps/apps.json» en su perfil), así que no se cambia ninguna app. Ponga una copia buena en su lugar.',
  itIsReachedDirectlyWithout: 'Se llega a él directamente, sin el programa que llevaba su clave.',
  itsKeyIsAnArgument:
    'Su clave es un argumento, que otros programas de este equipo pueden leer mientras está en marcha. Si puede recibir la clave como valor del entorno, cámbielo.',
  itIsSwitchedOffIn: 'Está desactivado en la app.',
  itRefersToDoorwardsVault: 'Hace referencia a la bóveda de Doorward. Añádalo a mano si lo quiere así.',
  itTakesFromElsewhereWhich:
    'Toma {{name}} de otro sitio, que Doorward no conoce. Añádalo a mano con el valor y después conecte de nuevo.',
  itTakesValuesFromElsewhere:
    'Toma valores de otro sitio («{{name}}»), que Doorward no conoce. Añádalo a mano con ellos y después conecte de nuevo.',
  aKeyIsInIts:
    'Hay una clave en su dirección, donde no se puede ocultar. Envíela como encabezado y después incorpórelo.',
  aKeyIsInAn:
    'Hay una clave en una dirección entre sus argumentos, donde no se puede ocultar. Désela de otro modo y después incorpórelo.',
  soNothingWasReadFrom: '«{{path}}» {{known}}, así que no se leyó nada de él y no se escribe nada en él.',
  isNoServer: '«{{name}}» no es un servidor.',
  putThisAppsKeyIn:
    'Ponga la clave de esta app en lugar de dw_YOUR-KEY; si se ha perdido, «Clave nueva» crea una.',
  theKeyIsShownThis: 'La clave se muestra solo esta vez.',
  ifTheFileHasEntries: 'Si el archivo ya tiene entradas, añada a ellas la llamada «doorward».',
  startClaudeCodeAnewAfterwards: 'Inicie después Claude Code de nuevo.',
  claudeDesktopStartsASmall: 'Claude Desktop inicia un pequeño puente, que no necesita ninguna clave.',
  quitClaudeDesktopAndStart: 'Cierre después Claude Desktop e inícielo de nuevo.',
  inVsCodeTheCommand: 'En VS Code, el comando «MCP: Open User Configuration» abre este archivo.',
  vsCodeAsksForThe: 'VS Code pide la clave una vez y la guarda: {{token}}',
  addTheLinesAtThe: 'Añada las líneas al final del archivo.',
  theAppReadsItsKey:
    'La app lee su clave del entorno; defínala en un terminal e inicie la app de nuevo: setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'La app lee su clave del entorno; defínala en un terminal e inicie la app de nuevo: export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe:
    'La primera línea es la dirección (Streamable HTTP); la segunda, un encabezado que va con cada petición.',
  namesMayHave: 'En {{title}} hay un límite para {{what}}: {{count}} caracteres.',
  itLeavesOut: 'Deja fuera {{names}}.',
  itRefusesToWork: 'Se niega a trabajar con {{names}}.',
  itShortensNames: 'Acorta los nombres de {{names}}.',
} as const satisfies Translation<typeof en>;
