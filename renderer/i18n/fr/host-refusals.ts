import type { hostRefusals as en } from '../en/host-refusals.ts';
import type { Translation } from '../translation.ts';

/** Why calls and questions did not go through, as the log keeps it. */
export const hostRefusals = {
  thePermissionCouldNotBe: 'L’autorisation n’a pas pu être enregistrée ; rien n’a donc été autorisé.',
  thisCallIsBeingAnswered: 'Une réponse est déjà en cours pour cet appel.',
  theAppHasMadeThis: 'L’app a fait cet appel entre-temps, et il est passé.',
  aPermissionForAWhole:
    'Une autorisation pour un serveur ou une app entière se donne sur la page Autorisations.',
  noRuleCanNameThis:
    'Aucune règle ne peut nommer exactement cet appel ; il ne peut donc être autorisé qu’une fois.',
  callsThatSendDeleteRun:
    'Les appels qui envoient, suppriment, exécutent, dépensent ou font quelque chose d’inconnu ne s’autorisent pas ici pour toujours. Choisissez une durée plus courte.',
  yourSettingsDoNotLet:
    'Vos réglages ne laissent pas autoriser un appel aussi longtemps. Choisissez une durée plus courte.',
  doorwardCannotSayWhatIs:
    'Doorward ne peut pas dire ce qui ressemble à cet appel. Choisissez ces arguments, ou l’outil entier.',
  doorwardIsClosingSoThis: 'Doorward s’arrête ; cet appel a donc été refusé.',
  theDecisionCouldNotBe:
    'La décision n’a pas pu être enregistrée ; cet appel a donc été refusé. Rien n’a été envoyé.',
  itMayBeAskedAgain:
    'Il peut être redemandé plus tard : si une personne l’autorise entre-temps, le même appel passe une fois.',
  nobodyIsAtTheComputer: 'Personne n’est devant l’ordinateur. Redemandez plus tard.',
  nobodyAnsweredTheLastQuestions:
    'Personne n’a répondu aux dernières questions de cette app ; cet appel a donc été refusé sans demander. Redemandez plus tard.',
  tooManyCallsOfThis:
    'Trop d’appels de cette app attendent déjà une personne ; cet appel a donc été refusé. Redemandez quand ils auront une réponse.',
  aRuleBlocksThisCall: 'Une règle bloque maintenant cet appel ; il a donc été refusé.',
  doorwardCouldNotShowThis: 'Doorward n’a pu montrer cet appel à personne ; il a donc été refusé.',
  theAppStoppedWaitingFor: 'L’app n’attend plus la réponse.',
  noOneAnsweredInTime:
    'Personne n’a répondu à temps ; cet appel a donc été refusé. Il peut être redemandé plus tard : si une personne l’autorise entre-temps, le même appel passe une fois.',
  noOneAnsweredInTimeB:
    'Personne n’a répondu à temps ; cet appel a donc été refusé. Il peut être redemandé plus tard.',
  noOneAnsweredWithinS_one:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard : si une personne l’autorise entre-temps, le même appel passe une fois.',
  noOneAnsweredWithinS_many:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard : si une personne l’autorise entre-temps, le même appel passe une fois.',
  noOneAnsweredWithinS_other:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard : si une personne l’autorise entre-temps, le même appel passe une fois.',
  noOneAnsweredWithinSB_one:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard.',
  noOneAnsweredWithinSB_many:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard.',
  noOneAnsweredWithinSB_other:
    'Personne n’a répondu en {{count}} s ; cet appel a donc été refusé. Il peut être redemandé plus tard.',
  nobodyIsAtTheComputerB: 'Personne n’est devant l’ordinateur pour la regarder.',
  nobodyAnsweredTheLastQuestionsB:
    'Personne n’a répondu aux dernières questions de cette app ; personne n’a donc été interrogé à ce sujet.',
  tooManyQuestionsOfThis:
    'Trop de questions de cette app attendent déjà une personne ; personne n’a donc été interrogé à ce sujet.',
  doorwardIsClosingSoNobody: 'Doorward s’arrête ; plus personne ne peut donc la regarder.',
  doorwardLetsNothingOfThe: 'Doorward ne laisse rien de tel passer maintenant.',
  theDecisionOfAPerson: 'La décision d’une personne à ce sujet n’a pas pu être enregistrée.',
  doorwardCouldNotShowIt: 'Doorward n’a pu la montrer à personne.',
  theAppStoppedWaitingForB: 'L’app ne l’attend plus.',
  noOneLookedAtIt: 'Personne ne l’a regardée à temps.',
  noOneLookedAtItB_one: 'Personne ne l’a regardée en {{count}} s.',
  noOneLookedAtItB_many: 'Personne ne l’a regardée en {{count}} s.',
  noOneLookedAtItB_other: 'Personne ne l’a regardée en {{count}} s.',
  thereIsNoValidDecision:
    'Il n’y a pas de décision valable d’une personne pour cet appel ; il a donc été refusé.',
  theDecisionAboutThisCall: 'La décision sur cet appel a déjà servi ; il a donc été refusé.',
  theDecisionAboutThisCallB:
    'La décision sur cet appel a expiré ; il a donc été refusé. Il peut être redemandé.',
  thisCallDiffersFromThe: 'Cet appel diffère de celui qui a été autorisé ; il a donc été refusé.',
  theRulesChangedAfterThis:
    'Les règles ont changé après l’autorisation de cet appel ; il a donc été refusé. Il peut être redemandé.',
  whatAPersonDecidedAbout: 'Ce qu’une personne a décidé à ce sujet ne tient plus.',
  thereIsNoSuchCall: 'Il n’y a pas de tel appel. Il a peut-être déjà reçu une réponse.',
  anAnswerOfAServer:
    'Une réponse d’un serveur est transmise ou retenue une fois. On n’en fait pas d’autorisation.',
  nobodyAnsweredThisCallIn:
    'Personne n’a répondu à temps à cet appel. Il ne peut être autorisé que pour son prochain essai.',
  itCountsNoLongerBut:
    'Elle ne compte plus, mais le disque n’a pas pu être écrit : après un redémarrage, elle comptera peut-être de nouveau jusqu’à la fin de son temps. Libérez de la place, puis refusez-la de nouveau.',
  doesNotOfferAnyMore: '« {{server}} » n’offre plus « {{key}} » ; il n’a donc pas été appelé.',
  doorwardCouldNotCheckWhat:
    'Doorward n’a pas pu vérifier ce que « {{server}} » offre maintenant ; rien n’a donc été appelé. {{why}}',
  thisServerWasRemovedFrom: 'Ce serveur a été retiré de Doorward. Rien n’a été envoyé.',
  isBlockedInDoorwardNothing: '« {{id}} » est bloqué dans Doorward. Rien n’a été envoyé.',
  isSwitchedOffInDoorward: '« {{id}} » est désactivé dans Doorward. Rien n’a été envoyé.',
  isNotThereForThis:
    '« {{id}} » n’est pas là pour cette app d’IA en ce moment, comme choisi dans Doorward. Rien n’a été envoyé.',
  isNotApprovedInDoorward: '« {{id}} » n’est pas approuvé dans Doorward. Approuvez-le là, puis réessayez.',
  thisCallIsAnotherOne: 'Cet appel en est maintenant un autre.',
  doorwardStoppedBeforeThisCall: 'Doorward s’est arrêté avant la fin de cet appel.',
  doorwardKeepsTheTextsOf:
    'Doorward ne garde les textes que des appels les plus récents, et seulement tant qu’il tourne ; ceux-ci ne sont plus gardés et ne peuvent donc pas être regardés de nouveau.',
  theArgumentsAreLongOnly:
    'Les arguments sont longs : seuls leur début et leur fin sont gardés, et regardés ici.',
  theAnswerIsLongOnly: 'La réponse est longue : seuls son début et sa fin sont gardés, et regardés ici.',
  notAllOfTheArguments: 'Les arguments n’ont pas tous pu être regardés.',
  notAllOfTheAnswer: 'La réponse n’a pas pu être regardée en entier.',
  moreWasFoundInThe: 'Davantage a été trouvé dans les arguments ; voici les {{count}} pires.',
  moreWasFoundInTheB: 'Davantage a été trouvé dans la réponse ; voici les {{count}} pires.',
  anEarlierTryOfThis:
    'Un essai précédent de cet appel a peut-être eu lieu : Doorward s’est arrêté avant sa réponse. Regardez si cela a été fait avant de le laisser refaire.',
  theOutcomeIsUnknownDoorward:
    'L’issue est inconnue : Doorward s’est arrêté avant la réponse. Le serveur a peut-être fait ce qui était demandé.',
  theServerHasDoneWhat:
    'Le serveur a fait ce qui lui était demandé, mais Doorward a retenu sa réponse : {{why}}. {{why2}} Ne répétez pas l’appel pour l’obtenir ; dites à la personne ce qui manque.',
  thisQuestionTakesNoAnswers: 'Cette question ne prend pas de réponses, seulement oui ou non.',
  theAnswersAreOneJson:
    'Les réponses sont un seul objet JSON, avec un membre pour chaque champ du formulaire.',
  theAnswersAreLongerThan: 'Les réponses sont plus longues que ce qu’un serveur peut recevoir.',
  theAnswersCannotBeSent: 'Les réponses ne peuvent pas être envoyées : {{why}}.',
  theFormHasNoField: 'Le formulaire n’a pas de champ « {{field}} ».',
  unknownTool: 'Outil inconnu : {{name}}',
  aRuleOfYourOrganisation: 'Une règle de votre organisation refuse cet appel. Rien n’a été envoyé.',
  aRuleThatAPerson: 'Une règle qu’une personne a faite dans Doorward refuse cet appel. Rien n’a été envoyé.',
  thisCallWasMadeAlready: 'Cet appel a déjà été fait ; ses arguments ne peuvent donc pas être modifiés.',
  thisCallDoesNotWait: 'Cet appel n’attend plus ; ses arguments ne peuvent donc pas être modifiés.',
  thisToolHasArgumentsThat:
    'Cet outil a des arguments qui voyagent aussi comme en-têtes ; ils ne peuvent donc pas être modifiés ici.',
  cannotShowFormsOfServers:
    '{{app}} ne peut pas montrer les formulaires des serveurs ; Doorward le montre donc.',
  cannotOpenPagesForServers:
    '{{app}} ne peut pas ouvrir de pages pour les serveurs ; Doorward vous demande donc.',
  aPersonHasBlockedEverything: 'Une personne a tout bloqué dans Doorward pour l’instant.',
  theMessagesOfTheServer:
    'Les messages du serveur prennent trop de temps à regarder ; pour l’instant, ils ne sont donc pas transmis.',
  aMessageOfTheServer:
    'Un message du serveur est trop grand pour être regardé ; il n’a donc pas été transmis.',
  theAnswerToTheServer:
    'La réponse au serveur contient quelque chose qu’il faudrait masquer, ce qui n’est pas possible ici. Rien n’a été envoyé.',
  thisWasStoppedItCarries:
    'Ceci a été arrêté : cela porte une valeur qui ne doit pas quitter cet ordinateur. Rien n’en a été envoyé.',
  moreIsEncodedInThis:
    'Ceci contient plus de codages que Doorward n’en regarde ; un canari que vous avez placé pourrait donc s’y trouver.',
  triedToSendTheCanary:
    '{{app}} a tenté d’envoyer le canari « {{name}} » à « {{server}} ». L’appel a été arrêté. L’app a lu quelque chose que personne n’a de raison de lire : regardez ses derniers appels dans Activité.',
  hasReadPrivateDataOf:
    '{{app}} a lu des données privées de « {{server}} » ({{name}}) et du texte d’inconnus de « {{server2}} » ({{name2}}), et cet appel ferait sortir des données par « {{target}} ».',
  thisCallWouldSendData:
    'Cet appel ferait sortir des données, et des données privées et du texte d’inconnus ont été lus avant lui. Rien n’a été envoyé. Une personne peut remettre à zéro dans Doorward, sur la page de cette app d’IA.',
  aNumberInItIs:
    'Un nombre qui s’y trouve est caché par un de vos masques, mais un nombre ne peut pas être remplacé.',
  aNumberInTheAnswer:
    'Un nombre de la réponse est caché par un de vos masques, mais un nombre ne peut pas être remplacé.',
  somethingInTheAnswerIs:
    'Quelque chose dans la réponse est caché par un de vos masques, mais l’outil promet une forme fixe à cet endroit ; cela n’y a donc pas été remplacé.',
  thereIsMoreEncodedIn:
    'Ceci contient plus de codages qu’on n’en peut regarder ; personne ne sait donc s’il s’y trouve quelque chose qu’un de vos masques cache.',
  itHasSomethingInIt:
    'Ceci contient quelque chose qui est caché à ce serveur, à un endroit qui ne peut pas être modifié. Rien n’a été envoyé. Rappelez sans cela.',
  whatTheServerAsksHas:
    'Ce que le serveur demande contient quelque chose qui est caché à cette app d’IA ; cela n’a donc pas été transmis.',
  theAnswerHasANumber:
    'La réponse contient un nombre qui est caché à ce serveur ; elle n’a donc pas été transmise.',
  itIsTooLongTo:
    'C’est trop long pour y chercher tout ce qui doit être caché ; cela n’est donc pas allé plus loin. Demandez-en une plus petite partie.',
  itHasASecretOf:
    'Ceci contient un secret du coffre qui n’est pas destiné à ce serveur. Rien n’a été envoyé.',
  whatTheServerAsksHasB:
    'Ce que le serveur demande contient un secret du coffre ; cela n’a donc pas été transmis.',
  theAiAppWentAway: 'L’app d’IA est partie avant de répondre.',
  theServerStopped: 'Le serveur s’est arrêté.',
  theAiAppIsGone: 'L’app d’IA est partie.',
  tooManyQuestionsOfThisB: 'Trop de questions de ce serveur attendent déjà dans cette app d’IA.',
  theCallThatThisQuestion: 'L’appel dont parle cette question est terminé.',
  doorwardCannotAnswerWhatA: 'Doorward ne peut pas répondre à ce qu’une tâche demande.',
  thisProtocolRevisionHasNo: 'Cette révision du protocole n’a pas de requêtes des serveurs.',
  itDidNotListAnything: 'Il n’a rien énuméré.',
  theServerAskedTooMany: 'Le serveur a posé trop de questions pour un seul appel.',
  theServerAskedAQuestion: 'Le serveur a posé une question que Doorward ne peut pas lire.',
  theServerWantsToOpen: 'Le serveur veut ouvrir quelque chose qui n’est pas une adresse web.',
  theServerWantsToOpenB: 'Le serveur veut ouvrir une adresse trop longue pour être regardée.',
  theServerWantsToOpenC: 'Le serveur veut ouvrir une adresse avec des caractères cachés.',
  theServerWantsToOpenD: 'Le serveur veut ouvrir quelque chose qui n’est pas une page web.',
  theServerWantsToOpenE: 'Le serveur veut ouvrir une page par une connexion non chiffrée.',
  theServerWantsToOpenF:
    'Le serveur veut ouvrir une adresse avec un nom devant l’hôte, qui cache où elle mène.',
  theServerWantsToOpenG: 'Le serveur veut ouvrir une adresse dont l’hôte peut se lire de deux façons.',
  tooManyCallsWaitFor: 'Trop d’appels attendent des réponses.',
  nobodyAnsweredTheQuestionOf: 'Personne n’a répondu à temps à la question du serveur.',
  hasCallsRunningForThis:
    '« {{server}} » a {{count}} appels en cours pour cette app d’IA, chacun sur une connexion à lui. Réessayez quand quelques-uns seront terminés.',
  doorwardIsStoppingSoIs: 'Doorward s’arrête ; « {{server}} » n’est donc pas démarré.',
  noAnswerCameInTime: 'Aucune réponse n’est venue à temps.',
  didNotAnswerWithinSeconds_one:
    '« {{id}} » n’a pas répondu dans les {{count}} secondes après son démarrage.',
  didNotAnswerWithinSeconds_many:
    '« {{id}} » n’a pas répondu dans les {{count}} secondes après son démarrage.',
  didNotAnswerWithinSeconds_other:
    '« {{id}} » n’a pas répondu dans les {{count}} secondes après son démarrage.',
  wasStopped: '« {{id}} » a été arrêté.',
  refusedTheConnection: '« {{id}} » a refusé la connexion : {{said}}',
  notBeforeTheHandshake: 'Pas avant la prise de contact.',
  sentABrokenAnswer: '« {{id}} » a envoyé une réponse défectueuse : {{why}}',
  anAnswerToARequest: 'Une réponse à une requête qui n’est pas ouverte a été abandonnée.',
  aQuestionWhoseIdIs: 'Une question dont l’identifiant est en usage a été abandonnée.',
  tooManyQuestionsAreOpen: 'Trop de questions sont ouvertes.',
  doorwardCannotTellWhichAi: 'Doorward ne peut pas dire à quelle app d’IA cette question s’adresse.',
  theAiAppGaveThis: 'L’app d’IA a abandonné cet appel. Rien n’a été envoyé.',
  doorwardKeptTheAnswerBack:
    'Doorward a retenu la réponse parce que son contrôle « {{name}} » a échoué. Le serveur a fait ce qui lui était demandé.',
  doorwardRefusedThisCallBecause:
    'Doorward a refusé cet appel parce que son contrôle « {{name}} » a échoué. Rien n’a été envoyé.',
  theAiAppCannotAnswer: 'L’app d’IA ne peut pas répondre à tout ce que le serveur a demandé.',
  doorwardHasDealtWithWhat: 'Doorward s’est occupé de ce que le serveur demandait. Rappelez.',
  thisCallAlreadyWaitsFor: 'Cet appel attend déjà une réponse.',
  theAiAppCannotAnswerB: 'L’app d’IA ne peut pas répondre à ce genre de question.',
  doorwardCouldNotAnswerThis: 'Doorward n’a pas pu répondre à cette question.',
  onlyTheArgumentsOfA: 'Seuls les arguments d’un outil ou d’un prompt peuvent être modifiés.',
  theArgumentsAreLargerThan: 'Les arguments sont plus grands que ce qu’un message peut être.',
  theArgumentsCannotBeSent: 'Les arguments ne peuvent pas être envoyés : {{why}}.',
  theArgumentsMustBeAn: 'Les arguments doivent être un objet.',
  inputresponsesLacksTheAnswerTo: 'Il manque à « inputResponses » la réponse à la question.',
  thisRequeststateIsNotKnown:
    'Ce requestState n’est pas connu : il a expiré, a déjà servi ou appartient à une autre requête.',
  theAiAppGaveThe: 'L’app d’IA a abandonné l’appel.',
  theSessionEnded: 'La session est terminée.',
  theAiAppDidNot: 'L’app d’IA n’a pas répondu à la question du serveur.',
  thisCallNeedsTheAnswer:
    'Cet appel a besoin de la réponse d’une personne et n’en a pas ; il n’a donc pas été envoyé.',
  aPersonHasBlockedEverythingB:
    'Une personne a tout bloqué dans Doorward pour l’instant. Rien n’a été envoyé.',
  theRulesChangedWhileThis:
    'Les règles ont changé pendant que cet appel était en route ; il n’a donc pas été envoyé. Il peut être retenté.',
  thisAiAppWasRemoved: 'Cette app d’IA a été retirée de Doorward. Reconnectez-la pour utiliser ses outils.',
  theServerHasDoneWhatB:
    'Le serveur a fait ce qui lui était demandé, mais Doorward a retenu sa réponse : une personne doit d’abord la regarder, et il n’y a personne à qui demander ici. Ne répétez pas l’appel pour l’obtenir ; dites à la personne ce qui manque.',
  theArgumentsCannotBeSentB: 'Les arguments ne peuvent pas être envoyés.',
  theToolIsMalformedIt: 'L’outil « {{name}} » est mal formé : {{why}}. Il n’a pas été appelé.',
  theHeaderDoesNotMatch: 'L’en-tête {{header}} ne correspond pas aux arguments.',
  thereIsNoSuchServer: 'Il n’y a pas de tel serveur.',
  theToolNameIsMissing: 'Le nom de l’outil manque.',
  thePromptNameIsMissing: 'Le nom du prompt manque.',
  theResourceUriIsMissing: 'L’URI de la ressource manque.',
  resourceNotFound: 'Ressource introuvable : {{uri}}',
  thereIsNoSuchTask: 'Il n’y a pas de telle tâche.',
  doorwardCouldNotReadThis:
    'Doorward n’a pas pu lire cette requête d’une seule façon ; elle a donc été refusée. Personne n’a été interrogé.',
  thePromptIsLongerThan:
    'Le prompt est plus long que ce qu’on peut montrer à une personne ; il a donc été refusé. Demandez avec moins.',
  theFormIsLargerThan:
    'Le formulaire est plus grand que ce qu’on peut montrer à une personne ; il a donc été refusé. Demandez avec moins.',
  theServerAskedForThe:
    'Le serveur a demandé, avec son prompt, la conversation de l’app d’IA (« includeContext »). Doorward ne la donne jamais. Demandez sans elle.',
  theServerWantsToOpenH:
    'Le serveur veut ouvrir une adresse dans un réseau privé. Doorward n’ouvre pas de telle page. Personne n’a été interrogé.',
  theFormAsksForA:
    'Le formulaire demande un secret dans le champ « {{field}} ». Doorward ne montre aucun formulaire qui demande des mots de passe, des clés ou des codes. Personne n’a été interrogé.',
  nobodyWasAsked: '{{why}} Personne n’a été interrogé.',
  itMayAskAgainIn_one: 'Il pourra redemander dans {{count}} min.',
  itMayAskAgainIn_many: 'Il pourra redemander dans {{count}} min.',
  itMayAskAgainIn_other: 'Il pourra redemander dans {{count}} min.',
  noSignOfLifeSeconds_one:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} s ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  noSignOfLifeSeconds_many:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} s ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  noSignOfLifeSeconds_other:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} s ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  noSignOfLifeMinutes_one:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} minute ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  noSignOfLifeMinutes_many:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} de minutes ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  noSignOfLifeMinutes_other:
    '« {{id}} » n’a donné aucun signe de vie pendant {{count}} minutes ; l’appel a donc été abandonné. Il a peut-être été exécuté quand même. Vérifiez avant de le répéter.',
  readInTwoWays:
    '« {{id}} » a répondu par quelque chose qui peut se lire de deux façons ; cela n’est donc pas transmis.',
  loopNotLetGoOnMinute:
    'Ce même appel a été fait encore et encore, et la personne ne l’a pas laissé continuer. Rien n’a été envoyé. Faites autre chose ; cet appel pourra être retenté dans 1 minute.',
  loopNotLetGoOn_one:
    'Ce même appel a été fait encore et encore, et la personne ne l’a pas laissé continuer. Rien n’a été envoyé. Faites autre chose ; cet appel pourra être retenté dans {{count}} minute.',
  loopNotLetGoOn_many:
    'Ce même appel a été fait encore et encore, et la personne ne l’a pas laissé continuer. Rien n’a été envoyé. Faites autre chose ; cet appel pourra être retenté dans {{count}} de minutes.',
  loopNotLetGoOn_other:
    'Ce même appel a été fait encore et encore, et la personne ne l’a pas laissé continuer. Rien n’a été envoyé. Faites autre chose ; cet appel pourra être retenté dans {{count}} minutes.',
  loopIsAsked:
    'Ce même appel a été fait encore et encore, et on demande à la personne s’il peut continuer. Rien n’a été envoyé. Attendez sa réponse.',
  loopFailed:
    'Cette app d’IA a fait exactement cet appel {{count}} fois en une minute, et il a échoué chaque fois. Elle tourne peut-être en boucle.',
  loopSameAnswer:
    'Cette app d’IA a fait exactement cet appel {{count}} fois en une minute, et la réponse était chaque fois la même. Elle tourne peut-être en boucle.',
} as const satisfies Translation<typeof en>;
