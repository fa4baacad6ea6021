import type { policyAskTexts as en } from '../../../shared/texts/policy-ask.ts';
import type { Translation } from '../translation.ts';

/** What a rule asks about, in French. `…-any`: on every server. */
export const policyAsk = {
  'ask.app.tool': '{{app}} peut appeler {{tool}} sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.tool-any':
    '{{app}} peut appeler {{tool}} sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.tools':
    '{{app}} peut appeler n’importe quel outil sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.tools-any':
    '{{app}} peut appeler n’importe quel outil sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.all': '{{app}} peut tout faire sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.all-any': '{{app}} peut tout faire sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.prompt':
    '{{app}} peut utiliser le prompt {{tool}} de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.prompt-any':
    '{{app}} peut utiliser le prompt {{tool}} de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.prompts':
    '{{app}} peut utiliser n’importe quel prompt de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.prompts-any':
    '{{app}} peut utiliser n’importe quel prompt de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.resource': '{{app}} peut lire {{tool}} depuis {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.resource-any':
    '{{app}} peut lire {{tool}} depuis n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.resources':
    '{{app}} peut lire n’importe quelle ressource de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.resources-any':
    '{{app}} peut lire n’importe quelle ressource de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.completion':
    '{{app}} peut laisser {{server}} compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.app.completion-any':
    '{{app}} peut laisser n’importe quel serveur compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.app.sampling':
    '{{app}} peut mettre son modèle d’IA à la disposition de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.sampling-any':
    '{{app}} peut mettre son modèle d’IA à la disposition de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.elicitation':
    '{{app}} peut transmettre les questions de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.elicitation-any':
    '{{app}} peut transmettre les questions de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.app.roots':
    '{{app}} peut indiquer ses dossiers de travail à {{server}}, si vous l’autorisez à chaque fois.',
  'ask.app.roots-any':
    '{{app}} peut indiquer ses dossiers de travail à n’importe quel serveur, si vous l’autorisez à chaque fois.',

  'ask.role.tool':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler {{tool}} sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.tool-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler {{tool}} sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.tools':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler n’importe quel outil sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.tools-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler n’importe quel outil sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.all':
    'Toute app d’IA ayant le rôle « {{role}} » peut tout faire sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.all-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut tout faire sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.prompt':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser le prompt {{tool}} de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.prompt-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser le prompt {{tool}} de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.prompts':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser n’importe quel prompt de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.prompts-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser n’importe quel prompt de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.resource':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire {{tool}} depuis {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.resource-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire {{tool}} depuis n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.resources':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire n’importe quelle ressource de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.resources-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire n’importe quelle ressource de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.completion':
    'Toute app d’IA ayant le rôle « {{role}} » peut laisser {{server}} compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.role.completion-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut laisser n’importe quel serveur compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.role.sampling':
    'Toute app d’IA ayant le rôle « {{role}} » peut mettre son modèle d’IA à la disposition de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.sampling-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut mettre son modèle d’IA à la disposition de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.elicitation':
    'Toute app d’IA ayant le rôle « {{role}} » peut transmettre les questions de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.elicitation-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut transmettre les questions de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.role.roots':
    'Toute app d’IA ayant le rôle « {{role}} » peut indiquer ses dossiers de travail à {{server}}, si vous l’autorisez à chaque fois.',
  'ask.role.roots-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut indiquer ses dossiers de travail à n’importe quel serveur, si vous l’autorisez à chaque fois.',

  'ask.every.tool': 'Toute app d’IA peut appeler {{tool}} sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.tool-any':
    'Toute app d’IA peut appeler {{tool}} sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.tools':
    'Toute app d’IA peut appeler n’importe quel outil sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.tools-any':
    'Toute app d’IA peut appeler n’importe quel outil sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.all': 'Toute app d’IA peut tout faire sur {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.all-any':
    'Toute app d’IA peut tout faire sur n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.prompt':
    'Toute app d’IA peut utiliser le prompt {{tool}} de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.prompt-any':
    'Toute app d’IA peut utiliser le prompt {{tool}} de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.prompts':
    'Toute app d’IA peut utiliser n’importe quel prompt de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.prompts-any':
    'Toute app d’IA peut utiliser n’importe quel prompt de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.resource':
    'Toute app d’IA peut lire {{tool}} depuis {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.resource-any':
    'Toute app d’IA peut lire {{tool}} depuis n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.resources':
    'Toute app d’IA peut lire n’importe quelle ressource de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.resources-any':
    'Toute app d’IA peut lire n’importe quelle ressource de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.completion':
    'Toute app d’IA peut laisser {{server}} compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.every.completion-any':
    'Toute app d’IA peut laisser n’importe quel serveur compléter la saisie, si vous l’autorisez à chaque fois.',
  'ask.every.sampling':
    'Toute app d’IA peut mettre son modèle d’IA à la disposition de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.sampling-any':
    'Toute app d’IA peut mettre son modèle d’IA à la disposition de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.elicitation':
    'Toute app d’IA peut transmettre les questions de {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.elicitation-any':
    'Toute app d’IA peut transmettre les questions de n’importe quel serveur, si vous l’autorisez à chaque fois.',
  'ask.every.roots':
    'Toute app d’IA peut indiquer ses dossiers de travail à {{server}}, si vous l’autorisez à chaque fois.',
  'ask.every.roots-any':
    'Toute app d’IA peut indiquer ses dossiers de travail à n’importe quel serveur, si vous l’autorisez à chaque fois.',
} as const satisfies Translation<typeof en>;
