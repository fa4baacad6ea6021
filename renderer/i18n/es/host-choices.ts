import type { hostChoices as en } from '../en/host-choices.ts';
import type { Translation } from '../translation.ts';

/** Sentences about what a person chooses: rules, limits, masks, profiles. */
export const hostChoices = {
  doorwardCannotLookForCanaries: 'Doorward no puede buscar canarios mientras su bóveda está bloqueada.',
  theCanariesWereKeptBy:
    'Otra versión de Doorward guardó los canarios, así que no puede buscarlos. Actualice Doorward.',
  theVaultIsNotOpen: 'La bóveda no está abierta.',
  thereIsACanaryAlready: 'Ya hay un canario «{{name}}». Elimínelo antes, o elija otro nombre.',
  thereAreCanariesAlreadyRemove: 'Ya hay {{count}} canarios. Elimine antes algunos.',
  thereIsNoCanary: 'No hay ningún canario «{{name}}».',
  whatHappensOnAFinding:
    'Lo que ocurre ante un hallazgo se cambió o se eliminó fuera de Doorward. Doorward pregunta por cada hallazgo hasta que usted elija de nuevo en los ajustes.',
  yourMasksWereChangedOr:
    'Sus máscaras se cambiaron o se eliminaron fuera de Doorward y se han perdido. Añádalas de nuevo en los ajustes; hasta entonces sus textos no se ocultan.',
  theLabelsOfServersWere:
    'Las marcas de los servidores se cambiaron o se eliminaron fuera de Doorward. Todo servidor cuenta como privado, no fiable y público hasta que usted elija de nuevo.',
  theListOfCanariesWas:
    'La lista de canarios se cambió o se eliminó fuera de Doorward y se ha perdido. Cree nuevos y póngalos en lugar de los antiguos.',
  whatIsKeptAboutInspection:
    'Lo que se guarda sobre la inspección no se puede leer mientras el llavero está bloqueado.',
  allMasksTogetherHaveAt:
    'Todas las máscaras juntas tienen como máximo {{count}} caracteres. Acorte antes algunas.',
  thereAreChoicesAtMost: 'Hay como máximo {{count}} elecciones. Retire antes algunas.',
  thereAreMasksAlreadyRemove: 'Ya hay {{count}} máscaras. Elimine antes algunas.',
  thereIsNoMask: 'No hay ninguna máscara «{{name}}».',
  thisDoorwardCannot: 'Este Doorward no puede seguir adónde van los datos.',
  thereIsNoServer: 'No hay ningún servidor «{{server}}».',
  thereIsNoRole: 'No hay ningún rol «{{role}}».',
  thereIsNoAiApp: 'No hay ninguna app de IA «{{name}}».',
  yourOrganisationWantsAtLeast:
    'Su organización exige aquí como mínimo «{{whatLeast}}», así que «{{whatChosen}}» no se puede elegir.',
  theMaskComesFromYour: 'La máscara «{{name}}» es de su organización y no se puede cambiar aquí.',
  yourLimitsWereChangedOr:
    'Sus límites se cambiaron o se eliminaron fuera de Doorward y se han perdido. Añádalos de nuevo en Permisos.',
  yourLimitsCannotBeRead: 'Sus límites no se pueden leer mientras el llavero está bloqueado.',
  thereAreLimitsAlreadyRemove: 'Ya hay {{count}} límites. Elimine antes algunos.',
  thereIsNoLimit: 'No hay ningún límite «{{id}}».',
  limitsOfThisKindCome: 'Los límites de este tipo son de su organización y no se pueden cambiar aquí.',
  thisNameWithPlaceholdersIs: 'Este nombre con comodines es demasiado grande. Escriba uno más corto.',
  changedArgumentsCanOnlyBe:
    'Los argumentos cambiados solo se pueden permitir una vez. Deje el tiempo en «Solo esta vez».',
  nobodyHasSeenWhatOffers: 'Nadie ha visto aún qué ofrece «{{server}}». Examínelo antes.',
  offersNoTool: '«{{server}}» no ofrece ninguna herramienta «{{tool}}».',
  thisRuleComesFromYour: 'Esta regla es de su organización y no se puede eliminar aquí.',
  thereIsNoRule: 'No hay ninguna regla «{{id}}».',
  rulesAreNotAboutThis: 'Las reglas no tratan de este mensaje: enumera cosas o es de otra llamada.',
  nameACallOrAn: 'Nombre una llamada, o una app de IA con un servidor y una herramienta.',
  nameTheServerAndThe: 'Nombre también el servidor y la herramienta.',
  hasThisRoleGiveIt: '«{{name}}» tiene este rol. Dele antes otro.',
  yourOrganisationWantsAtLeastB:
    'Su organización exige como mínimo «{{whatLeast}}», así que «{{whatChosen}}» no se puede elegir.',
  thereAreRulesAlreadyRemove: 'Ya hay {{count}} reglas. Elimine antes algunas.',
  thisRuleWouldHaveEnded: 'Esta regla terminaría antes de empezar. Indique una hora posterior.',
  thereAreRolesAlreadyRemove: 'Ya hay {{count}} roles. Elimine antes algunos.',
  theRoleComesWithDoorward: 'El rol «{{name}}» viene con Doorward y se queda.',
  yourOrganisationDoesNotAnswer: 'Su organización ya no responde por él, así que cuenta como sin revisar.',
  thereIsNoProfileDoorward: 'No hay ningún perfil «{{name}}». «doorward profile list» los muestra todos.',
  itChangedMeanwhileTryAgain: 'Cambió entretanto. Inténtelo de nuevo.',
  thereIsAProfileAlready: 'Ya hay un perfil «{{name}}». «profile tools» cambia sus herramientas.',
  thereAreProfilesAlreadyRemove: 'Ya hay {{count}} perfiles. Elimine antes uno.',
  thereIsNoFolderGive: 'No hay ninguna carpeta {{folder}}. Indique la ruta completa de una que exista.',
  isAFolderOfAlready: '{{path}} ya es una carpeta de «{{name}}».',
  thereIsAProfileAlreadyB: 'Ya hay un perfil «{{name}}».',
  isInUseUseAnother: '«{{name}}» está en uso. Use antes otro perfil o ninguno.',
  chooseAtLeastOneTool:
    'Elija al menos una herramienta; sin ninguna, la app de IA no tendría ninguna en su lista.',
  allToolsAreListedAnyhow: 'De todos modos se ofrecen todas las herramientas: omita los nombres.',
  yourProfilesOfToolsWere:
    'Sus perfiles de herramientas se cambiaron o se eliminaron fuera de Doorward. Las apps de IA no tienen herramientas hasta que usted elija un perfil, o ninguno.',
  yourProfilesCannotBeRead: 'Sus perfiles no se pueden leer mientras el llavero está bloqueado.',
  whichAnswersAreMadeSmaller:
    'Qué respuestas se reducen se cambió o se eliminó fuera de Doorward. No se reduce ninguna hasta que usted elija de nuevo.',
  whatYouChoseForSmaller:
    'Lo que eligió para reducir las respuestas no se puede leer mientras el llavero está bloqueado.',
  atMostToolsOfA: 'Como máximo {{count}} herramientas de un servidor tienen una elección propia.',
  sayOffOrGoodOr: 'Escriba off o good, o qué pasos; «usual» es para una sola herramienta.',
  whatTheLogKeepsOf:
    'Lo que el registro conserva de los textos se cambió o se eliminó fuera de Doorward. No conserva ninguno hasta que usted elija de nuevo en los ajustes.',
  whatYouChoseForThe: 'Lo que eligió para el registro no se puede leer mientras el llavero está bloqueado.',
  yourOrganisationLetsTheLog: 'Su organización no deja que el registro conserve aquí más que «{{whatMost}}».',
  sayFullRedactedOrDigests: 'Escriba full, redacted o digests; «usual» es para un solo servidor.',
  aNameHasUpTo: 'Un nombre tiene hasta 64 letras, dígitos, espacios, puntos y guiones.',
  theListHasNoWords: 'La lista no tiene palabras.',
  theListHasMoreThan_one: 'La lista tiene más de {{count}} palabra.',
  theListHasMoreThan_many: 'La lista tiene más de {{count}} de palabras.',
  theListHasMoreThan_other: 'La lista tiene más de {{count}} palabras.',
  aWordIsLongerThan_one: 'Una palabra tiene más de {{count}} carácter.',
  aWordIsLongerThan_many: 'Una palabra tiene más de {{count}} de caracteres.',
  aWordIsLongerThan_other: 'Una palabra tiene más de {{count}} caracteres.',
  thePatternIsLongerThan_one: 'El patrón tiene más de {{count}} carácter.',
  thePatternIsLongerThan_many: 'El patrón tiene más de {{count}} de caracteres.',
  thePatternIsLongerThan_other: 'El patrón tiene más de {{count}} caracteres.',
  thePatternHas: 'El patrón contiene un fallo: {{why}}.',
  requestCannotBeMade: 'La solicitud no se puede redactar: {{why}}.',
  keyInCommandOrAddress: 'Hay una clave en su comando o en su dirección. Pásela antes a la bóveda.',
} as const satisfies Translation<typeof en>;
