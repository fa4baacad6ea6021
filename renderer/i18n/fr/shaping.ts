import type { shaping as en } from '../en/shaping.ts';
import type { Translation } from '../translation.ts';

/** How the answers of a server are made smaller, in French. */
export const shaping = {
  heading: 'Réponses plus petites',
  switch: {
    label: 'Réduire les réponses',
    hint: 'Chaque mot d’une réponse coûte des jetons. Ce qui ne dit rien est enlevé, avant que l’app d’IA le lise et après que tout a été contrôlé.',
  },
  more: 'Ce qui est fait',
  step: {
    nulls: { label: 'Omettre les valeurs vides', hint: 'Membres JSON qui sont null ou vides.' },
    tables: { label: 'Listes en tableaux', hint: 'Les noms des membres une fois, puis les lignes.' },
    markdown: {
      label: 'Pages en texte simple',
      hint: 'Le HTML devient du Markdown ; ce qu’une page ne montre pas est enlevé.',
    },
    links: { label: 'Liens sans pistage', hint: 'Sans les paramètres qui ne servent qu’à suivre les gens.' },
    base64: {
      label: 'Nommer les données codées',
      hint: 'Un long base64 devient un mot qui dit ce qui était là.',
    },
    repeats: {
      label: 'Nommer ce qui a déjà été donné',
      hint: 'Le même texte à nouveau dans une session. S’il est redemandé, il est donné en entier.',
    },
  },
  cut: {
    label: 'Couper les longues réponses',
    hint: 'L’app d’IA lit la suite avec « read_more » quand elle en a besoin. Pas sur l’adresse de ce serveur seul.',
  },
  budget: {
    label: 'Jetons d’une réponse, au plus',
    error: 'Un nombre entier de 200 à 1 000 000.',
  },
  tools: {
    heading: 'Outils qui diffèrent',
    none: 'Aucun outil ne diffère. Choisissez-en un ci-dessous pour traiter ses réponses autrement.',
    add: 'Ajouter un outil',
    pick: 'Choisir un outil…',
    of: 'Réponses de {{tool}}',
    remove: 'Supprimer {{tool}}',
    off: 'Telles quelles',
    good: 'Réduites',
    own: 'Étapes choisies',
  },
} as const satisfies Translation<typeof en>;
