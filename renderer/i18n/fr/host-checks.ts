import type { hostChecks as en } from '../en/host-checks.ts';
import type { Translation } from '../translation.ts';

/** Sentences of the checks of Doorward and of its start. */
export const hostChecks = {
  thisClientTokenWasReplaced:
    'Cette clé d’app d’IA a été remplacée ou retirée. Reconnectez-la avec la nouvelle.',
  portIsUsedByAnother:
    'Le port {{count}} est utilisé par un autre programme. Arrêtez ce programme, ou choisissez un autre port pour Doorward et reconnectez vos apps d’IA.',
  thisSystemDoesNotLet:
    'Ce système ne laisse pas Doorward utiliser le port {{count}}. Choisissez-en un au-dessus de 1023.',
  doorwardCannotListenOnPort: 'Doorward ne peut pas écouter sur le port {{count}} : {{why}}.',
  nothingAnswersAt: 'Rien ne répond à {{url}}.',
  answersWithTheStatus: '{{url}} répond avec le statut {{status}}.',
  answersARequestWithoutA: '{{url}} répond à une requête sans clé avec le statut {{status}}.',
  aiAppsReachDoorwardAt: 'Les apps d’IA atteignent Doorward à {{url}}, et personne ne le fait sans clé.',
  quitProgramsThatFilterConnections:
    'Quittez les programmes qui filtrent les connexions de cet ordinateur, puis redémarrez Doorward.',
  runDoorwardAppConnect: 'Exécutez : doorward app connect {{id}}',
  runDoorwardAppImport: 'Exécutez : doorward app import {{id}}',
  comesWithAKeyThat: '{{title}} vient avec une clé qui ne compte plus.',
  runDoorwardAppUndoThen: 'Exécutez : doorward app undo {{id}}, puis : doorward app connect {{id}}',
  isConnected: '{{title}} est connecté.',
  isConnectedInItsFile: '{{title}} est connecté dans son fichier et ne s’est pas encore présenté.',
  isConnectedAsSoonAs: '{{title}} sera connecté dès qu’il aura été quitté.',
  quitAndStartItAgain: 'Quittez {{title}} et redémarrez-le.',
  theFileOfDoesNot: 'Le fichier de {{title}} ne mène plus à Doorward.',
  theFileOfCannotBe: 'Le fichier de {{title}} ne peut pas être utilisé.',
  mendTheFileOrOpen: 'Corrigez le fichier, ou ouvrez-le dans l’app et enregistrez-le.',
  itIsBlockedSoNo: 'Il est bloqué ; aucune app d’IA ne le voit donc.',
  runDoorwardServerEnable: 'Exécutez : doorward server enable {{id}}',
  nobodyHasApprovedItSo: 'Personne ne l’a approuvé ; aucune app d’IA ne le voit donc.',
  runDoorwardServerInspect: 'Exécutez : doorward server inspect {{id}}',
  itIsSwitchedOffSo: 'Il est désactivé ; aucune app d’IA ne le voit donc.',
  itWantsSomebodyToSign: 'Il veut que quelqu’un s’identifie. D’ici là, ses appels sont refusés.',
  runDoorwardServerLogin: 'Exécutez : doorward server login {{id}}',
  nodeIsNewEnough: 'Node {{version}} est assez récent.',
  nodeIsTooOldFor: 'Node {{version}} est trop ancien pour Doorward.',
  installNode24OrNewer: 'Installez Node 24 ou plus récent.',
  thereIsNoProfileAt: 'Il n’y a pas encore de profil à {{home}} ; le premier démarrage le crée.',
  isNotAFolder: '{{home}} n’est pas un dossier.',
  moveItElsewhereOrUse: 'Déplacez-le, ou utilisez --home.',
  belongsToAnotherUser: '{{home}} appartient à un autre utilisateur.',
  useAFolderOfYour: 'Utilisez avec --home un dossier à vous.',
  othersMayReadOrChange: 'D’autres peuvent lire ou modifier {{home}}.',
  isYoursAlone: '{{home}} n’est qu’à vous.',
  cannotBeLookedAt: '{{home}} ne peut pas être regardé : {{why}}.',
  useAnotherFolderWithHome: 'Utilisez un autre dossier avec --home.',
  theFilesOfTheProfile: 'Les fichiers du profil ne sont qu’à vous.',
  startDoorwardWhereAKeychain: 'Démarrez Doorward là où il y a un trousseau, ou avec --passphrase-fd.',
  onlyTheWindowOfDoorward:
    'Tant que l’app tourne, seule la fenêtre de Doorward peut assouplir quelque chose.',
  theOperatorsKeyWasChanged:
    'La clé de l’opérateur a été modifiée hors de Doorward, ou ne peut pas être vérifiée tant que le coffre est verrouillé.',
  unlockTheKeychainAndStart:
    'Déverrouillez le trousseau et redémarrez Doorward ; si la clé a été modifiée, déplacez state.db et examinez tout de nouveau.',
  theOperatorsKeyIsSet: 'La clé de l’opérateur est définie.',
  noOperatorsKeyIsSet:
    'Aucune clé de l’opérateur n’est définie ; seul le terminal où tourne Doorward peut donc approuver.',
  lookAtDoorwardServerList:
    'Regardez « doorward server list » et « doorward client list », et examinez ce que vous connaissez.',
  lookingAt: '{{id}} est en cours d’examen…',
  itCrashed: 'Il a planté.',
  runDoorwardServerLog: 'Exécutez : doorward server log {{id}}',
  verifyingTheLog: 'Vérification du journal…',
  keepACopyOfLog: 'Gardez une copie de log.db : elle montre où il a été modifié.',
  itIsReachedAt: 'Il est atteint à {{url}}.',
  itsProgramWasFound: 'Son programme « {{command}} » a été trouvé.',
  mendThatThenRunDoorward: 'Corrigez cela, puis exécutez : doorward server test {{id}}',
  doorwardIsAlreadyRunningWith:
    'Doorward tourne déjà avec ce profil (processus {{pid}}). Utilisez-le, arrêtez-le d’abord, ou indiquez un autre dossier avec --home.',
  doorwardIsAlreadyRunningWithB:
    'Doorward tourne déjà avec ce profil. Utilisez-le, arrêtez-le d’abord, ou indiquez un autre dossier avec --home.',
  theProfileCannotBeLocked: 'Le profil {{path}} ne peut pas être verrouillé : {{why}}.',
  theFolderBelongsToAnother:
    'Le dossier {{path}} appartient à un autre utilisateur. Indiquez-en un à vous avec --home.',
  theFolderCannotBeUsed:
    'Le dossier {{path}} ne peut pas être utilisé : {{why}}. Indiquez-en un autre avec --home.',
  cannotBeUsedMendIt:
    '{{file}} ne peut pas être utilisé : {{what}}. Corrigez-le, ou déplacez-le pour repartir des préréglages.',
  cannotBeWrittenNothingWas: '{{file}} ne peut pas être écrit : {{why}}. Rien n’a été changé.',
  wasWrittenByANewer:
    '{{file}} a été écrit par un Doorward plus récent (son format est {{count}}, celui-ci connaît {{count2}}). Mettez Doorward à jour ; rien n’a été changé.',
  cannotBeOpened: '{{file}} ne peut pas être ouvert : {{why}}.',
  isDamagedOrWasChanged:
    '{{file}} est endommagé ou a été modifié hors de Doorward. Mettez une sauvegarde à sa place, ou déplacez-le : les serveurs devront alors être examinés et les apps d’IA ajoutées de nouveau.',
  reachesPast_one: '{{title}} atteint {{count}} serveur hors Doorward.',
  reachesPast_many: '{{title}} atteint {{count}} de serveurs hors Doorward.',
  reachesPast_other: '{{title}} atteint {{count}} serveurs hors Doorward.',
} as const satisfies Translation<typeof en>;
