import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** La recherche dans tout, et ses commandes. */
export const palette = {
  open: 'Rechercher',
  title: 'Recherche et commandes',
  field: 'Rechercher des serveurs, outils, appels, réglages et commandes',
  keys: 'Les flèches déplacent, Entrée ouvre, Échap ferme.',
  list: 'Ce qui a été trouvé',
  group: {
    recent: 'Utilisé récemment',
    command: 'Commandes',
    screen: 'Écrans',
    server: 'Serveurs',
    tool: 'Outils',
    app: 'Apps d’IA',
    rule: 'Autorisations et règles',
    setting: 'Réglages',
    call: 'Appels',
  },
  some: '{{shown, number}} sur {{count, number}}',
  said_one: '{{count, number}} résultat.',
  said_many: '{{count, number}} résultats.',
  said_other: '{{count, number}} résultats.',
  none: 'Rien ne correspond à « {{text}} ».',
  noneHint:
    'Vous trouvez ici les écrans, les commandes, les serveurs, leurs outils, les apps d’IA, les autorisations, les réglages par leur nom, et les appels par les mots qu’ils contiennent.',
  allCalls: 'Tous les appels contenant « {{text}} »',
  live: 'Appels en direct',
  theme: 'Apparence : {{choice}}',
  language: 'Langue : {{name}}',
  lift: 'Ne plus tout bloquer…',
  usual: 'Ne plus tout me soumettre…',
  asking: 'Désormais, chaque appel vous est soumis.',
  notDone: 'Cela n’a pas été fait : {{why}}',
} as const satisfies Translation<typeof en>;
