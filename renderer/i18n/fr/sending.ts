import type { sending as en } from '../en/sending.ts';
import type { Translation } from '../translation.ts';

/** Where the log is sent, in French. */
export const sending = {
  heading: 'Envoyer le journal',
  label: 'Où votre journal est envoyé',
  hint: 'Une copie qui a quitté cet ordinateur ne peut plus être modifiée ici. Ce qui est envoyé est ce que contient le journal ; rien n’est perdu tant qu’une destination est injoignable.',
  none: 'Votre journal n’est envoyé nulle part.',
  list: 'Où votre journal est envoyé',
  add: 'Ajouter une destination…',
  failed: 'Doorward n’a pas pu dire où votre journal est envoyé.',
  to: 'vers {{to}}',
  managed: 'Fixé par votre organisation.',
  state: {
    done: 'Tout y est arrivé.',
    sending: 'Envoi en cours.',
    waiting: 'Un nouvel essai est fait.',
    stopped: 'Rien n’est envoyé.',
  },
  sentLast: 'Dernier envoi',
  never: 'Rien n’a encore été envoyé.',
  waiting_one: '{{count}} enregistrement attend.',
  waiting_many: '{{count}} enregistrements attendent.',
  waiting_other: '{{count}} enregistrements attendent.',
  lost_one: '{{count}} enregistrement a été supprimé du journal avant de pouvoir être envoyé.',
  lost_many: '{{count}} enregistrements ont été supprimés du journal avant de pouvoir être envoyés.',
  lost_other: '{{count}} enregistrements ont été supprimés du journal avant de pouvoir être envoyés.',
  refused_one: 'La destination n’a pas accepté {{count}} enregistrement.',
  refused_many: 'La destination n’a pas accepté {{count}} enregistrements.',
  refused_other: 'La destination n’a pas accepté {{count}} enregistrements.',
  test: 'Tester {{name}}',
  remove: 'Supprimer la destination {{name}}',
  removeTitle: 'Ne plus envoyer le journal à « {{name}} » ?',
  removeMeans:
    'Les enregistrements en attente ne sont pas envoyés. Ce qui y est déjà y reste. Cela ne peut pas être annulé : ce avec quoi Doorward s’identifie n’est pas conservé.',
  removeButton: 'Supprimer',
  dialog: {
    title: 'Envoyer le journal',
    name: 'Nom',
    nameHint: 'Auquel vous la reconnaîtrez.',
    kind: 'Comment',
    kinds: {
      otlp: 'Collecteur OpenTelemetry (OTLP sur HTTP)',
      syslog: 'Serveur syslog',
      file: 'Fichier sur cet ordinateur',
    },
    url: 'Adresse',
    urlHint: {
      otlp: 'Par exemple https://collector.example.com:4318',
      syslog: 'Par exemple tls://logs.example.com:6514',
    },
    path: 'Fichier',
    pathHint:
      'Son chemin complet. Quand il est grand, il se divise en plusieurs fichiers, et les anciens sont supprimés.',
    header: 'En-tête avec une clé',
    headerHint: 'Si le collecteur en a besoin, comme Authorization.',
    secret: 'Sa valeur dans le coffre',
    secretHint: 'Écrivez vault:NAME, ou "Bearer ${vault:NAME}".',
    what: 'Ce qui est envoyé',
    whats: {
      all: 'Chaque enregistrement',
      notable: 'Seulement les appels refusés, échoués ou avec une détection',
    },
    fromStart: 'Aussi ce qui est déjà dans le journal',
    add: 'Envoyer le journal là',
  },
} as const satisfies Translation<typeof en>;
