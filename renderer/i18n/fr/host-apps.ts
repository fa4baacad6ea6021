import type { hostApps as en } from '../en/host-apps.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the AI apps of this computer and their files. */
export const hostApps = {
  takesAtMostToolsIts_one:
    '{{title}} prend au plus {{count}} outil, les siens compris, et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  takesAtMostToolsIts_many:
    '{{title}} prend au plus {{count}} d’outils, les siens compris, et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  takesAtMostToolsIts_other:
    '{{title}} prend au plus {{count}} outils, les siens compris, et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  takesAtMostToolsAnd_one:
    '{{title}} prend au plus {{count}} outil et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  takesAtMostToolsAnd_many:
    '{{title}} prend au plus {{count}} d’outils et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  takesAtMostToolsAnd_other:
    '{{title}} prend au plus {{count}} outils et refuse de travailler avec davantage ; il en reçoit {{count2}}.',
  readsAtMostToolsIt_one:
    '{{title}} lit au plus {{count}} outil ; il en reçoit {{count2}} et laisse de côté les autres.',
  readsAtMostToolsIt_many:
    '{{title}} lit au plus {{count}} d’outils ; il en reçoit {{count2}} et laisse de côté les autres.',
  readsAtMostToolsIt_other:
    '{{title}} lit au plus {{count}} outils ; il en reçoit {{count2}} et laisse de côté les autres.',
  takesAtMostToolsItsB_one:
    '{{title}} prend au plus {{count}} outil, les siens compris ; d’ici seulement, il en reçoit {{count2}}.',
  takesAtMostToolsItsB_many:
    '{{title}} prend au plus {{count}} d’outils, les siens compris ; d’ici seulement, il en reçoit {{count2}}.',
  takesAtMostToolsItsB_other:
    '{{title}} prend au plus {{count}} outils, les siens compris ; d’ici seulement, il en reçoit {{count2}}.',
  fromBeforeReadsAtMost_one:
    '{{title}} d’avant {{before}} lit au plus {{count}} outil ; il en reçoit {{count2}}.',
  fromBeforeReadsAtMost_many:
    '{{title}} d’avant {{before}} lit au plus {{count}} d’outils ; il en reçoit {{count2}}.',
  fromBeforeReadsAtMost_other:
    '{{title}} d’avant {{before}} lit au plus {{count}} outils ; il en reçoit {{count2}}.',
  isOnlyBroughtInFrom:
    'De {{title}}, on ne fait qu’intégrer des serveurs. Connectez vos apps d’IA elles-mêmes.',
  yourOrganisationDoesNotLet: 'Votre organisation ne laisse pas {{title}} utiliser Doorward.',
  isConnectedInAnotherWay: '{{title}} est connecté d’une autre façon. Annulez-la d’abord.',
  takesNoAddressSoIt: '{{title}} ne prend pas d’adresse ; il est donc connecté par la passerelle.',
  itsFileIsInA:
    'Son fichier est dans un dossier que git conserve ; aucune clé n’y est donc écrite. La passerelle n’en a pas besoin.',
  soItWasLeftAs: '« {{path}} » {{known}} ; il a donc été laissé tel quel.',
  changedAfterItWasShown: '{{path}} a changé après avoir été montré. Regardez-le encore une fois.',
  itWasLeftAsIt: '« {{path}} » {{known}}. Il a été laissé tel quel.',
  wasNotConnectedByDoorward: '{{title}} n’a pas été connecté par Doorward ; il n’y a donc rien à annuler.',
  whatIsNotedOfNames:
    'Ce qui est noté de {{title}} nomme un fichier qui n’est pas le sien ; il a donc été laissé tel quel.',
  wasLeftAsItIs: '{{title}} a été laissé tel quel. {{why}}',
  thereIsNoServerIn: 'Il n’y a pas de serveur « {{name}} » dans cette app.',
  hasKeysThatMoveInto:
    '{{names}} a des clés qui vont dans le coffre, et celui-ci n’est pas ouvert ; rien n’a donc été intégré. {{why}}',
  haveKeysThatMoveInto:
    '{{names}} ont des clés qui vont dans le coffre, et celui-ci n’est pas ouvert ; rien n’a donc été intégré. {{why}}',
  nothingWasBroughtIn: '{{why}} Rien n’a été intégré.',
  doorwardDoesNotRun: 'Doorward ne tourne pas.',
  doorwardKnowsNoAppDoorward:
    'Doorward ne connaît pas d’app « {{id}} ». « doorward app list » les montre toutes.',
  hasAFileOfIts: '{{title}} a un fichier à lui. Un autre ne peut être indiqué que pour un export.',
  itsServersWereBroughtIn: '{{why}} Ses serveurs ont été intégrés.',
  goesThroughDoorwardFromIts: '{{title}} passera par Doorward dès son prochain démarrage.',
  wasConnectedAlreadyNothingWas: '{{title}} était déjà connecté ; rien n’a été changé.',
  wasNotChangedYetAnd: '{{title}} n’a pas encore été changé et ne le sera pas.',
  quitDoorwardThenPutsIts: 'Quittez {{title}} ; Doorward remettra alors son fichier comme il était.',
  theFileOfIsWhat: 'Le fichier de {{title}} est comme il était avant.',
  theFileOfHadChanged:
    'Le fichier de {{title}} avait changé entre-temps ; seules les entrées de Doorward ont donc été retirées.',
  theFileOfHadChangedB:
    'Le fichier de {{title}} avait changé entre-temps ; seules les entrées de Doorward ont donc été retirées. Modifié par quelqu’un, et laissé : {{kept}}.',
  thereIsNoServerInB: 'Il n’y a pas dans {{title}} de serveur « {{key}} » hors Doorward.',
  runsAndWouldNotNotice:
    '{{title}} tourne et ne remarquerait pas le changement, ou écrirait par-dessus. Quittez-le ; Doorward le connectera alors.',
  quitDoorwardThenConnectsIt: 'Quittez {{title}} ; Doorward le connectera alors.',
  startItIsConnectedAs: 'Démarrez {{title}} ; il est connecté dès qu’il s’est présenté.',
  wasConnectedButItsFile:
    '{{title}} était connecté, mais son fichier ne le dit plus. Connectez-le de nouveau.',
  theBackupsOfAiApps: 'Les sauvegardes des fichiers des apps d’IA sont scellées avec le coffre. {{why}}',
  theKeyOfTheBackups: 'La clé des sauvegardes n’est plus dans le coffre.',
  notedNotWritten: 'Ce qui est noté des apps d’IA ne peut pas être écrit : {{why}}. Rien n’a été changé.',
  backupNotWritten: 'La sauvegarde ne peut pas être écrite : {{why}}. Rien n’a été changé.',
  whatIsNotedAboutAi: 'Ce qui est noté des apps d’IA ne peut pas être lu : {{why}}.',
  theNameOfABackup: 'Le nom d’une sauvegarde n’est pas valable.',
  theBackupIsDamaged: 'La sauvegarde est endommagée.',
  theBackupIsSealedWith: 'La sauvegarde est scellée avec un coffre qui n’existe plus.',
  theBackupCannotBeRead: 'La sauvegarde ne peut pas être lue : {{why}}.',
  theBackupWasChangedOutside: 'La sauvegarde a été modifiée hors de Doorward ou appartient à une autre clé.',
  itsOwnToolsReadAnd:
    'Ses propres outils lisent et modifient des fichiers et exécutent des commandes sans Doorward.',
  serversInTheSettingsOf:
    'Les serveurs des réglages d’un projet (un dossier où vous travaillez) contournent Doorward.',
  extensionsThatBringServersOf: 'Les extensions qui apportent leurs propres serveurs contournent Doorward.',
  connectorsThatYouAddedTo:
    'Les connecteurs que vous avez ajoutés à votre compte sur {{where}} y tournent et contournent Doorward.',
  desktopExtensionsMcpbRunInside:
    'Les extensions de bureau (.mcpb) tournent dans l’app et contournent Doorward.',
  serversInAProjectsMcp:
    'Les serveurs du fichier .mcp.json d’un projet et ceux des modules contournent Doorward.',
  otherAgentsThatRunIn: 'D’autres agents qui y tournent (ACP) ont leurs propres réglages.',
  itsBuiltInExtensionsSuch: 'Ses extensions intégrées, telles que Developer, travaillent sans Doorward.',
  itsPlugInsGoPast: 'Ses modules contournent Doorward.',
  aiAssistantHasSettingsOf: 'AI Assistant a ses propres réglages : Tools > AI Assistant > MCP.',
  itsBuiltInGithubServer: 'Son serveur GitHub intégré contourne Doorward.',
  serversStayReachableThroughMcp:
    'Les serveurs restent joignables par MCP Router tant que vous ne les y retirez pas.',
  whatDoorwardNotedAboutConnected:
    'Ce que Doorward a noté des apps d’IA connectées (« apps/apps.json » dans son profil) ne peut pas être lu ; aucune app n’est donc modifiée. Mettez une bonne copie à la place.',
  itIsReachedDirectlyWithout: 'Il est atteint directement, sans le programme qui portait sa clé.',
  itsKeyIsAnArgument:
    'Sa clé est un argument, que d’autres programmes de cet ordinateur peuvent lire tant qu’il tourne. S’il peut prendre la clé comme variable d’environnement, changez cela.',
  itIsSwitchedOffIn: 'Il est désactivé dans l’app.',
  itRefersToDoorwardsVault: 'Il renvoie au coffre de Doorward. Ajoutez-le à la main si vous le voulez ainsi.',
  itTakesFromElsewhereWhich:
    'Il prend {{name}} d’ailleurs, que Doorward ne connaît pas. Ajoutez-le à la main avec la valeur, puis connectez de nouveau.',
  itTakesValuesFromElsewhere:
    'Il prend d’ailleurs des valeurs (« {{name}} ») que Doorward ne connaît pas. Ajoutez-le à la main avec elles, puis connectez de nouveau.',
  aKeyIsInIts:
    'Une clé se trouve dans son adresse, où elle ne peut pas être cachée. Envoyez-la comme en-tête, puis intégrez-le.',
  aKeyIsInAn:
    'Une clé se trouve dans une adresse parmi ses arguments, où elle ne peut pas être cachée. Donnez-la autrement, puis intégrez-le.',
  soNothingWasReadFrom: '« {{path}} » {{known}} ; rien n’y a donc été lu et rien n’y est écrit.',
  isNoServer: '« {{name}} » n’est pas un serveur.',
  putThisAppsKeyIn:
    'Mettez la clé de cette app à la place de dw_YOUR-KEY ; « Nouvelle clé » en crée une si elle est perdue.',
  theKeyIsShownThis: 'La clé n’est montrée que cette fois.',
  ifTheFileHasEntries: 'Si le fichier a déjà des entrées, ajoutez-y celle qui s’appelle « doorward ».',
  startClaudeCodeAnewAfterwards: 'Redémarrez ensuite Claude Code.',
  claudeDesktopStartsASmall: 'Claude Desktop démarre une petite passerelle, qui n’a pas besoin de clé.',
  quitClaudeDesktopAndStart: 'Quittez ensuite Claude Desktop et redémarrez-le.',
  inVsCodeTheCommand: 'Dans VS Code, la commande « MCP: Open User Configuration » ouvre ce fichier.',
  vsCodeAsksForThe: 'VS Code demande la clé une fois et la garde : {{token}}',
  addTheLinesAtThe: 'Ajoutez les lignes à la fin du fichier.',
  theAppReadsItsKey:
    'L’app lit sa clé dans l’environnement ; définissez-la dans un terminal et redémarrez l’app : setx DOORWARD_TOKEN {{token}}',
  theAppReadsItsKeyB:
    'L’app lit sa clé dans l’environnement ; définissez-la dans un terminal et redémarrez l’app : export DOORWARD_TOKEN={{token}}',
  theFirstLineIsThe:
    'La première ligne est l’adresse (Streamable HTTP), la seconde un en-tête envoyé avec chaque requête.',
  namesMayHave: 'Dans {{title}}, la longueur maximale est de {{count}} caractères pour ceci : {{what}}.',
  itLeavesOut: 'Il laisse de côté {{names}}.',
  itRefusesToWork: 'Il refuse de travailler avec {{names}}.',
  itShortensNames: 'Il raccourcit les noms de {{names}}.',
} as const satisfies Translation<typeof en>;
