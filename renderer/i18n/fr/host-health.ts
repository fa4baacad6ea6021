import type { hostHealth as en } from '../en/host-health.ts';
import type { Translation } from '../translation.ts';

/** Sentences about how servers are started, reached and doing. */
export const hostHealth = {
  itIsReachedInAnother: 'Il est atteint d’une autre façon qu’avant.',
  itsAddressWasAndIs: 'Son adresse était {{url}} et est maintenant {{url2}}.',
  otherHeadersAreSentTo: 'D’autres en-têtes qu’avant lui sont envoyés.',
  theProgramWasAndIs: 'Le programme était {{command}} et est maintenant {{command2}}.',
  itIsStartedWithOther: 'Il est démarré avec d’autres arguments qu’avant.',
  itIsGivenOtherSettings: 'Il reçoit d’autres réglages qu’avant.',
  itIsStartedInAnother: 'Il est démarré dans un autre dossier qu’avant.',
  itComesFromAnotherPackage: 'Il vient d’un autre paquet qu’avant.',
  itsVersionWasAndIs: 'Sa version était {{was}} et est maintenant {{now}}.',
  itsVersionWasAndIsB: 'Sa version était {{was}} et est maintenant inconnue.',
  itsVersionWasUnknownAnd: 'Sa version était inconnue et est maintenant {{now}}.',
  itsVersionWasUnknownAndB: 'Sa version était inconnue et l’est toujours.',
  thePackageHasTheSame: 'Le paquet a la même version et un autre contenu qu’avant.',
  aFileOfItHas: 'Un de ses fichiers a changé depuis son approbation.',
  theToolIsLeftOut: 'L’outil « {{key}} » est écarté : {{why}}.',
  repeatsItsPagesTheRest: '{{list}} répète ses pages ; le reste est écarté.',
  hasMoreThanPagesThe_one: '{{list}} a plus de {{count}} page ; le reste est écarté.',
  hasMoreThanPagesThe_many: '{{list}} a plus de {{count}} de pages ; le reste est écarté.',
  hasMoreThanPagesThe_other: '{{list}} a plus de {{count}} pages ; le reste est écarté.',
  noAnswer: 'Pas de réponse.',
  didNotAnswerWithinSeconds_one: '« {{id}} » n’a pas répondu à {{method}} en {{count}} seconde.',
  didNotAnswerWithinSeconds_many: '« {{id}} » n’a pas répondu à {{method}} en {{count}} de secondes.',
  didNotAnswerWithinSeconds_other: '« {{id}} » n’a pas répondu à {{method}} en {{count}} secondes.',
  anEntryOfIsNested: 'Une entrée de {{list}} est imbriquée sur plus de {{count}} niveaux.',
  anEntryOfIsNo: 'Une entrée de {{list}} n’est pas un objet, ou répète une clé.',
  anEntryOfHasNo: 'Une entrée de {{list}} n’a pas de « {{list2}} ».',
  theToolHasNoInputschema: 'L’outil « {{key}} » n’a pas d’inputSchema.',
  isLargerThanMibThe: '{{list}} dépasse {{count}} MiB ; le reste est écarté.',
  isOfferedTwiceTheFirst: '« {{key}} » est annoncé deux fois ; le premier compte.',
  hasMoreThanEntriesThe_one: '{{list}} a plus de {{count}} entrée ; le reste est écarté.',
  hasMoreThanEntriesThe_many: '{{list}} a plus de {{count}} d’entrées ; le reste est écarté.',
  hasMoreThanEntriesThe_other: '{{list}} a plus de {{count}} entrées ; le reste est écarté.',
  itDidNotAnswer: 'Il n’a pas répondu.',
  isNotARemoteServer: '« {{id}} » n’est pas un serveur distant.',
  theAddressOfIsNot: 'L’adresse de « {{id}} » n’est pas une adresse http ou https. Corrigez-la.',
  theAddressOfContainsA:
    'L’adresse de « {{id}} » contient un nom d’utilisateur ou un mot de passe. Retirez-les et envoyez-les plutôt comme en-tête.',
  aHeaderOfHasA:
    'Un en-tête de « {{id}} » a un nom ou une valeur qui ne peut pas être envoyé : « {{header}} ».',
  doesNotTakeMessagesAnd: '« {{id}} » ne prend pas les messages, et trop attendent. Réessayez plus tard.',
  theMethodNameOrParameters:
    'La méthode, le nom ou les paramètres d’un message à « {{id}} » ne tiennent pas dans ses en-têtes.',
  gaveASessionIdThat:
    '« {{id}} » a donné un identifiant de session qui ne peut pas être renvoyé. Il a besoin d’une mise à jour.',
  cannotBeReachedAt: '« {{id}} » est injoignable à {{host}} : {{why}}',
  whatAnswersAtDoesNot:
    'Ce qui répond à {{host}} ne parle pas HTTP comme attendu ; « {{id}} » ne peut donc pas être utilisé. Vérifiez l’adresse.',
  didNotAnswerInTime: '« {{id}} » n’a pas répondu à temps. Réessayez plus tard.',
  aMessageToCannotBe: 'Un message à « {{id}} » ne peut pas être envoyé comme requête HTTP.',
  theConnectionToWasClosed: 'La connexion à « {{id}} » a été fermée.',
  theConnectionToBrokeBefore:
    'La connexion à « {{id}} » s’est rompue avant que sa réponse soit complète. Réessayez.',
  sentMoreThanTheBytes_one:
    '« {{id}} » a envoyé plus que les {{count}} octets qu’une réponse peut avoir ; la réponse a donc été abandonnée. Demandez-lui moins à la fois.',
  sentMoreThanTheBytes_many:
    '« {{id}} » a envoyé plus que les {{count}} octets qu’une réponse peut avoir ; la réponse a donc été abandonnée. Demandez-lui moins à la fois.',
  sentMoreThanTheBytes_other:
    '« {{id}} » a envoyé plus que les {{count}} octets qu’une réponse peut avoir ; la réponse a donc été abandonnée. Demandez-lui moins à la fois.',
  asksForSignInSign:
    '« {{id}} » demande une identification. Identifiez-vous auprès de lui, ou vérifiez le jeton dans ses réglages.',
  refusesAccessWithThePresent:
    '« {{id}} » refuse l’accès avec l’identification actuelle. Vérifiez les droits du compte ou du jeton.',
  hasEndedTheSessionA: '« {{id}} » a mis fin à la session. Une nouvelle est ouverte au prochain appel.',
  wasNotAskedItHas_one:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  wasNotAskedItHas_many:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  wasNotAskedItHas_other:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  wasNotAskedItHasB_one:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} minute. Réessayez ensuite.',
  wasNotAskedItHasB_many:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} de minutes. Réessayez ensuite.',
  wasNotAskedItHasB_other:
    '« {{id}} » n’a pas été sollicité : il a répondu avec le statut HTTP {{count2}} et veut être laissé tranquille pendant {{count}} minutes. Réessayez ensuite.',
  redirectsToWhichIsNot:
    '« {{id}} » redirige vers {{to}}, ce qui n’est pas suivi. Si c’est juste, changez son adresse.',
  redirectsElsewhereWhichIsNot:
    '« {{id}} » redirige ailleurs, ce qui n’est pas suivi. Si c’est juste, changez son adresse.',
  answeredWithInsteadOfAn:
    '« {{id}} » a répondu par autre chose qu’un message MCP : {{what}}. Vérifiez son adresse.',
  endedItsStreamBeforeIt: '« {{id}} » a mis fin à son flux avant de répondre. Réessayez.',
  theConnectionToIsClosed: 'La connexion à « {{id}} » est fermée.',
  didNotAnswerInTimeB: '« {{server}} » n’a pas répondu à temps. Vérifiez son adresse et réessayez plus tard.',
  hasClosedItsStreamTry: '« {{id}} » a fermé son flux. Réessayez.',
  wantsItsMessagesSentTo:
    '« {{id}} » veut que ses messages soient envoyés ailleurs qu’à sa propre adresse. C’est refusé.',
  didNotSayInTime: '« {{id}} » n’a pas dit à temps où vont ses messages. Réessayez plus tard.',
  theProgramWasNotFound: 'Le programme « {{command}} » est introuvable.',
  thereWasNoFolderTo: 'Il n’y avait aucun dossier où chercher, car PATH est vide.',
  itWasLookedForIn: 'Il a été cherché dans {{named}} et dans {{count}} autres dossiers de PATH.',
  itWasLookedForInB: 'Il a été cherché dans {{named}}.',
  itComesWithInstallIt:
    'Il vient avec {{product}} : installez-le depuis {{where}}, puis redémarrez le serveur.',
  theNameContainsSpacesGive:
    'Le nom contient des espaces : indiquez le programme seul comme commande, et ce qui suit comme arguments.',
  installItOrGiveThe:
    'Installez-le, ou indiquez comme commande le chemin entier du programme, puis redémarrez le serveur.',
  theServerSoItDoes:
    'Le serveur « {{id}} » ne semble pas être un serveur MCP qui parle sur sa sortie standard : {{what}}. Vérifiez sa commande ; ce qu’il a écrit est dans son journal.',
  couldNotBeStarted: '« {{file}} » n’a pas pu être démarré : {{why}}.',
  theCommandIsEmptyOr:
    'La commande est vide ou contient un caractère NUL ; elle ne peut donc pas être démarrée.',
  theCommandBeginsWithWhich:
    'La commande « {{command}} » commence par « ~ », que seul un shell comprend. Indiquez le chemin entier.',
  theCommandIsARelative:
    'La commande « {{command}} » est un chemin relatif, et le serveur n’a pas de dossier à lui d’où partir. Indiquez le chemin entier, ou définissez le dossier.',
  thereIsNoFileCheck:
    'Il n’y a pas de fichier « {{path}} ». Vérifiez le chemin de la commande, puis redémarrez le serveur.',
  isThereButMayNot:
    '« {{path}} » est là mais ne peut pas être exécuté comme programme. Permettez-le (chmod +x), ou démarrez-le avec son interpréteur, tel que node ou python3.',
  whatItWroteIsIn: 'Ce qu’il a écrit est dans son journal.',
  couldNotBeStartedB: 'Le serveur « {{name}} » n’a pas pu être démarré : {{why}}.',
  wasStoppedByDoorwardIt:
    'Le serveur « {{name}} » a été arrêté par Doorward. Il est redémarré quand on en a besoin.',
  cannotStartBecauseItsFolder:
    'Le serveur « {{name}} » ne peut pas démarrer, car son dossier « {{cwd}} » n’est pas là.',
  cannotStart: 'Le serveur « {{name}} » ne peut pas démarrer. {{why}}',
  closedItsInputSoIt: 'Le serveur « {{name}} » a fermé son entrée ; on ne peut donc plus rien lui demander.',
  closedItsOutputSoIt: 'Le serveur « {{name}} » a fermé sa sortie ; il ne peut donc plus rien répondre.',
  closedItsOutputInThe_one:
    'Le serveur « {{name}} » a fermé sa sortie au milieu d’un message (après {{count}} octet) ; il ne peut donc plus rien répondre.',
  closedItsOutputInThe_many:
    'Le serveur « {{name}} » a fermé sa sortie au milieu d’un message (après {{count}} d’octets) ; il ne peut donc plus rien répondre.',
  closedItsOutputInThe_other:
    'Le serveur « {{name}} » a fermé sa sortie au milieu d’un message (après {{count}} octets) ; il ne peut donc plus rien répondre.',
  whatItWroteIsInB: '{{why}} Ce qu’il a écrit est dans son journal.',
  endedWithExitCodeWhat:
    'Le serveur « {{name}} » s’est terminé avec le code {{code}}. Ce qu’il a écrit est dans son journal.',
  endedWithExitCodeIn_one:
    'Le serveur « {{name}} » s’est terminé avec le code {{code}} au milieu d’un message (après {{count}} octet). Ce qu’il a écrit est dans son journal.',
  endedWithExitCodeIn_many:
    'Le serveur « {{name}} » s’est terminé avec le code {{code}} au milieu d’un message (après {{count}} d’octets). Ce qu’il a écrit est dans son journal.',
  endedWithExitCodeIn_other:
    'Le serveur « {{name}} » s’est terminé avec le code {{code}} au milieu d’un message (après {{count}} octets). Ce qu’il a écrit est dans son journal.',
  wasEndedByTheSignal:
    'Le serveur « {{name}} » a été arrêté par le signal {{signal}}. Ce qu’il a écrit est dans son journal.',
  wasEndedByTheSignalB_one:
    'Le serveur « {{name}} » a été arrêté par le signal {{signal}} au milieu d’un message (après {{count}} octet). Ce qu’il a écrit est dans son journal.',
  wasEndedByTheSignalB_many:
    'Le serveur « {{name}} » a été arrêté par le signal {{signal}} au milieu d’un message (après {{count}} d’octets). Ce qu’il a écrit est dans son journal.',
  wasEndedByTheSignalB_other:
    'Le serveur « {{name}} » a été arrêté par le signal {{signal}} au milieu d’un message (après {{count}} octets). Ce qu’il a écrit est dans son journal.',
  sentAMessageOfMore_one:
    'Le serveur « {{name}} » a envoyé un message de plus de {{count}} octet et a été arrêté. Demandez-lui moins à la fois.',
  sentAMessageOfMore_many:
    'Le serveur « {{name}} » a envoyé un message de plus de {{count}} d’octets et a été arrêté. Demandez-lui moins à la fois.',
  sentAMessageOfMore_other:
    'Le serveur « {{name}} » a envoyé un message de plus de {{count}} octets et a été arrêté. Demandez-lui moins à la fois.',
  doesNotReadWhatIt_one:
    'Le serveur « {{name}} » ne lit pas ce qui lui est envoyé : {{count}} octet attend déjà. Redémarrez-le si cela continue.',
  doesNotReadWhatIt_many:
    'Le serveur « {{name}} » ne lit pas ce qui lui est envoyé : {{count}} d’octets attendent déjà. Redémarrez-le si cela continue.',
  doesNotReadWhatIt_other:
    'Le serveur « {{name}} » ne lit pas ce qui lui est envoyé : {{count}} octets attendent déjà. Redémarrez-le si cela continue.',
  theServerIsStoppedAfter_one:
    'Le serveur « {{id}} » reste arrêté après des plantages répétés ({{count2}} en {{count}} minute). Regardez son journal, puis réactivez-le.',
  theServerIsStoppedAfter_many:
    'Le serveur « {{id}} » reste arrêté après des plantages répétés ({{count2}} en {{count}} de minutes). Regardez son journal, puis réactivez-le.',
  theServerIsStoppedAfter_other:
    'Le serveur « {{id}} » reste arrêté après des plantages répétés ({{count2}} en {{count}} minutes). Regardez son journal, puis réactivez-le.',
  theServerHasCrashedAnd_one:
    'Le serveur « {{id}} » a planté et redémarre dans {{count}} s. Réessayez alors.',
  theServerHasCrashedAnd_many:
    'Le serveur « {{id}} » a planté et redémarre dans {{count}} s. Réessayez alors.',
  theServerHasCrashedAnd_other:
    'Le serveur « {{id}} » a planté et redémarre dans {{count}} s. Réessayez alors.',
  doorwardIsEndingSoNo: 'Doorward s’arrête ; aucun serveur n’est donc plus démarré.',
  doorwardCouldNotStartThe:
    'Doorward n’a pas pu démarrer le petit processus qui arrête les serveurs avec lui ; aucun serveur n’est donc démarré. Redémarrez Doorward.',
  theWatchdogEnded: 'Le processus de surveillance s’est arrêté.',
  thePathOfTheProgram: 'Le chemin du programme contient un guillemet ou un saut de ligne.',
  argumentHasALineBreak:
    'L’argument {{count}} contient un saut de ligne, qu’un fichier batch ne peut pas recevoir. Utilisez plutôt le programme que « {{script}} » démarre.',
  theArgumentsAreLongerThan_one:
    'Les arguments dépassent les {{count}} caractères que Windows accepte pour un fichier batch.',
  theArgumentsAreLongerThan_many:
    'Les arguments dépassent les {{count}} caractères que Windows accepte pour un fichier batch.',
  theArgumentsAreLongerThan_other:
    'Les arguments dépassent les {{count}} caractères que Windows accepte pour un fichier batch.',
  answeredWithStatus: '« {{id}} » a répondu avec le statut HTTP {{count}}',
  answeredWithStatusAndSaid: '« {{id}} » a répondu avec le statut HTTP {{count}} et a dit : {{said}}',
  busyTryLater: '« {{id}} » a répondu avec le statut HTTP {{count}} ({{why}}). Réessayez plus tard.',
  busyForSeconds_one:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  busyForSeconds_many:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  busyForSeconds_other:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} s. Réessayez ensuite.',
  busyForMinutes_one:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} minute. Réessayez ensuite.',
  busyForMinutes_many:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} de minutes. Réessayez ensuite.',
  busyForMinutes_other:
    '« {{id}} » a répondu avec le statut HTTP {{count2}} ({{why}}) et veut être laissé tranquille pendant {{count}} minutes. Réessayez ensuite.',
  itSaid: 'Il a dit : {{said}}',
} as const satisfies Translation<typeof en>;
