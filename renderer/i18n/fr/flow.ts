import type { flow as en } from '../en/flow.ts';
import type { Translation } from '../translation.ts';

/** Where data may flow, in French. */
export const flow = {
  labels: {
    tab: 'Données',
    intro:
      'Quand une app d’IA a lu des données privées et du texte d’inconnus, tout envoi à l’extérieur vous est soumis avant d’être fait. Ce que vous dites ici vaut dès le prochain appel.',
    private: {
      label: 'Ses réponses sont privées',
      hint: 'Du courrier, des fichiers, un compte : ce que tout le monde ne doit pas savoir.',
    },
    untrusted: {
      label: 'Ses réponses sont écrites par des inconnus',
      hint: 'Des pages web, du courrier, des tickets, des avis : quiconque y écrit peut essayer de donner des ordres à votre app d’IA.',
    },
    public: {
      label: 'Ce qu’on lui donne peut être lu par des inconnus',
      hint: 'Un dépôt public, un forum, une page partagée.',
    },
    guessed: 'Supposition de Doorward.',
    chosen: 'Vous l’avez choisi.',
    guess: 'Suivre la supposition de Doorward',
    guessOf: 'Suivre la supposition de Doorward : {{label}}',
  },
  marks: {
    heading: 'Ce qu’elle a lu',
    none: 'Rien de privé, et rien d’écrit par des inconnus, depuis que Doorward a démarré ou que vous l’avez remise à zéro.',
    one: 'Tant qu’elle n’a lu que l’un des deux, ce qu’elle envoie à l’extérieur passe comme le disent vos autorisations.',
    both: 'Données privées et texte d’inconnus',
    bothMeans:
      'Tout ce qui enverrait des données à l’extérieur vous est soumis, même là où une autorisation le laisserait passer.',
    private: 'Données privées',
    untrusted: 'Texte d’inconnus',
    show: 'Afficher',
    showOf: 'Afficher l’appel : {{tool}} de {{server}}',
    leg: '{{tool}} de {{server}}',
    reset: 'Remettre à zéro',
    resetTitle: 'Remettre à zéro ?',
    resetMeans:
      'Ce que cette app d’IA a lu jusqu’ici ne compte plus, et ce que vous lui avez permis d’envoyer disparaît avec. Faites-le quand sa conversation est terminée.',
    resetAfter:
      'L’app d’IA elle-même sait encore ce qu’elle a lu. Dans la même conversation, elle peut l’envoyer à l’extérieur sans question de ce genre.',
    resetDone: '{{name}} repart de zéro.',
  },
  canaries: {
    heading: 'Canaris',
    label: 'Valeurs qui ne doivent jamais sortir',
    hint: 'Un canari ressemble à une clé et n’ouvre rien. Placez-le là où personne n’a de raison de le lire : un appel qui l’emporte est arrêté, et Doorward vous prévient.',
    none: 'Il n’y a aucun canari.',
    list: 'Canaris',
    made: 'Créé',
    seen: 'Vu la dernière fois',
    unseen: 'Jamais vu.',
    add: 'Ajouter un canari…',
    remove: 'Supprimer le canari {{name}}',
    removeTitle: 'Supprimer le canari « {{name}} » ?',
    removeMeans:
      'Sa valeur est alors une valeur comme une autre, et les appels qui l’emportent passent. Retirez-la aussi de l’endroit où vous l’aviez placée. Cela ne peut pas être annulé : la valeur n’est conservée nulle part ailleurs.',
    removeButton: 'Supprimer',
    new: 'Nouveau canari',
    name: 'Nom',
    nameHint: 'L’endroit où vous le placerez, pour savoir ce qui a été lu quand il réapparaît.',
    taken: 'Il y a déjà un canari de ce nom.',
    make: 'Créer',
    once: 'C’est la seule fois que vous voyez sa valeur.',
    value: 'Valeur du canari',
    where: 'Placez-le, par exemple :',
    places: {
      note: 'dans une note ou un courrier à vous, avec un titre comme « Mots de passe »',
      file: 'dans un fichier comme « keys-backup.txt », dans un dossier que vos apps d’IA peuvent lire',
      repository: 'dans un dépôt privé, dans un fichier que rien n’utilise',
    },
    close: 'Je l’ai placé',
  },
} as const satisfies Translation<typeof en>;
