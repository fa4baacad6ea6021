import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('fr');

/** What the shell says, in French. */
export const fr = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, { one: '# app', many: '# d’apps', other: '# apps' });
      const guarded = count(servers, { one: '# serveur', many: '# de serveurs', other: '# serveurs' });
      return `Protège ${apps}, ${guarded}`;
    },
    starting: 'Démarrage…',
    stopping: 'Arrêt…',
    notRunning: 'Arrêté : les apps n’ont pas d’outils',
    blocked: 'Tout est bloqué',
    lockedDown: 'Verrouillé : les réglages de l’organisation ne peuvent pas être lus',
    waiting: (calls) =>
      count(calls, {
        one: '# appel en attente…',
        many: '# d’appels en attente…',
        other: '# appels en attente…',
      }),
    tipWaiting: (calls) =>
      count(calls, {
        one: 'Doorward : # appel vous attend',
        many: 'Doorward : # d’appels vous attendent',
        other: 'Doorward : # appels vous attendent',
      }),
    tip: (state) => `Doorward : ${state}`,
    reviews: (servers) =>
      count(servers, {
        one: '# nouveau serveur à examiner…',
        many: '# de nouveaux serveurs à examiner…',
        other: '# nouveaux serveurs à examiner…',
      }),
    changes: (items) =>
      count(items, {
        one: '# changement à examiner…',
        many: '# de changements à examiner…',
        other: '# changements à examiner…',
      }),
    call: callLine({
      ok: ['{app} : « {tool} »', '{app} : « {tool} » sur {server}'],
      open: ['{app} : « {tool} » (en cours)', '{app} : « {tool} » sur {server} (en cours)'],
      refused: ['{app} : « {tool} » (refusé)', '{app} : « {tool} » sur {server} (refusé)'],
      failed: ['{app} : « {tool} » (échoué)', '{app} : « {tool} » sur {server} (échoué)'],
      cancelled: ['{app} : « {tool} » (annulé)', '{app} : « {tool} » sur {server} (annulé)'],
      error: ['{app} : « {tool} » (erreur)', '{app} : « {tool} » sur {server} (erreur)'],
    }),
    askEverything: 'Me demander pour tout',
    blockEverything: 'Tout bloquer',
    profiles: 'Profil',
    profile: (name) => `Profil : « ${name} »`,
    profileName: (name) => `« ${name} »`,
    noProfile: 'Aucun profil',
    open: 'Ouvrir',
    settings: 'Réglages',
    quit: 'Quitter',
    quitWithout: (clients) =>
      count(clients, {
        one: 'Quitter (# app n’aura plus d’outils)',
        many: 'Quitter (# d’apps n’auront plus d’outils)',
        other: 'Quitter (# apps n’auront plus d’outils)',
      }),
  },

  notices: {
    added: (server) => `« ${server} » est nouveau et attend votre examen. Rien n’a été démarré.`,
    alarm: (server) => `« ${server} » a changé ce qu’il dit à votre IA. Il est en suspens.`,
    canary: (server) => `Une app d’IA a tenté d’envoyer un canari à « ${server} ». L’appel a été arrêté.`,
    waiting: 'Un appel attend dans Doorward.',
    missed: (calls) =>
      count(calls, {
        one: '# appel a été manqué pendant votre absence.',
        many: '# d’appels ont été manqués pendant votre absence.',
        other: '# appels ont été manqués pendant votre absence.',
      }),
  },

  menu: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    open: 'Ouvrir Doorward',
    settings: 'Réglages…',
    search: 'Recherche et commandes…',
    close: 'Fermer la fenêtre',
    quit: 'Quitter Doorward',
    about: 'À propos de Doorward',
    hide: 'Masquer Doorward',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    resetZoom: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    devTools: 'Outils de développement',
    minimize: 'Placer dans le Dock',
  },

  link: {
    title: 'Ouvrir une page web',
    question: (host) => `Ouvrir ${host} dans votre navigateur ?`,
    detail: (url) => `${url}\n\nDoorward ne connaît pas cette page.`,
    open: 'Ouvrir',
    cancel: 'Annuler',
  },

  update: {
    look: 'Chercher une nouvelle version…',
    newest: (current) => `Vous avez la version la plus récente de Doorward (${current}).`,
    found: (version) => `Doorward ${version} est disponible. La télécharger ?`,
    foundDetail: (current) =>
      `Vous avez la version ${current}. Rien n’est installé avant que vous ne le confirmiez.`,
    get: 'Télécharger',
    notNow: 'Pas maintenant',
    ready: (version) => `Doorward ${version} a été téléchargé et vérifié. L’installer maintenant ?`,
    readyDetail: 'Doorward s’arrête et redémarre. Les appels en cours sont refusés.',
    install: 'Installer et redémarrer',
    off: 'Votre organisation ne veut pas que Doorward se mette à jour lui-même.',
    unknownRules:
      'Les réglages de votre organisation ne peuvent pas être lus ; on ne sait donc pas si Doorward peut se mettre à jour lui-même.',
    another: 'Une autre version que celle que vous avez acceptée est arrivée. Rien n’a été installé.',
    failed:
      'Aucune nouvelle version n’a pu être obtenue. Vérifiez le réseau ; le journal dans le dossier du profil en dit plus.',
    close: 'Fermer',
  },

  rendererGone: {
    message: 'La fenêtre de Doorward s’est arrêtée deux fois.',
    detail: 'Vos apps gardent leurs outils ; seule la fenêtre est touchée.',
    reload: 'Recharger',
    quit: 'Quitter',
  },

  failed: {
    unexpected:
      'Une erreur s’est produite dans Doorward lui-même. Le journal dans le dossier du profil en dit plus.',
    noFolder: 'Doorward ne peut pas utiliser le dossier de son profil et ne démarre donc pas.',
  },

  gate: {
    refused: 'Doorward a refusé cette demande.',
    malformed: 'Doorward n’a pas compris cette demande.',
    tooLarge: 'C’est trop grand pour Doorward.',
    busy: 'Doorward a trop de demandes à la fois. Réessayez.',
    failed:
      'Une erreur s’est produite dans Doorward lui-même. Le journal dans le dossier « logs » du profil en dit plus.',
    noHost: 'Doorward ne tourne pas ; ce n’est donc pas possible maintenant.',
    notOffered: 'Cette possibilité n’est pas offerte maintenant.',
  },
} as const satisfies ShellTexts;
