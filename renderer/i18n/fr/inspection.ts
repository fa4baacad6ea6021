import type { inspection as en } from '../en/inspection.ts';
import type { Translation } from '../translation.ts';

/** What Doorward looks for in what crosses, and what happens then, in French. */
export const inspection = {
  heading: 'Ce que Doorward recherche',
  acts: {
    label: 'Quand quelque chose est trouvé',
    hint: 'Ce qui va à une app d’IA est ce que disent les serveurs ; ce qui va à un serveur est ce qu’une app d’IA lui donne. Tant que vous ne choisissez rien, le préréglage « {{preset}} » dit ce qui se passe.',
    table: 'Ce qui se passe quand quelque chose est trouvé',
    found: 'Trouvé',
    direction: { 'to-server': 'Vers un serveur', 'to-app': 'Vers une app d’IA' },
    choice: '{{watch}}, {{direction}}',
    preset: '{{act}} (préréglage)',
    never: 'Ceci n’est recherché que dans ce sens.',
  },
  watch: {
    hidden: { name: 'Texte caché', hint: 'Des caractères que l’on ne voit pas et que les modèles lisent.' },
    'injection-low': {
      name: 'Injection possible',
      hint: 'Un texte qui donne peut-être des ordres au modèle.',
    },
    'injection-high': { name: 'Injection certaine', hint: 'Un texte qui donne des ordres au modèle.' },
    secret: { name: 'Secrets', hint: 'Clés, jetons et mots de passe.' },
    personal: { name: 'Données personnelles', hint: 'Ce qui est coché ci-dessous.' },
    flow: {
      name: 'Données qui sortiraient',
      hint: 'Une app d’IA a lu des données privées et ce que des inconnus ont écrit, et envoie maintenant quelque chose à l’extérieur.',
    },
  },
  act: {
    pass: 'Laisser passer',
    note: 'Noter',
    mask: 'Masquer',
    ask: 'Me demander',
    block: 'Bloquer',
  },
  maskOf: { hidden: 'Supprimer', injection: 'Marquer comme données' },
  demanded: 'Votre organisation veut au moins ce qui peut être choisi ici.',
  exceptions: {
    label: 'Exceptions',
    hint: 'Ce qui a été choisi pour un serveur ou pour les apps d’IA d’un rôle. Cela l’emporte sur le tableau.',
    list: 'Exceptions',
    none: 'Il n’y en a pas.',
    add: 'Ajouter une exception…',
    title: 'Ajouter une exception',
    keep: 'Ajouter',
    way: 'Sens',
    anyWay: 'Les deux sens',
    whose: 'Pour',
    act: 'Ce qui se passe',
    removed: 'Supprimé : {{exception}}',
    one: '{{watch}}, {{where}} : {{act}}',
    both: 'dans les deux sens',
    direction: { 'to-server': 'vers un serveur', 'to-app': 'vers une app d’IA' },
    server: 'Serveur {{server}}',
    role: 'Apps d’IA du rôle {{role}}',
    serverRole: 'Serveur {{server}}, pour les apps d’IA du rôle {{role}}',
    whole: '{{whose}} : {{what}}',
    remove: 'Supprimer cette exception : {{exception}}',
  },
  personal: {
    label: 'Données personnelles recherchées',
    types: {
      email: { name: 'Adresses e-mail', hint: 'Comme ada@example.com.' },
      phone: {
        name: 'Numéros de téléphone',
        hint: 'Avec un indicatif de pays, ou avec un mot comme « téléphone » à proximité.',
      },
      iban: { name: 'Comptes bancaires', hint: 'Les IBAN dont la clé de contrôle est juste.' },
      card: { name: 'Cartes de paiement', hint: 'Les numéros de carte dont la clé de contrôle est juste.' },
      'national-id': {
        name: 'Numéros d’identité',
        hint: 'Numéros fiscaux, de sécurité sociale et d’identité d’une trentaine d’États.',
      },
      ip: { name: 'Adresses IP', hint: 'Versions 4 et 6.' },
      name: {
        name: 'Noms',
        hint: 'Une supposition : des mots après un titre comme « Mme ». Souvent fausse.',
      },
      address: {
        name: 'Adresses postales',
        hint: 'Une supposition : une rue avec un numéro. Souvent fausse.',
      },
    },
  },
} as const satisfies Translation<typeof en>;
