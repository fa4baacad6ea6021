import type { hostChoices as en } from '../en/host-choices.ts';
import type { Translation } from '../translation.ts';

/** Sentences about what a person chooses: rules, limits, masks, profiles. */
export const hostChoices = {
  doorwardCannotLookForCanaries:
    'Doorward ne peut pas chercher de canaris tant que son coffre est verrouillé.',
  theCanariesWereKeptBy:
    'Les canaris ont été conservés par une autre version de Doorward ; il ne peut donc pas les chercher. Mettez Doorward à jour.',
  theVaultIsNotOpen: 'Le coffre n’est pas ouvert.',
  thereIsACanaryAlready:
    'Il y a déjà un canari « {{name}} ». Retirez-le d’abord, ou choisissez un autre nom.',
  thereAreCanariesAlreadyRemove: 'Il y a déjà {{count}} canaris. Retirez-en d’abord quelques-uns.',
  thereIsNoCanary: 'Il n’y a pas de canari « {{name}} ».',
  whatHappensOnAFinding:
    'Ce qui se passe lors d’une détection a été modifié ou retiré hors de Doorward. Doorward demande à chaque détection tant que vous n’avez pas choisi de nouveau dans les réglages.',
  yourMasksWereChangedOr:
    'Vos masques ont été modifiés ou retirés hors de Doorward et sont perdus. Ajoutez-les de nouveau dans les réglages ; d’ici là, leurs textes ne sont pas cachés.',
  theLabelsOfServersWere:
    'Les étiquettes des serveurs ont été modifiées ou retirées hors de Doorward. Chaque serveur compte comme privé, non fiable et public tant que vous n’avez pas choisi de nouveau.',
  theListOfCanariesWas:
    'La liste des canaris a été modifiée ou retirée hors de Doorward et est perdue. Faites-en de nouveaux et placez-les à la place des anciens.',
  whatIsKeptAboutInspection:
    'Ce qui est gardé de l’inspection ne peut pas être lu tant que le trousseau est verrouillé.',
  allMasksTogetherHaveAt:
    'Tous les masques ensemble ont au plus {{count}} caractères. Raccourcissez-en d’abord quelques-uns.',
  thereAreChoicesAtMost: 'Il y a au plus {{count}} choix. Retirez-en d’abord quelques-uns.',
  thereAreMasksAlreadyRemove: 'Il y a déjà {{count}} masques. Retirez-en d’abord quelques-uns.',
  thereIsNoMask: 'Il n’y a pas de masque « {{name}} ».',
  thisDoorwardCannot: 'Ce Doorward ne peut pas suivre où vont les données.',
  thereIsNoServer: 'Il n’y a pas de serveur « {{server}} ».',
  thereIsNoRole: 'Il n’y a pas de rôle « {{role}} ».',
  thereIsNoAiApp: 'Il n’y a pas d’app d’IA « {{name}} ».',
  yourOrganisationWantsAtLeast:
    'Votre organisation veut ici au moins « {{whatLeast}} » ; « {{whatChosen}} » ne peut donc pas être choisi.',
  theMaskComesFromYour: 'Le masque « {{name}} » vient de votre organisation et ne peut pas être modifié ici.',
  yourLimitsWereChangedOr:
    'Vos limites ont été modifiées ou retirées hors de Doorward et sont perdues. Ajoutez-les de nouveau dans Autorisations.',
  yourLimitsCannotBeRead: 'Vos limites ne peuvent pas être lues tant que le trousseau est verrouillé.',
  thereAreLimitsAlreadyRemove: 'Il y a déjà {{count}} limites. Retirez-en d’abord quelques-unes.',
  thereIsNoLimit: 'Il n’y a pas de limite « {{id}} ».',
  limitsOfThisKindCome:
    'Les limites de ce type viennent de votre organisation et ne peuvent pas être modifiées ici.',
  thisNameWithPlaceholdersIs:
    'Ce nom avec des caractères génériques est trop long. Écrivez-en un plus court.',
  changedArgumentsCanOnlyBe:
    'Des arguments modifiés ne peuvent être autorisés qu’une fois. Laissez la durée sur « une fois ».',
  nobodyHasSeenWhatOffers: 'Personne n’a encore vu ce qu’offre « {{server}} ». Examinez-le d’abord.',
  offersNoTool: '« {{server}} » n’offre pas d’outil « {{tool}} ».',
  thisRuleComesFromYour: 'Cette règle vient de votre organisation et ne peut pas être retirée ici.',
  thereIsNoRule: 'Il n’y a pas de règle « {{id}} ».',
  rulesAreNotAboutThis:
    'Les règles ne portent pas sur ce message : il énumère des choses ou appartient à un autre appel.',
  nameACallOrAn: 'Nommez un appel, ou une app d’IA avec un serveur et un outil.',
  nameTheServerAndThe: 'Nommez aussi le serveur et l’outil.',
  hasThisRoleGiveIt: '« {{name}} » a ce rôle. Donnez-lui-en d’abord un autre.',
  yourOrganisationWantsAtLeastB:
    'Votre organisation veut au moins « {{whatLeast}} » ; « {{whatChosen}} » ne peut donc pas être choisi.',
  thereAreRulesAlreadyRemove: 'Il y a déjà {{count}} règles. Retirez-en d’abord quelques-unes.',
  thisRuleWouldHaveEnded: 'Cette règle aurait fini avant de commencer. Indiquez une date postérieure.',
  thereAreRolesAlreadyRemove: 'Il y a déjà {{count}} rôles. Retirez-en d’abord quelques-uns.',
  theRoleComesWithDoorward: 'Le rôle « {{name}} » vient avec Doorward et reste.',
  yourOrganisationDoesNotAnswer:
    'Votre organisation ne répond plus de lui ; il compte donc comme non examiné.',
  thereIsNoProfileDoorward: 'Il n’y a pas de profil « {{name}} ». « doorward profile list » les montre tous.',
  itChangedMeanwhileTryAgain: 'Cela a changé entre-temps. Réessayez.',
  thereIsAProfileAlready: 'Il y a déjà un profil « {{name}} ». « profile tools » change ses outils.',
  thereAreProfilesAlreadyRemove: 'Il y a déjà {{count}} profils. Retirez-en d’abord un.',
  thereIsNoFolderGive:
    'Il n’y a pas de dossier {{folder}}. Indiquez le chemin entier d’un dossier qui existe.',
  isAFolderOfAlready: '{{path}} est déjà un dossier de « {{name}} ».',
  thereIsAProfileAlreadyB: 'Il y a déjà un profil « {{name}} ».',
  isInUseUseAnother: '« {{name}} » est en usage. Utilisez d’abord un autre profil ou aucun.',
  chooseAtLeastOneTool: 'Choisissez au moins un outil ; sans cela, l’app d’IA n’en verrait aucun.',
  allToolsAreListedAnyhow: 'Tous les outils sont de toute façon montrés : n’indiquez pas les noms.',
  yourProfilesOfToolsWere:
    'Vos profils d’outils ont été modifiés ou retirés hors de Doorward. Les apps d’IA n’ont pas d’outils tant que vous ne choisissez pas un profil, ou aucun.',
  yourProfilesCannotBeRead: 'Vos profils ne peuvent pas être lus tant que le trousseau est verrouillé.',
  whichAnswersAreMadeSmaller:
    'Le choix des réponses à raccourcir a été modifié ou retiré hors de Doorward. Aucune ne l’est tant que vous n’avez pas choisi de nouveau.',
  whatYouChoseForSmaller:
    'Ce que vous avez choisi pour les réponses plus petites ne peut pas être lu tant que le trousseau est verrouillé.',
  atMostToolsOfA: 'Au plus {{count}} outils d’un serveur ont un choix à eux.',
  sayOffOrGoodOr: 'Indiquez off ou good, ou quelles étapes ; « usual » vaut pour un seul outil.',
  whatTheLogKeepsOf:
    'Ce que le journal garde des textes a été modifié ou retiré hors de Doorward. Il n’en garde aucun tant que vous n’avez pas choisi de nouveau dans les réglages.',
  whatYouChoseForThe:
    'Ce que vous avez choisi pour le journal ne peut pas être lu tant que le trousseau est verrouillé.',
  yourOrganisationLetsTheLog:
    'Votre organisation ne laisse pas le journal garder ici plus que « {{whatMost}} ».',
  sayFullRedactedOrDigests: 'Indiquez full, redacted ou digests ; « usual » vaut pour un seul serveur.',
  aNameHasUpTo: 'Un nom a jusqu’à 64 lettres, chiffres, espaces, points et traits d’union.',
  theListHasNoWords: 'La liste n’a pas de mots.',
  theListHasMoreThan_one: 'La liste a plus de {{count}} mot.',
  theListHasMoreThan_many: 'La liste a plus de {{count}} de mots.',
  theListHasMoreThan_other: 'La liste a plus de {{count}} mots.',
  aWordIsLongerThan_one: 'Un mot dépasse {{count}} caractère.',
  aWordIsLongerThan_many: 'Un mot dépasse {{count}} de caractères.',
  aWordIsLongerThan_other: 'Un mot dépasse {{count}} caractères.',
  thePatternIsLongerThan_one: 'Le motif dépasse {{count}} caractère.',
  thePatternIsLongerThan_many: 'Le motif dépasse {{count}} de caractères.',
  thePatternIsLongerThan_other: 'Le motif dépasse {{count}} caractères.',
  thePatternHas: 'Le motif est incorrect : {{why}}.',
  requestCannotBeMade: 'La demande ne peut pas être faite : {{why}}.',
  keyInCommandOrAddress:
    'Une clé se trouve dans sa commande ou son adresse. Mettez-la d’abord dans le coffre.',
} as const satisfies Translation<typeof en>;
