import type { hostCommands as en } from '../en/host-commands.ts';
import type { Translation } from '../translation.ts';

/** Refusals and progress of commands about servers, tools and AI apps. */
export const hostCommands = {
  itsRoleSaysWhichLeave: 'Son rôle dit lesquels : n’indiquez pas les noms.',
  thereIsNoRoleDoorward: 'Il n’y a pas de rôle « {{role}} ». « doorward role list » les montre tous.',
  thereIsNoAiApp: 'Il n’y a pas d’app d’IA « {{client}} ». « doorward client list » les montre toutes.',
  thereIsAnAiApp: 'Il y a déjà une app d’IA « {{name}} ». Choisissez un autre nom ou renouvelez sa clé.',
  thereAreAiAppsAlready: 'Il y a déjà {{count}} apps d’IA. Retirez-en d’abord une.',
  onlyTheDoorwardWindowCan: 'Seule la fenêtre de Doorward peut faire cela tant que l’app tourne.',
  thisDoorwardRunsWithoutA: 'Ce Doorward tourne sans fenêtre.',
  theCommandWasNotUnderstood: 'La commande « {{name}} » n’a pas été comprise : {{why}}',
  thereIsNoCommand: 'Il n’y a pas de commande « {{name}} ».',
  theCommandFailedInDoorward:
    'La commande « {{name}} » a échoué dans Doorward lui-même. Le journal du dossier « logs » du profil en dit plus.',
  doorwardIsStopping: 'Doorward est en train de s’arrêter.',
  thereIsNoPortTo: 'Il n’y a pas de port sur lequel écouter.',
  theOperatorsKeyWasChanged:
    'La clé de l’opérateur a été modifiée hors de Doorward ou ne peut pas être vérifiée. Exécutez « doorward doctor ».',
  theOperatorsKeyWasChangedB: 'La clé de l’opérateur a été changée.',
  itWasNotGivenWhat:
    'Il n’a pas reçu ce qui ressemble à des secrets : {{names}}. S’il offre moins que prévu, examinez-le de nouveau avec ses secrets.',
  itMayNeedItsSecrets:
    '{{why}} Il a peut-être besoin de ses secrets, qu’il n’a pas reçus lors de cet examen : {{names}}. Si vous les lui confiez, démarrez-le avec ses secrets (dans un terminal : --with-secrets).',
  itsListsCouldNotBe: 'Ses listes n’ont pas pu être conservées : {{why}}',
  thereIsNobodyHereWho: 'Il n’y a personne ici à qui demander.',
  thereIsNoAnswerTo: 'Il n’y a pas de réponse à cet appel.',
  connectingTo: 'Connexion à « {{id}} »…',
  readingWhatOffers: 'Lecture de ce qu’offre « {{id}} »…',
  thereIsNoServerDoorward: 'Il n’y a pas de serveur « {{id}} ». « doorward server list » les montre tous.',
  isBlockedSoItIs: '« {{id}} » est bloqué ; il n’est donc pas démarré.',
  isUnreviewedSoItIs: '« {{id}} » n’a pas été examiné ; il n’est donc pas démarré. Examinez-le d’abord.',
  isSwitchedOffEnableIt: '« {{id}} » est désactivé. Activez-le d’abord.',
  wasRemovedWhileItWas: '« {{id}} » a été retiré pendant son examen. Examinez-le de nouveau.',
  anotherVersionOfWasChosen:
    'Une autre version de « {{id}} » a été choisie entre-temps. Examinez-le de nouveau.',
  hasNotBeenInspectedStart:
    '« {{id}} » n’a pas été examiné. Démarrez-le une fois et regardez d’abord ce qu’il offre.',
  wasRemovedMeanwhile: '« {{id}} » a été retiré entre-temps.',
  lookingForNewerVersions: 'Recherche de versions plus récentes…',
  isNotApprovedSoIt: '« {{id}} » n’est pas approuvé ; il garde donc sa version. Approuvez-le d’abord.',
  noNewerVersionOfIs:
    'Aucune version plus récente de « {{id}} » n’est connue. « doorward server versions » en cherche.',
  theNewerVersionOfIs:
    'La version plus récente de « {{id}} » est maintenant {{to}}. Regardez-la encore une fois.',
  isNotApprovedSoNothing:
    '« {{id}} » n’est pas approuvé ; rien de lui ne peut donc l’être. Approuvez d’abord le serveur.',
  ofIsNotOnHold: 'De « {{server}} », ceci n’est pas en suspens : {{what}}.',
  hasChangedAgainSinceIt: 'A encore changé depuis son affichage : {{what}}. Regardez-le encore une fois.',
  cannotBeApproved: 'Ne peut pas être approuvé : {{what}}. {{why}}',
  itWasListedOnceAnd: 'Il a été annoncé une fois, puis retiré. La version approuvée a été gardée.',
  hasNotBeenInspectedLook: '« {{id}} » n’a pas été examiné. Regardez d’abord ce qu’il offre.',
  isNotWhatYouLooked: '« {{id}} » n’est pas ce que vous avez regardé. {{why}} Examinez-le de nouveau.',
  nothingOfThatNameOf: 'Rien de ce nom de « {{id}} » n’est en suspens.',
  offersNo: '« {{id}} » n’offre pas ceci : {{what}}.',
  hasNoApprovedTool: '« {{id}} » n’a pas d’outil approuvé « {{tool}} ».',
  versionOfWasChosenIn:
    'La version {{to}} de {{name}} a été choisie à la place de {{from}}. Regardez ce qu’elle offre, puis approuvez-la.',
  couldNotBeCheckedBefore: '« {{id}} » n’a pas pu être vérifié avant son démarrage : {{why}}',
  wasNotLookedAtSince:
    '« {{id}} » n’a pas été regardé depuis que Doorward retient ce que sont les serveurs ; il n’est donc pas démarré. Examinez-le de nouveau.',
  isNotApprovedInDoorward: '« {{id}} » n’est pas approuvé dans Doorward ; il n’est donc pas démarré.',
  itIsNotWhatWas: 'Ce n’est plus ce qui a été regardé. {{why}}',
  itIsNotWhatWasB: 'Ce n’est plus ce qui a été approuvé. {{why}}',
  isNotWhatWasLooked:
    '« {{id}} » n’est plus ce qui a été regardé ; il n’a donc pas été démarré. Demandez à la personne d’ouvrir Doorward et de l’examiner.',
  isNotWhatWasApproved:
    '« {{id}} » n’est plus ce qui a été approuvé ; il n’a donc pas été démarré. Demandez à la personne d’ouvrir Doorward et de l’examiner.',
  doorwardHasNoTextsOf:
    'Doorward n’a plus les textes de cet appel : il garde ceux des appels les plus récents tant qu’il tourne, et le journal n’en a gardé que les empreintes et les tailles.',
  theseTextsAreAsThe:
    'Ces textes sont tels que le journal les a gardés : le début, et ce que vous avez choisi d’en garder.',
  thereIsNoCall: 'Il n’y a pas d’appel « {{call}} ».',
  thatIsNotAKey: 'Ce n’est pas une clé de Doorward.',
} as const satisfies Translation<typeof en>;
