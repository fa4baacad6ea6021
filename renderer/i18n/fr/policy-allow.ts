import type { policyAllowTexts as en } from '../../../shared/texts/policy-allow.ts';
import type { Translation } from '../translation.ts';

/** What a rule lets pass, in French. `…-any`: on every server. */
export const policyAllow = {
  'allow.app.tool': '{{app}} peut appeler {{tool}} sur {{server}}.',
  'allow.app.tool-any': '{{app}} peut appeler {{tool}} sur n’importe quel serveur.',
  'allow.app.tools': '{{app}} peut appeler n’importe quel outil sur {{server}}.',
  'allow.app.tools-any': '{{app}} peut appeler n’importe quel outil sur n’importe quel serveur.',
  'allow.app.all': '{{app}} peut tout faire sur {{server}}.',
  'allow.app.all-any': '{{app}} peut tout faire sur n’importe quel serveur.',
  'allow.app.prompt': '{{app}} peut utiliser le prompt {{tool}} de {{server}}.',
  'allow.app.prompt-any': '{{app}} peut utiliser le prompt {{tool}} de n’importe quel serveur.',
  'allow.app.prompts': '{{app}} peut utiliser n’importe quel prompt de {{server}}.',
  'allow.app.prompts-any': '{{app}} peut utiliser n’importe quel prompt de n’importe quel serveur.',
  'allow.app.resource': '{{app}} peut lire {{tool}} depuis {{server}}.',
  'allow.app.resource-any': '{{app}} peut lire {{tool}} depuis n’importe quel serveur.',
  'allow.app.resources': '{{app}} peut lire n’importe quelle ressource de {{server}}.',
  'allow.app.resources-any': '{{app}} peut lire n’importe quelle ressource de n’importe quel serveur.',
  'allow.app.completion': '{{app}} peut laisser {{server}} compléter la saisie.',
  'allow.app.completion-any': '{{app}} peut laisser n’importe quel serveur compléter la saisie.',
  'allow.app.sampling': '{{app}} peut mettre son modèle d’IA à la disposition de {{server}}.',
  'allow.app.sampling-any': '{{app}} peut mettre son modèle d’IA à la disposition de n’importe quel serveur.',
  'allow.app.elicitation': '{{app}} peut transmettre les questions de {{server}}.',
  'allow.app.elicitation-any': '{{app}} peut transmettre les questions de n’importe quel serveur.',
  'allow.app.roots': '{{app}} peut indiquer ses dossiers de travail à {{server}}.',
  'allow.app.roots-any': '{{app}} peut indiquer ses dossiers de travail à n’importe quel serveur.',

  'allow.role.tool': 'Toute app d’IA ayant le rôle « {{role}} » peut appeler {{tool}} sur {{server}}.',
  'allow.role.tool-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler {{tool}} sur n’importe quel serveur.',
  'allow.role.tools':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler n’importe quel outil sur {{server}}.',
  'allow.role.tools-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut appeler n’importe quel outil sur n’importe quel serveur.',
  'allow.role.all': 'Toute app d’IA ayant le rôle « {{role}} » peut tout faire sur {{server}}.',
  'allow.role.all-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut tout faire sur n’importe quel serveur.',
  'allow.role.prompt':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser le prompt {{tool}} de {{server}}.',
  'allow.role.prompt-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser le prompt {{tool}} de n’importe quel serveur.',
  'allow.role.prompts':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser n’importe quel prompt de {{server}}.',
  'allow.role.prompts-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut utiliser n’importe quel prompt de n’importe quel serveur.',
  'allow.role.resource': 'Toute app d’IA ayant le rôle « {{role}} » peut lire {{tool}} depuis {{server}}.',
  'allow.role.resource-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire {{tool}} depuis n’importe quel serveur.',
  'allow.role.resources':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire n’importe quelle ressource de {{server}}.',
  'allow.role.resources-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut lire n’importe quelle ressource de n’importe quel serveur.',
  'allow.role.completion':
    'Toute app d’IA ayant le rôle « {{role}} » peut laisser {{server}} compléter la saisie.',
  'allow.role.completion-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut laisser n’importe quel serveur compléter la saisie.',
  'allow.role.sampling':
    'Toute app d’IA ayant le rôle « {{role}} » peut mettre son modèle d’IA à la disposition de {{server}}.',
  'allow.role.sampling-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut mettre son modèle d’IA à la disposition de n’importe quel serveur.',
  'allow.role.elicitation':
    'Toute app d’IA ayant le rôle « {{role}} » peut transmettre les questions de {{server}}.',
  'allow.role.elicitation-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut transmettre les questions de n’importe quel serveur.',
  'allow.role.roots':
    'Toute app d’IA ayant le rôle « {{role}} » peut indiquer ses dossiers de travail à {{server}}.',
  'allow.role.roots-any':
    'Toute app d’IA ayant le rôle « {{role}} » peut indiquer ses dossiers de travail à n’importe quel serveur.',

  'allow.every.tool': 'Toute app d’IA peut appeler {{tool}} sur {{server}}.',
  'allow.every.tool-any': 'Toute app d’IA peut appeler {{tool}} sur n’importe quel serveur.',
  'allow.every.tools': 'Toute app d’IA peut appeler n’importe quel outil sur {{server}}.',
  'allow.every.tools-any': 'Toute app d’IA peut appeler n’importe quel outil sur n’importe quel serveur.',
  'allow.every.all': 'Toute app d’IA peut tout faire sur {{server}}.',
  'allow.every.all-any': 'Toute app d’IA peut tout faire sur n’importe quel serveur.',
  'allow.every.prompt': 'Toute app d’IA peut utiliser le prompt {{tool}} de {{server}}.',
  'allow.every.prompt-any': 'Toute app d’IA peut utiliser le prompt {{tool}} de n’importe quel serveur.',
  'allow.every.prompts': 'Toute app d’IA peut utiliser n’importe quel prompt de {{server}}.',
  'allow.every.prompts-any': 'Toute app d’IA peut utiliser n’importe quel prompt de n’importe quel serveur.',
  'allow.every.resource': 'Toute app d’IA peut lire {{tool}} depuis {{server}}.',
  'allow.every.resource-any': 'Toute app d’IA peut lire {{tool}} depuis n’importe quel serveur.',
  'allow.every.resources': 'Toute app d’IA peut lire n’importe quelle ressource de {{server}}.',
  'allow.every.resources-any':
    'Toute app d’IA peut lire n’importe quelle ressource de n’importe quel serveur.',
  'allow.every.completion': 'Toute app d’IA peut laisser {{server}} compléter la saisie.',
  'allow.every.completion-any': 'Toute app d’IA peut laisser n’importe quel serveur compléter la saisie.',
  'allow.every.sampling': 'Toute app d’IA peut mettre son modèle d’IA à la disposition de {{server}}.',
  'allow.every.sampling-any':
    'Toute app d’IA peut mettre son modèle d’IA à la disposition de n’importe quel serveur.',
  'allow.every.elicitation': 'Toute app d’IA peut transmettre les questions de {{server}}.',
  'allow.every.elicitation-any': 'Toute app d’IA peut transmettre les questions de n’importe quel serveur.',
  'allow.every.roots': 'Toute app d’IA peut indiquer ses dossiers de travail à {{server}}.',
  'allow.every.roots-any': 'Toute app d’IA peut indiquer ses dossiers de travail à n’importe quel serveur.',
} as const satisfies Translation<typeof en>;
