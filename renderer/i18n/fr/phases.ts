import type { phases as en } from '../en/phases.ts';
import type { Translation } from '../translation.ts';

/** What the window shows while no host runs, in French. */
export const phases = {
  starting: 'Doorward démarre.',
  stopping: 'Doorward s’arrête.',
  stoppingMeans: 'Les appels en cours sont refusés.',
  crashed: 'Doorward s’est arrêté',
  failed: {
    'port-taken': 'Un autre programme occupe l’adresse de Doorward',
    'profile-locked': 'Doorward tourne déjà',
    settings: 'Les réglages ne peuvent pas être lus',
    other: 'Doorward n’a pas pu démarrer',
  },
  replaceMeans:
    'Le remplacement donne à chaque app d’IA une nouvelle clé, si bien que les anciennes ne valent plus rien. Chaque app a ensuite besoin de sa nouvelle clé : Apps d’IA, « Nouvelle clé ».',
  ways: 'Ce que vous pouvez faire',
  way: {
    retry: 'Réessayer',
    'replace-keys': 'Remplacer les clés et démarrer',
    'open-folder': 'Ouvrir le dossier',
    relaunch: 'Redémarrer',
    quit: 'Quitter',
  },
} as const satisfies Translation<typeof en>;
