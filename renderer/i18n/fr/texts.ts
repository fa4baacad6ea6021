import type { texts as en } from '../en/texts.ts';
import type { Translation } from '../translation.ts';

/** What the log keeps of the texts of calls, in French. */
export const texts = {
  heading: 'Ce que le journal garde des appels de ce serveur',
  usual: {
    label: 'Ce que le journal garde des textes',
    hint: 'Arguments et réponses des appels, pour les serveurs sans choix propre. Vaut pour les appels à partir de maintenant.',
  },
  server: {
    label: 'Arguments et réponses',
    hint: 'Vaut pour les appels à partir de maintenant ; ce qui est dans le journal y reste.',
  },
  keep: {
    full: 'Tels quels',
    redacted: 'Sans secrets ni données personnelles',
    digests: 'Aucun texte, seulement tailles et empreintes',
  },
  asUsual: 'Comme d’habitude : {{keep}}',
  explain: {
    full: 'Les secrets du coffre sont omis malgré tout. Quiconque peut lire le journal peut lire ce qui a circulé.',
    redacted:
      'Ce qui ressemble à un secret ou à des données personnelles est omis. Ce qui n’a pas de forme propre reste.',
    digests:
      'Personne ne peut lire dans le journal ce qui a été dit. Le même texte peut encore être reconnu à son empreinte.',
  },
  bound: 'Le journal ne garde pas plus que ceci : {{keep}}.',
} as const satisfies Translation<typeof en>;
