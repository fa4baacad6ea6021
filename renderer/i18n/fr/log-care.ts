import type { logCare as en } from '../en/log-care.ts';
import type { Translation } from '../translation.ts';

/** What happens while the log cannot be written, in French. */
export const logCare = {
  unwritable: {
    label: 'Tant que le journal ne peut pas être écrit',
    hint: 'Quand le disque est plein ou en panne, Doorward ne peut rien enregistrer.',
    refuse: 'Refuser chaque appel',
    pass: 'Laisser passer les appels sans trace',
  },
  passes:
    'Les appels passent sans trace tant que le disque est plein ou en panne. Ils sont comptés, et cela est dit.',
  fixed: 'Votre organisation veut une trace de chaque appel.',
  passed_one: '{{count}} appel est passé ainsi depuis le démarrage de Doorward.',
  passed_many: '{{count}} appels sont passés ainsi depuis le démarrage de Doorward.',
  passed_other: '{{count}} appels sont passés ainsi depuis le démarrage de Doorward.',
  accept: 'Accepter ceci',
  acceptHint: 'Le journal continue. Que cela a été remarqué, et que vous l’avez accepté, y reste inscrit.',
} as const satisfies Translation<typeof en>;
