import type { policyBlockTexts as en } from '../../../shared/texts/policy-block.ts';
import type { Translation } from '../translation.ts';

/** What a rule refuses, in French. `…-any`: on every server. */
export const policyBlock = {
  'block.app.tool': '{{app}} ne peut pas appeler {{tool}} sur {{server}}.',
  'block.app.tool-any': '{{app}} ne peut appeler {{tool}} sur aucun serveur.',
  'block.app.tools': '{{app}} ne peut appeler aucun outil sur {{server}}.',
  'block.app.tools-any': '{{app}} ne peut appeler aucun outil sur aucun serveur.',
  'block.app.all': '{{app}} ne peut rien faire sur {{server}}.',
  'block.app.all-any': '{{app}} ne peut rien faire sur aucun serveur.',
  'block.app.prompt': '{{app}} ne peut pas utiliser le prompt {{tool}} de {{server}}.',
  'block.app.prompt-any': '{{app}} ne peut utiliser le prompt {{tool}} d’aucun serveur.',
  'block.app.prompts': '{{app}} ne peut utiliser aucun prompt de {{server}}.',
  'block.app.prompts-any': '{{app}} ne peut utiliser aucun prompt d’aucun serveur.',
  'block.app.resource': '{{app}} ne peut pas lire {{tool}} depuis {{server}}.',
  'block.app.resource-any': '{{app}} ne peut lire {{tool}} depuis aucun serveur.',
  'block.app.resources': '{{app}} ne peut lire aucune ressource de {{server}}.',
  'block.app.resources-any': '{{app}} ne peut lire aucune ressource d’aucun serveur.',
  'block.app.completion': '{{app}} ne peut pas laisser {{server}} compléter la saisie.',
  'block.app.completion-any': '{{app}} ne peut laisser aucun serveur compléter la saisie.',
  'block.app.sampling': '{{app}} ne peut pas mettre son modèle d’IA à la disposition de {{server}}.',
  'block.app.sampling-any': '{{app}} ne peut mettre son modèle d’IA à la disposition d’aucun serveur.',
  'block.app.elicitation': '{{app}} ne peut pas transmettre les questions de {{server}}.',
  'block.app.elicitation-any': '{{app}} ne peut transmettre les questions d’aucun serveur.',
  'block.app.roots': '{{app}} ne peut pas indiquer ses dossiers de travail à {{server}}.',
  'block.app.roots-any': '{{app}} ne peut indiquer ses dossiers de travail à aucun serveur.',

  'block.role.tool': 'Aucune app d’IA ayant le rôle « {{role}} » ne peut appeler {{tool}} sur {{server}}.',
  'block.role.tool-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut appeler {{tool}} sur quelque serveur que ce soit.',
  'block.role.tools': 'Aucune app d’IA ayant le rôle « {{role}} » ne peut appeler un outil sur {{server}}.',
  'block.role.tools-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut appeler un outil sur quelque serveur que ce soit.',
  'block.role.all':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut faire quoi que ce soit sur {{server}}.',
  'block.role.all-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut faire quoi que ce soit sur quelque serveur que ce soit.',
  'block.role.prompt':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut utiliser le prompt {{tool}} de {{server}}.',
  'block.role.prompt-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut utiliser le prompt {{tool}} de quelque serveur que ce soit.',
  'block.role.prompts':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut utiliser un prompt de {{server}}.',
  'block.role.prompts-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut utiliser un prompt de quelque serveur que ce soit.',
  'block.role.resource':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut lire {{tool}} depuis {{server}}.',
  'block.role.resource-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut lire {{tool}} depuis quelque serveur que ce soit.',
  'block.role.resources':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut lire une ressource de {{server}}.',
  'block.role.resources-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut lire une ressource de quelque serveur que ce soit.',
  'block.role.completion':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut laisser {{server}} compléter la saisie.',
  'block.role.completion-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut laisser quelque serveur que ce soit compléter la saisie.',
  'block.role.sampling':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut mettre son modèle d’IA à la disposition de {{server}}.',
  'block.role.sampling-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut mettre son modèle d’IA à la disposition de quelque serveur que ce soit.',
  'block.role.elicitation':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut transmettre les questions de {{server}}.',
  'block.role.elicitation-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut transmettre les questions de quelque serveur que ce soit.',
  'block.role.roots':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut indiquer ses dossiers de travail à {{server}}.',
  'block.role.roots-any':
    'Aucune app d’IA ayant le rôle « {{role}} » ne peut indiquer ses dossiers de travail à quelque serveur que ce soit.',

  'block.every.tool': 'Aucune app d’IA ne peut appeler {{tool}} sur {{server}}.',
  'block.every.tool-any': 'Aucune app d’IA ne peut appeler {{tool}} sur quelque serveur que ce soit.',
  'block.every.tools': 'Aucune app d’IA ne peut appeler un outil sur {{server}}.',
  'block.every.tools-any': 'Aucune app d’IA ne peut appeler un outil sur quelque serveur que ce soit.',
  'block.every.all': 'Aucune app d’IA ne peut faire quoi que ce soit sur {{server}}.',
  'block.every.all-any': 'Aucune app d’IA ne peut faire quoi que ce soit sur quelque serveur que ce soit.',
  'block.every.prompt': 'Aucune app d’IA ne peut utiliser le prompt {{tool}} de {{server}}.',
  'block.every.prompt-any':
    'Aucune app d’IA ne peut utiliser le prompt {{tool}} de quelque serveur que ce soit.',
  'block.every.prompts': 'Aucune app d’IA ne peut utiliser un prompt de {{server}}.',
  'block.every.prompts-any': 'Aucune app d’IA ne peut utiliser un prompt de quelque serveur que ce soit.',
  'block.every.resource': 'Aucune app d’IA ne peut lire {{tool}} depuis {{server}}.',
  'block.every.resource-any': 'Aucune app d’IA ne peut lire {{tool}} depuis quelque serveur que ce soit.',
  'block.every.resources': 'Aucune app d’IA ne peut lire une ressource de {{server}}.',
  'block.every.resources-any': 'Aucune app d’IA ne peut lire une ressource de quelque serveur que ce soit.',
  'block.every.completion': 'Aucune app d’IA ne peut laisser {{server}} compléter la saisie.',
  'block.every.completion-any':
    'Aucune app d’IA ne peut laisser quelque serveur que ce soit compléter la saisie.',
  'block.every.sampling': 'Aucune app d’IA ne peut mettre son modèle d’IA à la disposition de {{server}}.',
  'block.every.sampling-any':
    'Aucune app d’IA ne peut mettre son modèle d’IA à la disposition de quelque serveur que ce soit.',
  'block.every.elicitation': 'Aucune app d’IA ne peut transmettre les questions de {{server}}.',
  'block.every.elicitation-any':
    'Aucune app d’IA ne peut transmettre les questions de quelque serveur que ce soit.',
  'block.every.roots': 'Aucune app d’IA ne peut indiquer ses dossiers de travail à {{server}}.',
  'block.every.roots-any':
    'Aucune app d’IA ne peut indiquer ses dossiers de travail à quelque serveur que ce soit.',
} as const satisfies Translation<typeof en>;
