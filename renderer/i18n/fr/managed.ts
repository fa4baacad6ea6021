import type { managedTexts as en } from '../../../shared/texts/managed.ts';
import type { Translation } from '../translation.ts';

/** Ce qu’une organisation gère. */
export const managed = {
  'ask.anyone': 'Adressez-vous à la personne qui s’occupe de cet ordinateur.',
  'ask.name': 'Adressez-vous à {{name}}.',
  'ask.at': 'Adressez-vous à {{name}} : {{where}}',
  'set.by': '{{name}} a fixé ceci.',
  'set.by-yours': 'Votre organisation a fixé ceci.',
  unmanaged: 'Personne d’autre que vous ne gère ce Doorward.',
  manages: '{{name}} gère ce Doorward.',
  'manages.yours': 'Votre organisation gère ce Doorward.',
  'trouble.used': 'Les réglages gérés dans {{source}} ne peuvent pas être utilisés : {{what}}.',
  'trouble.read': 'Les réglages gérés ne peuvent pas être lus ({{what}}).',
  'trouble.kept':
    'Les réglages gérés s’appliquent, mais n’ont pas pu être gardés pour le prochain démarrage.',
  'trouble.last': 'Les derniers qui ont pu être utilisés s’appliquent toujours.',
  'trouble.locked': 'Jusqu’à ce que ce soit réparé, chaque appel est refusé.',
  'trouble.groups':
    'Doorward n’a pas pu savoir dans quels groupes de cet ordinateur vous êtes. Tant qu’il ne le peut pas, les rôles donnés à des groupes valent pour vous, et vous n’êtes dans aucun groupe qui peut approuver.',
  'limit.servers': 'Seuls les serveurs qu’elle nomme peuvent être utilisés.',
  'limit.forbidden': 'Certains serveurs ne peuvent pas être utilisés.',
  'limit.clients': 'Elle dit quelles apps d’IA peuvent se connecter.',
  'limit.rules': 'Règles à elle qui demandent ou refusent : {{count}}.',
  'limit.masks': 'Types de texte masqués : {{count}}.',
  'limit.inspection': 'Elle dit ce qui se passe au minimum quand quelque chose est trouvé dans ce qui passe.',
  'limit.calls': 'Limites sur la fréquence ou le volume des appels des apps d’IA : {{count}}.',
  'limit.observe': 'Le préréglage est au moins « Observer ».',
  'limit.guarded': 'Le préréglage est au moins « Protégé ».',
  'limit.strict': 'Le préréglage est au moins « Strict ».',
  'limit.clock_one': 'Les questions attendent {{count}} seconde.',
  'limit.clock_many': 'Les questions attendent {{count}} secondes.',
  'limit.clock_other': 'Les questions attendent {{count}} secondes.',
  'limit.always': 'Rien ne peut être autorisé définitivement.',
  'limit.approvers': 'Seules les personnes qu’elle nomme peuvent autoriser des appels.',
  'limit.log': 'Le journal des appels est aussi envoyé à {{address}}.',
  'limit.vouchers': 'Elle se porte garante de certains serveurs, qui n’ont donc pas besoin d’être examinés.',
} as const satisfies Translation<typeof en>;
