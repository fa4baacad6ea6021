import type { hostAdding as en } from '../en/host-adding.ts';
import type { Translation } from '../translation.ts';

/** Sentences about servers that are added: registry, bundles, packages, pasted texts. */
export const hostAdding = {
  itAnsweredWithSomethingThat: 'La réponse n’est pas une liste de branches et d’étiquettes.',
  thisServerIsNotFetched:
    'Ce serveur ne vient de nulle part ailleurs ; il n’y a donc pas de version à laquelle se tenir.',
  thisAddressHasNoVersions:
    'Cette adresse n’a pas de versions ; le serveur pourrait donc changer sans prévenir. Prenez un paquet qui a une version.',
  theRegistryNamedAVersion: 'Le registre a nommé une version qui ne peut pas en être une.',
  answeredWithSomethingThatCannot:
    '{{registry}} a répondu par quelque chose d’illisible. Réessayez plus tard.',
  hasNoVersion: '« {{name}} » n’a pas de version « {{wanted}} ».',
  hasNoVersionLatest: '« {{name}} » n’a pas de version « latest ».',
  unpackingTheBundle: 'Décompression de l’archive…',
  fetchingTheBundleFrom: 'Récupération de l’archive depuis {{host}}…',
  theBundleCouldNotBe: 'L’archive n’a pas pu être récupérée : statut {{count}}.',
  theBundleCouldNotBeB: 'L’archive n’a pas pu être récupérée : {{why}}.',
  theBundleIsNotThe:
    'L’archive n’est pas celle que nomme le registre : son empreinte est différente. Elle a été jetée.',
  giveOneBundle: 'Indiquez une seule archive.',
  thisIsNoBundle: 'Ce n’est pas une archive.',
  thisBundleIsNotAt: 'Cette archive n’est plus disponible. Ouvrez de nouveau son fichier.',
  theFileIsAnotherOne: 'Le fichier n’est plus le même. Regardez-le encore une fois.',
  theBundleCouldNotBeC: 'L’archive n’a pas pu être lue : {{why}}.',
  thisBundleCannotBeUsed: 'Cette archive ne peut pas être utilisée : elle dépasse 256 MiB.',
  thisIsNoFileSo: 'Ce n’est pas un fichier, donc pas une archive.',
  theBundleCouldNotBeD: 'L’archive n’a pas pu être décompressée : {{why}}. Rien n’a été ajouté.',
  thisFileWasNotSent: 'Ce fichier n’a pas été envoyé depuis son début. Choisissez-le de nouveau.',
  newerVersionsOfCouldNot:
    'Les versions plus récentes de « {{name}} » n’ont pas pu être cherchées : {{why}}.',
  newerVersionsCouldNotBe: 'Les versions plus récentes n’ont pas pu être cherchées : {{why}}',
  whichVersionOfIsMeant:
    'Impossible de savoir quelle version de « {{name}} » est désignée aujourd’hui : {{why}}. Rien ne tient le serveur à celle que vous voyez.',
  thereIsAServerAlready: 'Il y a déjà un serveur « {{id}} ». Choisissez un autre nom ou retirez-le d’abord.',
  thereAreServersAlreadyRemove: 'Il y a déjà {{count}} serveurs. Retirez-en d’abord un.',
  thereIsNoSecretIn: 'Il n’y a pas de secret « {{vault}} » dans le coffre.',
  itCannotBeAdded: 'Il ne peut pas être ajouté.',
  theRegistryHasTakenOut: 'Le registre a retiré « {{name}} » {{version}} ; il n’est donc pas ajouté.',
  theRegistrySaysSomethingElse: 'Le registre en dit maintenant autre chose. Regardez-le encore une fois.',
  theRegistryNamesNeitherA: 'Le registre n’en nomme ni paquet ni adresse ; il ne peut donc pas être ajouté.',
  itCannotBeHadAs: 'Il n’est pas disponible en tant que « {{option}} ».',
  lineIsNotUnderstoodCopy:
    'La ligne {{line}} n’est pas comprise. Copiez la partie qui commence par [mcp_servers.…].',
  theJsonInThisCommand: 'Le JSON de cette commande n’est pas un serveur.',
  thereIsNoCommandIn: 'Il n’y a pas de commande dans le texte.',
  thisIsNeitherAConfiguration:
    'Ce n’est ni une configuration, ni une adresse, ni une commande. Collez le JSON que le serveur vous dit d’utiliser.',
  theCommandNamesNoServer:
    'La commande ne nomme pas de serveur : son nom, ou la façon de l’atteindre, manque.',
  theTextIsNotValid: 'Le texte n’est pas du JSON valide. Copiez-le de nouveau, avec toutes ses accolades.',
  theTextIsNotValidB:
    'Le texte n’est pas du JSON valide (ligne {{line}}). Copiez-le de nouveau, avec toutes ses accolades.',
  theTextIsNestedToo: 'Le texte est imbriqué trop profondément pour être une configuration.',
  thisBundleCannotBeUsedB: 'Cette archive ne peut pas être utilisée : {{what}}.',
  thisBundleIsNotFor: 'Cette archive n’est pas pour ce système, ni pour aucun qu’elle nomme.',
  thisBundleIsNotForB: 'Cette archive n’est pas pour ce système, mais pour {{systems}}.',
  thisBundleWantsOnIts:
    'Cette archive veut {{name}} sur sa ligne de commande, où tout programme de cet ordinateur peut le lire. Demandez à son auteur de le prendre dans l’environnement.',
  itSaysThatItNeeds:
    'Elle dit avoir besoin de « {{name}} » « {{range}} » ; on verra à son démarrage si cela est présent ici.',
  itsServerIsOfA: 'Son serveur est d’un type que Doorward ne connaît pas.',
  itsVersionIsNone: 'Sa version n’en est pas une.',
  thereIsNoServerIn:
    'Il n’y a pas de serveur dans ce texte. Collez la configuration que le serveur vous dit d’utiliser, son adresse ou la commande qui le démarre.',
  theTextHasMoreThan_one: 'Le texte a plus de {{count}} serveur. Collez-en moins à la fois.',
  theTextHasMoreThan_many: 'Le texte a plus de {{count}} de serveurs. Collez-en moins à la fois.',
  theTextHasMoreThan_other: 'Le texte a plus de {{count}} serveurs. Collez-en moins à la fois.',
  theListHasEntriesThat:
    'La liste a des entrées qui ne sont pas des serveurs. Collez seulement les serveurs.',
  valuesThatVsCodeAsks: 'Les valeurs que VS Code demande ne sont pas reprises ; saisissez-les à la main.',
  thisIsNoSecretSo: 'Ce n’est pas un secret ; sa valeur n’est donc pas gardée dans le coffre.',
  itIsNeeded: 'C’est nécessaire.',
  onlyOneValueFitsHere: 'Une seule valeur convient ici.',
  thisIsNotTheName: 'Ce n’est pas le nom d’un secret.',
  thisIsASecretIt: 'C’est un secret. Il est gardé dans le coffre.',
  itHoldsCharactersThatCannot: 'Cela contient des caractères qui ne peuvent pas être envoyés.',
  itHoldsControlCharactersSuch: 'Cela contient des caractères de contrôle, tels qu’une fin de ligne.',
  itRefersToTheVault: 'Cela renvoie au coffre, ce que seuls les secrets font.',
  itHasAGapSuch: 'Il y a un blanc tel que {name}. Écrivez ce qui est voulu.',
  itIsNoneOfThe: 'Cela ne fait pas partie des choix.',
  sayTrueOrFalse: 'Indiquez true ou false.',
  itIsNotANumber: 'Ce n’est pas un nombre.',
  itIsLessThan: 'C’est moins que {{min}}.',
  itIsMoreThan: 'C’est plus que {{max}}.',
  itBeginsWithSoThe: 'Cela commence par « - » ; le programme le lirait comme une option.',
  giveTheWholePathFrom: 'Indiquez le chemin entier, depuis la racine du disque.',
  theRegistryAtCouldNotB: 'Le registre à {{from}} n’a pas pu être interrogé maintenant : {{why}}.',
  theRegistryAtCouldNotD:
    'Le registre à {{from}} n’a pas pu être interrogé : {{why}}. Vérifiez le réseau et réessayez, ou ajoutez le serveur à la main.',
  theRegistryHasNoList: 'Le registre n’a pas de liste.',
  theRegistryHasNoServer: 'Le registre n’a pas de serveur « {{name}} ».',
  theRegistryHasNoVersion: 'Le registre n’a pas de version {{version}} de « {{name}} ».',
  aPartOfItsAddress: 'Une partie de son adresse manque.',
  aPartOfItsAddressB: 'Une partie de son adresse contient des caractères qui mèneraient ailleurs.',
  itHasNoAddress: 'Il n’a pas d’adresse.',
  itsAddressHoldsALogin: 'Son adresse contient des identifiants, que tout le monde pourrait lire.',
  itsAddressBeginsWithHttp: 'Son adresse commence par http : ce qui lui est envoyé ne serait pas chiffré.',
  itDoesNotAskFor: '{{key}} n’est pas demandé.',
  whatItWouldStartHas: 'Ce qui serait démarré n’a pas de programme, ou a trop d’arguments.',
  aSecretOnACommand: 'Un secret sur une ligne de commande peut être lu par tout programme de cet ordinateur.',
  whatItsPublisherWroteRefers:
    'Ce que son éditeur a écrit renvoie à votre coffre ou contient des caractères de contrôle ; il n’est donc pas ajouté.',
  itIsAPackageFor: 'C’est un paquet pour .NET, que Doorward n’ajoute pas de lui-même.',
  itIsAPackageForB: 'C’est un paquet pour Rust, que Doorward n’ajoute pas de lui-même.',
  addItByHandWith: 'Ajoutez-le à la main avec la commande que donne son éditeur.',
  itsNameHoldsControlCharacters: 'Son nom contient des caractères de contrôle.',
  itsBundleHasNoAddress: 'Son archive n’a pas d’adresse qui commence par https.',
  theRegistryGivesNoDigest:
    'Le registre ne donne pas d’empreinte de son archive ; personne ne pourrait donc la distinguer d’un autre fichier.',
  addItByHandWithB: '{{why}} Ajoutez-le à la main avec la commande que donne son éditeur.',
  itIsAPackageOf:
    'C’est un paquet d’un type que Doorward ne connaît pas. Ajoutez-le à la main avec la commande que donne son éditeur.',
  itsProgramHasToBe:
    'Son programme doit être démarré à part et s’atteint ensuite par une adresse. Ajoutez-le à la main avec la commande que donne son éditeur.',
  itsNameCannotBeThat: 'Son nom ne peut pas être celui d’un paquet.',
  itsPackageComesFromAnother:
    'Son paquet vient d’un autre endroit que l’habituel. Ajoutez-le à la main avec la commande que donne son éditeur.',
  theRegistryNamesNoExact:
    'Le registre n’en nomme pas de version exacte ; il pourrait donc changer sans prévenir.',
  itWantsToBeStarted:
    'Il veut être démarré par « {{runtimeHint}} ». Ajoutez-le à la main avec la commande que donne son éditeur.',
  itGivesAnOptionThat:
    'Il donne à « {{runner}} » une option qui pourrait démarrer autre chose. Ajoutez-le à la main avec la commande que donne son éditeur.',
  whatItWouldStartRefers:
    'Ce qui serait démarré renvoie à votre coffre ou contient des caractères de contrôle.',
  itsSettingsWouldStartSomething:
    'Ses réglages démarreraient autre chose que le paquet que nomme le registre.',
  itWantsOnItsCommand:
    'Il veut {{names}} sur sa ligne de commande ou dans son adresse, où d’autres peuvent le lire. Ajoutez-le à la main avec la commande que donne son éditeur.',
  wouldStandOnItsCommand:
    '{{names}} se trouverait sur sa ligne de commande, où tout programme peut le lire, et est écarté.',
  itsAddressCannotBeUsed:
    'Son adresse ne peut pas être utilisée : elle ne commence pas par https, ou contient des identifiants.',
  itsHeadersReferToYour: 'Ses en-têtes renvoient à votre coffre ou contiennent des caractères de contrôle.',
  commandAndArgumentsWereOne:
    'La commande et les arguments étaient un seul texte, qui a été découpé à ses espaces.',
  toolsThatTheAppLet: 'Les outils que l’app laissait passer sans demander ne sont pas repris.',
  valuesFromAnEnvironmentFile:
    'Les valeurs d’un fichier d’environnement ne sont pas reprises ; saisissez-les à la main.',
  itTakesAHeaderFrom: 'Il prend un en-tête dans l’environnement ; saisissez-le à la main.',
  signingInIsNotTaken: 'L’identification n’est pas reprise.',
  itIsSwitchedOffIn: 'Il est désactivé dans la configuration.',
  doorwardReachesItByHttp: 'Doorward l’atteint par HTTP ; WebSocket n’est pas pris en charge.',
  putTheValueOfIn: 'Saisissez la valeur de {{name}} à la main.',
  theTextHasSeveralLines:
    'Le texte a plusieurs lignes. Collez une seule commande, ou une configuration en JSON.',
  theTextIsMoreThan:
    'Le texte est plus qu’une commande (il contient « {{char}} »). Collez celle qui démarre le serveur.',
  aQuotationMarkHasNo: 'Un guillemet n’a pas son pendant. Copiez la ligne entière.',
  variablesLeftOut_one: 'Une variable ne peut pas être définie et est écartée.',
  variablesLeftOut_many: '{{count}} de variables ne peuvent pas être définies et sont écartées.',
  variablesLeftOut_other: '{{count}} variables ne peuvent pas être définies et sont écartées.',
  headersLeftOut_one: 'Un en-tête ne peut pas être défini et est écarté.',
  headersLeftOut_many: '{{count}} d’en-têtes ne peuvent pas être définis et sont écartés.',
  headersLeftOut_other: '{{count}} en-têtes ne peuvent pas être définis et sont écartés.',
  settingsLeftOut_one: 'Un de ses réglages n’a pas été compris et est écarté.',
  settingsLeftOut_many: '{{count}} de ses réglages n’ont pas été compris et sont écartés.',
  settingsLeftOut_other: '{{count}} de ses réglages n’ont pas été compris et sont écartés.',
  variableNoText: 'La variable {{key}} n’est pas un texte et a été écartée.',
  headerNoText: 'L’en-tête {{key}} n’est pas un texte et a été écarté.',
  entryRefused: '« {{name}} » {{known}}.',
} as const satisfies Translation<typeof en>;
