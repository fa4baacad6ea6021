import type { hostLog as en } from '../en/host-log.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the log of calls, its exports and its sending. */
export const hostLog = {
  whenDoorwardStartedOnThe:
    'Quand Doorward a démarré le {{day}}, le journal des appels n’était pas celui qu’il avait laissé : des lignes avaient été modifiées ou retirées, ou une copie plus ancienne était à sa place.',
  whenDoorwardStartedOnTheB:
    'Quand Doorward a démarré le {{day}}, le journal des appels n’était pas celui qu’il avait laissé : des lignes avaient été modifiées ou retirées, ou une copie plus ancienne était à sa place. Enregistré jusque-là : {{what}} ; dans celui qui a été trouvé : {{what2}}.',
  whenDoorwardStartedOnTheC:
    'Quand Doorward a démarré le {{day}}, le journal des appels n’était pas celui qu’il avait laissé : des lignes avaient été modifiées ou retirées, ou une copie plus ancienne était à sa place. Enregistré jusque-là : {{what}} ; dans celui qui a été trouvé : {{what2}}.',
  whatTheKeychainKeepsAbout: 'Ce que le trousseau garde sur le journal des appels ne peut pas être lu.',
  theCallLogStoppedAnd:
    'Le journal des appels s’est arrêté et redémarre ; les appels ne peuvent donc pas être enregistrés et sont refusés.',
  theDiskDoesNotAnswer:
    'Le disque ne répond pas ; les appels ne peuvent donc pas être enregistrés et sont refusés. Vérifiez le disque qui contient le dossier du profil de Doorward.',
  theCallLogCannotKeep:
    'Le journal des appels ne suit pas ; cet appel est donc refusé. Réessayez dans un instant.',
  theCallLogIsClosed:
    'Le journal des appels est fermé parce que Doorward s’arrête ; les appels ne peuvent donc pas être enregistrés.',
  theCallLogIsBeing: 'Le journal des appels redémarre. Réessayez dans un instant.',
  theCallLogCouldNot: 'Le journal des appels n’a pas pu être démarré. Redémarrez Doorward.',
  theCallLogAnsweredAn: 'Le journal des appels a répondu à une vue d’ensemble par autre chose.',
  theCallLogAnsweredA: 'Le journal des appels a répondu à une session par autre chose.',
  theCallLogAnsweredWith: 'Le journal des appels a répondu par autre chose.',
  theCallLogAnsweredAB: 'Le journal des appels a répondu à un rapport par autre chose.',
  theCallLogAnsweredAnB: 'Le journal des appels a répondu à un export par autre chose.',
  theCallLogAnsweredAC: 'Le journal des appels a répondu à une vérification par autre chose.',
  itHoldsNoSignedCheckpoint: 'Il ne contient pas de point de contrôle signé de cette clé.',
  itsNewestCheckpointIsNot: 'Son point de contrôle le plus récent n’est pas signé.',
  itIsSignedByAnother: 'Il est signé par une autre clé : {{key}}.',
  theCallLogIsDamaged:
    'Le journal des appels est endommagé et n’a pas pu être mis de côté. Déplacez {{file}} et redémarrez.',
  isNotAPlainFile: '{{file}} n’est pas un fichier ordinaire. Déplacez-le et redémarrez.',
  isADatabaseOfAnother: '{{file}} est une base de données d’un autre programme. Déplacez-la et redémarrez.',
  theCallLogWasWritten:
    'Le journal des appels a été écrit par un Doorward plus récent (son format est {{count}}, celui-ci connaît {{count2}}). Mettez Doorward à jour ; rien n’a été changé.',
  theCallLogIsDamagedB: 'Le journal des appels est endommagé.',
  theNewestRowsOfThe:
    'Les lignes les plus récentes du journal des appels ne vont pas ensemble : elles ont été modifiées hors de Doorward. Les nouveaux appels sont toujours enregistrés. Exécutez « doorward log verify » pour voir où.',
  rowsToFitEachOther:
    'Les lignes {{from}} à {{end}} vont ensemble, mais rien de signé ne répond plus d’elles.',
  theCallLogIsNot:
    'Le journal des appels n’est pas celui que Doorward a laissé : des lignes ont été modifiées ou retirées, ou une copie plus ancienne a été mise à sa place. Les nouveaux appels sont toujours enregistrés, et cela est noté dans le journal. Exécutez « doorward log verify » pour voir où.',
  theCallLogWasSigned:
    'Le journal des appels a été signé avec une autre clé que celle de ce profil : la clé a été perdue ou remplacée hors de Doorward, ou un autre journal a été mis à la place de celui-ci. Les nouveaux appels sont toujours enregistrés, et cela est noté dans le journal.',
  theCallLogThatWas:
    'Le journal des appels qui était ici a disparu : {{count}} lignes avaient été enregistrées, et il a été retiré hors de Doorward. Cela est noté dans le nouveau.',
  thisExportIsOverOr: 'Cet export est terminé, ou a attendu trop longtemps. Recommencez-le.',
  theCallLogCouldNotB: 'Le journal des appels n’a pas pu être lu : il est endommagé.',
  theCallLogCouldNotC: 'Le journal des appels n’a pas pu être lu : le disque signale une erreur.',
  tooManyQuestionsToThe: 'Trop de questions à la fois au journal des appels. Redemandez dans un instant.',
  thereIsAFileOf:
    'Il y a un fichier de ce nom que Doorward n’a pas écrit. Choisissez un autre nom, ou déplacez-le.',
  theFileWasNotWritten: 'Le fichier n’a pas été écrit : {{why}}.',
  theCollectorWasNotReached: 'Le collecteur n’a pas été atteint : {{why}}.',
  theCollectorDoesNotTake: 'Le collecteur ne prend pas ces enregistrements (statut {{count}}).',
  itLeadsToAnotherAddress: 'Il mène à une autre adresse, ce qui n’est pas suivi. Indiquez la bonne.',
  itDoesNotAcceptThe: 'Il n’accepte pas la clé. Vérifiez l’en-tête et le secret dans le coffre.',
  thereIsNoOtlpAt: 'Il n’y a pas d’OTLP à cette adresse. Indiquez l’adresse sans « /v1/traces ».',
  itIsTriedAgain: 'Un nouvel essai suit.',
  theCollectorAnsweredWithStatus:
    'Le collecteur a répondu avec le statut {{count}}. Il mène à une autre adresse, ce qui n’est pas suivi. Indiquez la bonne.',
  theCollectorAnsweredWithStatusB:
    'Le collecteur a répondu avec le statut {{count}}. Il n’accepte pas la clé. Vérifiez l’en-tête et le secret dans le coffre.',
  theCollectorAnsweredWithStatusC:
    'Le collecteur a répondu avec le statut {{count}}. Il n’y a pas d’OTLP à cette adresse. Indiquez l’adresse sans « /v1/traces ».',
  theCollectorAnsweredWithStatusD: 'Le collecteur a répondu avec le statut {{count}}. Un nouvel essai suit.',
  theRecordWasNotTaken: 'L’enregistrement n’a pas été pris.',
  theTestRecordWasTaken: 'L’enregistrement d’essai a été pris.',
  thisIsATestOf: 'Ceci est un essai de Doorward. Rien n’a été appelé.',
  theSyslogServerDidNotB: 'Le serveur syslog n’a pas pris les enregistrements : {{why}}.',
  itWasGivenUp: 'Cela a été abandonné.',
  theSyslogServerWasNot: 'Le serveur syslog n’a pas été atteint : {{why}}.',
  theDiskIsFullSo:
    'Le disque est plein ; les appels ne peuvent donc pas être enregistrés et sont refusés. Libérez 200 Mo.',
  anotherProgramHoldsTheCall:
    'Un autre programme tient le journal des appels ; les appels ne peuvent donc pas être enregistrés et sont refusés. Fermez les programmes qui ont ouvert log.db.',
  theCallLogIsDamagedC:
    'Le journal des appels est endommagé ; les appels ne peuvent donc pas être enregistrés et sont refusés jusqu’à ce qu’il soit mis de côté, ce qui se fait de soi-même.',
  theCallLogWasMoved:
    'Le journal des appels a été déplacé ou supprimé pendant que Doorward tournait ; les appels ne peuvent donc pas être enregistrés et sont refusés jusqu’à ce qu’un nouveau soit fait, ce qui se fait de soi-même.',
  doorwardMayNotWriteThe:
    'Doorward ne peut pas écrire le journal des appels ; les appels ne peuvent donc pas être enregistrés et sont refusés. Donnez à votre compte le droit d’écrire log.db et son dossier.',
  theDiskReportsAnError:
    'Le disque signale une erreur ; les appels ne peuvent donc pas être enregistrés et sont refusés. Vérifiez le disque qui contient le dossier du profil de Doorward.',
  somethingFollowsItsLastLine: 'Quelque chose suit sa dernière ligne.',
  itIsNotSigned: 'Il n’est pas signé.',
  whatDoesNotFitLies:
    'Ce qui ne va pas se trouve entre la ligne {{from}} et la ligne {{from2}}, ou dans ce qui est entre elles.',
  itHoldsWhatWasAsked: 'Il ne contient que ce qui a été demandé ; ce qu’il y avait d’autre ne s’y voit pas.',
  itIsNotSignedSo: 'Il n’est pas signé ; qui l’a modifié aurait donc pu le rendre de nouveau cohérent.',
  itIsSignedWithThe: 'Il est signé avec la clé {{key}}, celle de ce profil.',
  itIsSignedWithTheB: 'Il est signé avec la clé {{key}}, celle qui a été donnée.',
  itIsSignedWithTheC:
    'Il est signé avec la clé {{key}}, que le fichier apporte lui-même : n’importe qui peut faire un tel fichier avec une clé à soi. Indiquez avec --key la clé que vous connaissez.',
  theLogHadBeenClosed: 'Le journal avait été fermé avant cela.',
  itsNewestCheckpointsAreMissing: 'Ses points de contrôle les plus récents manquent.',
  doorwardNoticedThisWhenIt: 'Doorward l’a remarqué en démarrant le {{day}}.',
  doorwardNoticedThisWhenItB:
    'Doorward l’a remarqué en démarrant le {{day}}. Enregistré jusque-là : {{what}}.',
  theCallLogIsComplete: 'Le journal des appels est complet et inchangé : {{what}}.',
  rowsBeforeWereRemovedBecause:
    'Les lignes avant {{first}} ont été retirées parce qu’elles étaient anciennes.',
  itWasBegunWhenA: 'Il a été commencé quand un journal endommagé a été mis de côté sous le nom {{aside}}.',
  itWasBegunAfterAn: 'Il a été commencé après qu’un précédent a été retiré hors de Doorward : {{what}}.',
  onDoorwardNoticedThatIt:
    'Le {{day}}, Doorward a remarqué que ce n’était pas celui qu’il avait laissé ; une personne l’a accepté le {{day2}}.',
  itIsSignedUpTo: 'Il est signé jusqu’à la ligne {{row}} avec la clé {{key}}.',
  whetherThatIsTheKey:
    'On ne sait pas ici si c’est la clé de votre Doorward ; indiquez avec --key la clé que vous connaissez.',
  rowsWereRecordedWhileThe:
    'Les lignes {{spans}} ont été enregistrées alors que la clé n’était pas disponible ; la clé n’en répondait donc pas à ce moment.',
  thereIsNoCallLog: 'Il n’y a pas de journal des appels à {{path}}. Indiquez le chemin d’un fichier log.db.',
  isNotACallLog: '{{path}} n’est pas un journal des appels de Doorward.',
  thisCallLogWasWritten:
    'Ce journal des appels a été écrit par un Doorward plus récent. Mettez Doorward à jour et vérifiez-le de nouveau.',
  isLockedByAnotherProgram:
    '{{path}} est verrouillé par un autre programme. Fermez-le et vérifiez de nouveau.',
  isDamagedItCannotBe: '{{path}} est endommagé : il ne peut pas être lu comme base de données.',
  cannotBeReadCheckThat:
    '{{path}} ne peut pas être lu. Vérifiez que votre compte peut le lire et que le disque va bien.',
  thisTimeDoesNotExist: 'Cette date n’existe pas. Indiquez une date.',
  theSpanEndsBeforeIt:
    'La période finit avant de commencer. Indiquez un début antérieur ou une fin postérieure.',
  thereIsNoCallIn: 'Il n’y a pas d’appel « {{call}} » dans le journal.',
  whetherAnOlderLogWas:
    '{{why}} On ne peut pas dire cette fois si un journal plus ancien a été mis à la place de celui-ci.',
  theCallLogCouldNotD: 'Le journal des appels n’a pas pu être lu.',
  nothingWasNoticedAboutThe:
    'Rien n’a été remarqué au sujet du journal des appels ; il n’y a donc rien à accepter.',
  thatItWasNoticedAnd: 'Que cela a été remarqué et accepté reste noté dans le journal, qui continue.',
  theLogWasKeptAs: 'Le journal a été gardé sous le nom {{aside}}, et un nouveau qui le nomme a été commencé.',
  giveFormatOrNext: 'Indiquez « format » ou « next ».',
  thisCannotBeChosenHere: 'Cela ne peut pas être choisi ici.',
  yourOrganisationWantsEveryCall: 'Votre organisation veut que chaque appel soit enregistré.',
  thisTimeDoesNotExistB: 'Cette date n’existe pas.',
  theReportEndsBeforeIt: 'Le rapport finit avant de commencer. Indiquez un « since » antérieur.',
  aReportSpansAYear: 'Un rapport couvre au plus un an. Indiquez un « since » postérieur.',
  giveTheWholePathOf: 'Indiquez le chemin entier du fichier.',
  thereIsNoFolderMake: 'Il n’y a pas de dossier {{path}}. Créez-le d’abord.',
  theFileCannotLieIn:
    'Le fichier ne peut pas se trouver dans le dossier du profil de Doorward. Choisissez un autre endroit.',
  isNotAPlainFileB: '{{path}} n’est pas un fichier ordinaire. Choisissez un autre nom.',
  theCertificateOfTheAuthority:
    'Le certificat de l’autorité ne peut pas être lu. Il doit être au format PEM.',
  itsHeadersCannotBeFilled: 'Ses en-têtes ne peuvent pas être remplis.',
  theKeychainIsLockedSo:
    'Le trousseau est verrouillé ; rien n’est donc envoyé. Cela continuera quand Doorward démarrera avec le trousseau ouvert.',
  organisationStandsForWhatAn:
    '« organisation » désigne ce qu’une organisation a défini. Choisissez un autre nom.',
  yourOrganisationHasSetThis:
    'Votre organisation a défini cette destination. Personne ici ne peut la retirer.',
  thereIsNoDestination: 'Il n’y a pas de destination « {{name}} ».',
  whereYourLogIsSent:
    'L’endroit où votre journal est envoyé a été modifié ou retiré hors de Doorward ; il n’est donc envoyé nulle part. Ajoutez de nouveau les destinations dans les Réglages.',
  whereTheLogIsSent:
    'L’endroit où le journal est envoyé ne peut pas être lu tant que le trousseau est verrouillé.',
  thereIsADestinationAlready: 'Il y a déjà une destination « {{name}} ».',
  thereAreDestinationsAlreadyRemove: 'Il y a déjà {{count}} destinations. Retirez-en d’abord une.',
  sendingStoppedTryAgain: 'L’envoi s’est arrêté. Réessayez.',
  aTestIsUnderWay: 'Un essai est en cours. Attendez-le.',
  itDidNotAnswerIn: 'Cela n’a pas répondu à temps.',
  collectorTookNotAll: 'Le collecteur n’a pas pris {{count}} des enregistrements ({{kind}}).',
  callsPassed_one:
    '1 appel a été envoyé alors que le journal des appels ne pouvait pas être écrit, parce que vous laissez alors passer les appels. Ceux qui n’ont pas pu être écrits plus tard manquent dans le journal.',
  callsPassed_many:
    '{{count}} d’appels ont été envoyés alors que le journal des appels ne pouvait pas être écrit, parce que vous laissez alors passer les appels. Ceux qui n’ont pas pu être écrits plus tard manquent dans le journal.',
  callsPassed_other:
    '{{count}} appels ont été envoyés alors que le journal des appels ne pouvait pas être écrit, parce que vous laissez alors passer les appels. Ceux qui n’ont pas pu être écrits plus tard manquent dans le journal.',
  logRowDoesNotFit:
    'Le journal des appels a été modifié hors de Doorward : la ligne {{row}} ne va pas avec celles d’avant. Les lignes d’avant sont inchangées.',
  logRowMissing:
    'Le journal des appels a été modifié hors de Doorward : la ligne {{row}} manque. Les lignes d’avant sont inchangées.',
  logRowAdded:
    'Le journal des appels a été modifié hors de Doorward : la ligne {{row}} a été ajoutée. Les lignes d’avant sont inchangées.',
  logRowMoved:
    'Le journal des appels a été modifié hors de Doorward : la ligne {{row}} est à un autre endroit. Les lignes d’avant sont inchangées.',
  logWrittenAnew:
    'Le journal des appels a été modifié hors de Doorward : à partir de la ligne {{row}}, il a été réécrit et ne va pas avec ce qui a été signé. Les lignes d’avant sont inchangées.',
  logIsAnother:
    'Le journal des appels n’est pas celui qui était ici : un plus ancien ou un autre a été mis à sa place. À partir de la ligne {{row}}, il ne contient pas ce qui avait été enregistré.',
  logEndMissing:
    'La fin du journal des appels manque : la ligne {{row}} et les suivantes avaient été enregistrées.',
  logPartlyDamaged: 'Le journal des appels est endommagé : {{what}} ont pu être lues et vont ensemble.',
  logSignedOtherwise: 'Ce avec quoi le journal des appels a été signé ne correspond pas.',
  logKeptAside:
    'Le journal des appels était endommagé et n’a pas pu être lu. Il a été gardé sous le nom {{aside}} et un nouveau journal a été commencé.',
  troublePasses:
    'Le disque est plein ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi. Libérez 200 Mo.',
  troublePassesHeld:
    'Un autre programme tient le journal des appels ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi. Fermez les programmes qui ont ouvert log.db.',
  troublePassesDamaged:
    'Le journal des appels est endommagé ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi, jusqu’à ce qu’il soit mis de côté, ce qui se fait de soi-même.',
  troublePassesMoved:
    'Le journal des appels a été déplacé ou supprimé pendant que Doorward tournait ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi, jusqu’à ce qu’un nouveau soit fait, ce qui se fait de soi-même.',
  troublePassesAccess:
    'Doorward ne peut pas écrire le journal des appels ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi. Donnez à votre compte le droit d’écrire log.db et son dossier.',
  troublePassesError:
    'Le disque signale une erreur ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi. Vérifiez le disque qui contient le dossier du profil de Doorward.',
  troublePassesStopped:
    'Le journal des appels s’est arrêté et redémarre ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi.',
  troublePassesSilent:
    'Le disque ne répond pas ; les appels ne peuvent donc pas être enregistrés, et passent parce que vous l’avez choisi. Vérifiez le disque qui contient le dossier du profil de Doorward.',
  collectorSays: 'Il dit : {{said}}',
} as const satisfies Translation<typeof en>;
