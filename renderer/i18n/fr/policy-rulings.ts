import type { policyRulingTexts as en } from '../../../shared/texts/policy-rulings.ts';
import type { Translation } from '../translation.ts';

/** Why a call is decided as it is, and what would change it, in French. */
export const policyRulings = {
  'ruling.managed-block': 'Votre organisation n’autorise pas cela.',
  'ruling.managed-ask': 'Votre organisation veut que cela vous soit soumis.',
  'ruling.block': 'Vous avez bloqué cela.',
  'ruling.ask': 'Vous voulez que cela vous soit soumis.',
  'ruling.allow': 'Vous avez autorisé cela.',
  'ruling.report': 'Cela passe et est noté.',
  'ruling.observe': '« Observer » laisse passer cela.',
  'ruling.strict': '« Strict » soumet tout.',

  'because.read': 'L’appel ne fait que lire.',
  'because.approved-place':
    'L’appel modifie quelque chose dans un dossier où {{server}} peut modifier des choses.',
  'because.effect-read': 'L’appel lit.',
  'because.effect-write': 'L’appel modifie quelque chose.',
  'because.effect-send': 'L’appel envoie quelque chose à l’extérieur. L’envoi ne peut pas être rappelé.',
  'because.effect-run': 'L’appel exécute une commande sur cet ordinateur.',
  'because.effect-destroy': 'L’appel supprime quelque chose.',
  'because.effect-spend': 'L’appel dépense de l’argent.',
  'because.effect-unknown': 'Doorward ne peut pas dire ce que fait l’appel.',
  'because.effect': 'L’appel fait plus que lire.',
  'because.unknown-place': 'L’appel modifie quelque chose, et Doorward ne peut pas dire où.',
  'because.new-place':
    'L’appel modifie quelque chose dans un emplacement qui n’est pas approuvé : « {{place}} ».',
  'because.new-place-unnamed': 'L’appel modifie quelque chose dans un emplacement qui n’est pas approuvé.',
  'because.unclear': 'Doorward ne peut pas dire où mène « {{place}} ».',
  'because.unclear-unnamed': 'Doorward ne peut pas dire où mène un emplacement dans les arguments.',
  'because.outside': '« {{place}} » est hors des dossiers de {{server}}.',
  'because.outside-unnamed': 'Un emplacement dans les arguments est hors des dossiers de {{server}}.',
  'because.own':
    '« {{place}} » appartient à Doorward ou à une app d’IA : il peut contenir des clés, et décide de ce qui s’exécute.',
  'because.own-unnamed':
    'Un emplacement dans les arguments appartient à Doorward ou à une app d’IA : il peut contenir des clés, et décide de ce qui s’exécute.',
  'because.sensitive':
    '« {{place}} » est un emplacement sensible : ce qui s’y trouve ouvre des comptes ou décide de ce qui s’exécute.',
  'because.sensitive-unnamed':
    'Un emplacement dans les arguments est sensible : ce qui s’y trouve ouvre des comptes ou décide de ce qui s’exécute.',
  'because.unreadable': 'Les arguments peuvent être lus de plus d’une façon.',
  'because.found': '{{found}}',
  'because.finding': 'Doorward a trouvé quelque chose dans les arguments.',
  'because.ask-everything': '« Tout me soumettre » est activé.',
  'because.sampling': '{{server}} veut utiliser le modèle de {{app}}.',
  'because.elicitation': '{{server}} veut vous demander quelque chose à travers {{app}}.',
  'because.roots': '{{server}} veut savoir dans quels dossiers {{app}} travaille.',

  'other.managed-specific':
    'Une autre limite applicable de votre organisation est plus stricte ou plus précise.',
  'other.managed': 'Une limite de votre organisation est plus stricte.',
  'other.asks-too': 'Elle soumet aussi l’appel.',
  'other.guard': 'Cet appel vous est soumis quoi que disent vos règles.',
  'other.you': 'Vous êtes plus strict que votre organisation.',
  'other.no-stricter': 'Elle n’est pas plus stricte.',
  'other.specific': 'Une autre règle applicable est plus précise, ou plus stricte à précision égale.',
  'other.preset': 'Elle ne décide pas de cet appel.',
  'other.loosens': 'Ce que fixe votre organisation ne fait que restreindre ; rien ne passe par cela seul.',

  'change.managed':
    'Adressez-vous à qui gère Doorward dans votre organisation : personne d’autre ne peut changer cela.',
  'change.finding': 'Autorisez exactement ces arguments quand la question vous est posée.',
  'change.ask-everything': 'Désactivez « Tout me soumettre ».',
  'change.unreadable':
    'Rien ne le fait passer sans question. L’app d’IA doit envoyer des arguments qui nomment chaque chose une seule fois.',
  'change.own':
    'Autorisez exactement ces arguments. Aucune autorisation plus large ne couvre ce qui appartient à Doorward ou à une app d’IA.',
  'change.remove': 'Supprimez cette règle :',
  'change.ask': 'Demandez que {{tool}} sur {{server}} vous soit soumis avant l’appel.',
  'change.block': 'Bloquez {{tool}} sur {{server}}.',
  'change.allow': 'Autorisez {{tool}} sur {{server}}.',
  'change.allow-app': 'Autorisez {{tool}} sur {{server}} pour {{app}} avec une autorisation plus précise.',
  'change.like-folder': 'Autorisez {{tool}} sur {{server}} pour ce dossier.',
  'change.like-recipient': 'Autorisez {{tool}} sur {{server}} pour ce destinataire.',
  'change.like-host': 'Autorisez {{tool}} sur {{server}} pour cet hôte.',
  'change.like-program': 'Autorisez {{tool}} sur {{server}} pour des commandes comme celle-ci.',
  'change.like-container': 'Autorisez {{tool}} sur {{server}} pour exactement cela.',
  'change.like-several': 'Autorisez {{tool}} sur {{server}} pour exactement ces emplacements.',
  'change.guarded': 'Choisissez « Protégé » au lieu de « Strict ».',

  'label.take-back': 'Retirer : {{rule}}',
  'label.remove': 'Supprimer : {{rule}}',
  'label.simulate': 'Ce qui changerait : {{rule}}',
  'label.allow': 'Autoriser ceci : {{rule}}',
} as const satisfies Translation<typeof en>;
