import type { hostSignIn as en } from '../en/host-sign-in.ts';
import type { Translation } from '../translation.ts';

/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '« {{id}} » est bloqué ; personne ne s’y identifie donc.',
  signingInWithoutAPerson:
    'S’identifier sans personne demande l’identifiant d’un client qui a été enregistré pour cela.',
  theSignInToWas:
    'L’identification auprès de « {{server}} » a été conservée par une autre version de Doorward. Mettez Doorward à jour.',
  theSignInCouldNot: 'L’identification n’a pas pu être renouvelée : {{why}}',
  doesNotLetProgramsRegister:
    '{{host}} ne laisse pas les programmes s’enregistrer eux-mêmes. Enregistrez-y Doorward à la main, avec l’adresse {{address}}, et identifiez-vous avec l’identifiant de client que vous recevez (dans un terminal : --client-id ID).',
  didNotRegisterDoorwardHttp:
    '{{host}} n’a pas enregistré Doorward (statut HTTP {{count}}). Enregistrez-l’y à la main, avec l’adresse {{address}}, et identifiez-vous avec l’identifiant de client que vous recevez (dans un terminal : --client-id ID).',
  theServerSaysThatIts:
    'Le serveur dit que son identification est pour {{resource}}, qui est une autre adresse que la sienne. C’est refusé.',
  doesNotSayHowOne: '{{issuer}} ne dit pas comment on s’y identifie. Réessayez plus tard.',
  theServerNamesSomethingThat:
    'Le serveur nomme pour son identification quelque chose qui n’est pas une adresse : {{named}}.',
  theServerNamesSomethingThatB:
    'Le serveur nomme comme lieu d’identification quelque chose qui n’est pas une adresse : {{issuer}}.',
  callsItselfSoItMay:
    '{{issuer}} se nomme {{issuer2}} ; ce n’est donc peut-être pas celui qu’il devrait être. L’identification a été refusée.',
  doesNotProtectItsSign:
    '{{issuer}} ne protège pas son identification contre les codes volés (PKCE) ; elle a donc été refusée.',
  offersNoSignInThat:
    '{{issuer}} n’offre pas d’identification qu’un programme comme Doorward puisse utiliser.',
  namesSomethingThatIsNo: '{{issuer}} nomme quelque chose qui n’est pas une adresse.',
  doesNotSayHowOneB: '{{issuer}} ne dit pas comment on s’y identifie.',
  answeredTheSignInWith:
    '{{host}} a répondu à l’identification avec le statut HTTP {{count}}. Réessayez plus tard.',
  whatSaysAboutItsSign:
    'Ce que {{host}} dit de son identification n’est pas comme il le faut ; elle a donc été refusée.',
  thereIsNothingHere: 'Il n’y a rien ici.',
  doorwardHasTheAnswerYou: 'Doorward a la réponse. Vous pouvez fermer cette page et revenir à Doorward.',
  doorwardDoesNotWaitFor: 'Doorward n’attend pas cette réponse. Recommencez l’identification dans Doorward.',
  nobodySignedInWithinThe: 'Personne ne s’est identifié dans le temps imparti. Recommencez.',
  theSignInHasEnded: 'L’identification est terminée.',
  askingHowOneSignsIn: 'On demande à « {{id}} » comment s’identifier…',
  noPersonCanSignIn: 'Aucune personne ne peut s’identifier auprès de {{issuer}}.',
  signedInThereFetchingThe: 'Identification faite. Récupération de sa clé…',
  theSignInWasNot: 'L’identification n’a pas été acceptée. Recommencez.',
  theSignInWasRefused: '{{why}} L’identification a été refusée.',
  signInAtWithinMinutes_one:
    'Identifiez-vous auprès de {{host}} d’ici {{count}} minute. Son adresse a l’air inhabituelle : assurez-vous que c’est la bonne. La page : {{href}}',
  signInAtWithinMinutes_many:
    'Identifiez-vous auprès de {{host}} d’ici {{count}} de minutes. Son adresse a l’air inhabituelle : assurez-vous que c’est la bonne. La page : {{href}}',
  signInAtWithinMinutes_other:
    'Identifiez-vous auprès de {{host}} d’ici {{count}} minutes. Son adresse a l’air inhabituelle : assurez-vous que c’est la bonne. La page : {{href}}',
  signInAtWithinMinutesB_one: 'Identifiez-vous auprès de {{host}} d’ici {{count}} minute. La page : {{href}}',
  signInAtWithinMinutesB_many:
    'Identifiez-vous auprès de {{host}} d’ici {{count}} de minutes. La page : {{href}}',
  signInAtWithinMinutesB_other:
    'Identifiez-vous auprès de {{host}} d’ici {{count}} minutes. La page : {{href}}',
  theAnswerToTheSign:
    'La réponse à l’identification ne vient pas de {{issuer}}, où elle a été commencée. Elle a été refusée.',
  theSignInWasDeclined: 'L’identification y a été déclinée.',
  refusedTheSignIn: '{{host}} a refusé l’identification ({{code}}).',
  refusedTheSignInB: '{{host}} a refusé l’identification.',
  theAnswerToTheSignB: 'La réponse à l’identification ne contient pas de code. Recommencez.',
  thereIsNothingToRenew: 'Il n’y a rien avec quoi renouveler l’identification.',
  hasAnAuthorizationHeaderOf:
    '« {{id}} » a son propre en-tête Authorization ; il n’y a donc pas d’identification. Ajoutez-le d’abord sans cet en-tête.',
  runsOnThisComputerSo: '« {{id}} » tourne sur cet ordinateur ; il n’y a donc nulle part où s’identifier.',
  anotherSignInToThe: 'Une autre identification auprès du même serveur a été commencée.',
  youSignedOutMeanwhile: 'Vous avez mis fin à l’identification entre-temps.',
  theServerWasRemovedMeanwhile: 'Le serveur a été retiré entre-temps.',
  answeredTheSignInWithB: '{{host}} a répondu à l’identification par quelque chose qui n’est pas un jeton.',
  gaveATokenOfA: '{{host}} a donné un jeton d’un type que Doorward ne peut pas utiliser.',
  gaveATokenThatCannot: '{{host}} a donné un jeton qui ne peut pas être envoyé.',
  doesNotAcceptTheSign: '{{host}} n’accepte plus l’identification.',
  doesNotKnowDoorwardAny: '{{host}} ne connaît plus Doorward ({{code}}). Identifiez-vous de nouveau.',
  doesNotKnowDoorwardAnyB: '{{host}} ne connaît plus Doorward. Identifiez-vous de nouveau.',
  couldNotAnswerTheSign:
    '{{host}} n’a pas pu répondre à l’identification (statut HTTP {{count}}). Réessayez plus tard.',
  refusedTheSignInWith: '{{host}} a refusé l’identification avec le statut HTTP {{count}}.',
  theSignInLeadsTo:
    'L’identification mène à quelque chose qui n’est pas une adresse web ; elle a donc été refusée.',
  theSignInLeadsToB:
    'L’identification mène à une adresse avec un nom devant son hôte ({{name}}) ; elle a donc été refusée.',
  theSignInLeadsToC:
    'L’identification mène à {{name}} par une connexion non chiffrée ; elle a donc été refusée.',
  theSignInLeadsToD:
    'L’identification mène à {{host}}, une adresse d’un réseau privé ; elle a donc été refusée. Si vous savez que c’est juste, identifiez-vous avec : --private-host {{host2}}',
  theSignInLeadsToE:
    'L’identification mène à {{host}} ({{address}}), une adresse d’un réseau privé ; elle a donc été refusée. Si vous savez que c’est juste, identifiez-vous avec : --private-host {{host2}}',
  theSignInLeadsToF:
    'L’identification mène à {{host}}, une adresse de cet ordinateur ou de ses environs ; elle a donc été refusée.',
  theSignInLeadsToG:
    'L’identification mène à {{host}} ({{address}}), une adresse de cet ordinateur ou de ses environs ; elle a donc été refusée.',
  redirectsTheSignInWhich: '{{host}} redirige l’identification, ce qui n’est pas suivi.',
  redirectsTheSignInTo: '{{host}} redirige l’identification vers {{origin}}, ce qui n’est pas suivi.',
  answeredTheSignInWithC_one:
    '{{host}} a répondu à l’identification par plus de {{count}} octet ; elle a donc été refusée.',
  answeredTheSignInWithC_many:
    '{{host}} a répondu à l’identification par plus de {{count}} d’octets ; elle a donc été refusée.',
  answeredTheSignInWithC_other:
    '{{host}} a répondu à l’identification par plus de {{count}} octets ; elle a donc été refusée.',
  didNotAnswerTheSign: '{{host}} n’a pas répondu à temps à l’identification. Réessayez plus tard.',
  needsYouToSignIn:
    '« {{id}} » a besoin que vous vous identifiiez. Ses appels sont refusés d’ici là (dans un terminal : doorward server login {{id}}).',
  signedYouOutItsCalls:
    '« {{id}} » a mis fin à votre identification. Ses appels sont refusés tant que vous ne vous identifiez pas (dans un terminal : doorward server login {{id}}).',
  doesNotAcceptThePresent:
    '« {{id}} » n’accepte pas l’identification actuelle. Identifiez-vous de nouveau (dans un terminal : doorward server login {{id}}).',
  asksForMoreRightsThe:
    '« {{id}} » demande plus de droits : {{scopes}}. L’appel a été refusé. Si vous voulez les donner, identifiez-vous de nouveau (dans un terminal : doorward server login {{id}}).',
  refusesTheCallForWant:
    '« {{id}} » refuse l’appel faute de droits que l’identification a déjà. S’identifier de nouveau n’aiderait pas ; demandez à qui l’exploite.',
  hasAskedForMoreRights:
    '« {{id}} » a demandé plus de droits encore et encore ; la question n’est donc plus posée pour l’instant. L’appel a été refusé.',
  needsItsSignInWhich: '« {{id}} » a besoin de son identification, qui est dans le coffre. {{why}}',
  theSignInToWasB:
    'L’identification auprès de « {{id}} » a été renouvelée et n’a pas pu être enregistrée ; elle n’est donc pas encore utilisée. {{why}}',
  theSignInToCould: 'L’identification auprès de « {{id}} » n’a pas pu être renouvelée. {{why}}',
  youAreSignedInAt: 'Vous êtes identifié auprès de {{host}}.',
  doorwardIsSignedInAt: 'Doorward est identifié auprès de {{host}} de lui-même.',
} as const satisfies Translation<typeof en>;
