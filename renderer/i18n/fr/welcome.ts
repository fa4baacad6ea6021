import type { welcome as en } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

/** The first page, in French. */
export const welcome = {
  title: 'Vos apps d’IA',
  lead: 'Doorward se tient entre vos apps d’IA et les serveurs qui leur donnent des outils. Il vous montre chaque appel, demande avant ceux qui sont risqués, et garde leurs clés.',
  list: 'Apps d’IA sur cet ordinateur',
  servers_one: 'Atteint {{count}} serveur hors de Doorward :',
  servers_many: 'Atteint {{count}} serveurs hors de Doorward :',
  servers_other: 'Atteint {{count}} serveurs hors de Doorward :',
  noServers: 'Elle n’a pas encore de serveurs.',
  show: 'Voir ce qui change',
  hide: 'Masquer ce qui change',
  looking: 'Recherche…',
  promise:
    'Le fichier de chaque app est copié avant d’être modifié, et peut être rétabli à tout moment. Aucun serveur n’est démarré avant que vous l’ayez examiné.',
  connect_one: 'Connecter {{count}} app',
  connect_many: 'Connecter {{count}} apps',
  connect_other: 'Connecter {{count}} apps',
  later: 'Pas maintenant',
  under: 'Connexion de {{app}}…',
  review_one: 'Examiner {{count}} serveur',
  review_many: 'Examiner {{count}} serveurs',
  review_other: 'Examiner {{count}} serveurs',
  done: 'Terminé',
} as const satisfies Translation<typeof en>;
