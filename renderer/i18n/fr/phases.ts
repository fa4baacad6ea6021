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
  means: {
    'port-taken':
      '{{process}} utilise l’adresse de Doorward et pourrait recevoir les clés de vos apps. Quittez ce programme, puis choisissez « Remplacer les clés et démarrer ».',
    'port-taken-by-unknown':
      'Un autre programme utilise l’adresse de Doorward et pourrait recevoir les clés de vos apps. Quittez-le, puis choisissez « Remplacer les clés et démarrer ».',
    'profile-locked':
      'Un autre Doorward utilise déjà ce profil. Servez-vous de celui-là, ou arrêtez-le d’abord.',
    'profile-locked-by':
      'Un autre Doorward (processus {{pid}}) utilise déjà ce profil. Servez-vous de celui-là, ou arrêtez-le d’abord.',
    'no-node': 'Une partie de Doorward manque. Installez de nouveau Doorward.',
    'no-node-in-clone':
      'Il n’y a pas de Node 24 dans node_modules. Exécutez « npm ci », ou donnez à DOORWARD_NODE le chemin d’un Node 24.',
    bug: 'Une erreur s’est produite dans Doorward lui-même. Le journal dans le dossier du profil en dit plus.',
    crashed:
      'Une erreur s’est produite dans Doorward lui-même, aucun appel ne passe donc. Le journal dans le dossier du profil en dit plus.',
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
