import type { hostChoices as en } from '../en/host-choices.ts';
import type { Translation } from '../translation.ts';

/** Sentences about what a person chooses: rules, limits, masks, profiles. */
export const hostChoices = {
  doorwardCannotLookForCanaries: 'Doorward kann nicht nach Ködern suchen, solange sein Tresor gesperrt ist.',
  theCanariesWereKeptBy:
    'Die Köder wurden von einer anderen Version von Doorward aufbewahrt; deshalb kann es nicht nach ihnen suchen. Aktualisieren Sie Doorward.',
  theVaultIsNotOpen: 'Der Tresor ist nicht offen.',
  thereIsACanaryAlready:
    'Einen Köder „{{name}}“ gibt es schon. Entfernen Sie ihn zuerst, oder wählen Sie einen anderen Namen.',
  thereAreCanariesAlreadyRemove: 'Es gibt schon {{count}} Köder. Entfernen Sie zuerst einige.',
  thereIsNoCanary: 'Es gibt keinen Köder „{{name}}“.',
  whatHappensOnAFinding:
    'Was bei einem Fund geschieht, wurde außerhalb von Doorward geändert oder entfernt. Doorward fragt bei jedem Fund nach, bis Sie in den Einstellungen neu wählen.',
  yourMasksWereChangedOr:
    'Ihre Masken wurden außerhalb von Doorward geändert oder entfernt und sind verloren. Fügen Sie sie in den Einstellungen noch einmal hinzu; bis dahin werden ihre Texte nicht verborgen.',
  theLabelsOfServersWere:
    'Die Kennzeichnungen der Server wurden außerhalb von Doorward geändert oder entfernt. Jeder Server zählt als privat, nicht vertrauenswürdig und öffentlich, bis Sie neu wählen.',
  theListOfCanariesWas:
    'Die Liste der Köder wurde außerhalb von Doorward geändert oder entfernt und ist verloren. Machen Sie neue, und legen Sie sie anstelle der alten aus.',
  whatIsKeptAboutInspection:
    'Was über die Prüfung von Inhalten festgehalten ist, kann nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  allMasksTogetherHaveAt: 'Alle Masken zusammen haben höchstens {{count}} Zeichen. Kürzen Sie zuerst einige.',
  thereAreChoicesAtMost: 'Es gibt höchstens {{count}} Ausnahmen. Nehmen Sie zuerst einige zurück.',
  thereAreMasksAlreadyRemove: 'Es gibt schon {{count}} Masken. Entfernen Sie zuerst einige.',
  thereIsNoMask: 'Es gibt keine Maske „{{name}}“.',
  thisDoorwardCannot: 'Dieses Doorward kann nicht verfolgen, wohin Daten fließen.',
  thereIsNoServer: 'Es gibt keinen Server „{{server}}“.',
  thereIsNoRole: 'Es gibt keine Rolle „{{role}}“.',
  thereIsNoAiApp: 'Es gibt keine KI-App „{{name}}“.',
  yourOrganisationWantsAtLeast:
    'Ihre Organisation verlangt hier mindestens „{{whatLeast}}“; deshalb kann „{{whatChosen}}“ nicht gewählt werden.',
  theMaskComesFromYour:
    'Die Maske „{{name}}“ kommt von Ihrer Organisation und kann hier nicht geändert werden.',
  yourLimitsWereChangedOr:
    'Ihre Limits wurden außerhalb von Doorward geändert oder entfernt und sind verloren. Fügen Sie sie unter Berechtigungen noch einmal hinzu.',
  yourLimitsCannotBeRead: 'Ihre Limits können nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  thereAreLimitsAlreadyRemove: 'Es gibt schon {{count}} Limits. Entfernen Sie zuerst einige.',
  thereIsNoLimit: 'Es gibt kein Limit „{{id}}“.',
  limitsOfThisKindCome:
    'Limits dieser Art kommen von Ihrer Organisation und können hier nicht geändert werden.',
  thisNameWithPlaceholdersIs: 'Dieser Name mit Platzhaltern ist zu lang. Schreiben Sie einen kürzeren.',
  changedArgumentsCanOnlyBe:
    'Geänderte Argumente können nur einmal erlaubt werden. Lassen Sie die Dauer auf „einmal“.',
  nobodyHasSeenWhatOffers: 'Noch niemand hat gesehen, was „{{server}}“ anbietet. Prüfen Sie ihn zuerst.',
  offersNoTool: '„{{server}}“ bietet kein Tool „{{tool}}“ an.',
  thisRuleComesFromYour: 'Diese Regel kommt von Ihrer Organisation und kann hier nicht entfernt werden.',
  thereIsNoRule: 'Es gibt keine Regel „{{id}}“.',
  rulesAreNotAboutThis:
    'Um diese Nachricht geht es in Regeln nicht: Sie listet etwas auf oder gehört zu einem anderen Aufruf.',
  nameACallOrAn: 'Nennen Sie einen Aufruf, oder eine KI-App mit einem Server und einem Tool.',
  nameTheServerAndThe: 'Nennen Sie auch den Server und das Tool.',
  hasThisRoleGiveIt: '„{{name}}“ hat diese Rolle. Geben Sie der App zuerst eine andere.',
  yourOrganisationWantsAtLeastB:
    'Ihre Organisation verlangt mindestens „{{whatLeast}}“; deshalb kann „{{whatChosen}}“ nicht gewählt werden.',
  thereAreRulesAlreadyRemove: 'Es gibt schon {{count}} Regeln. Entfernen Sie zuerst einige.',
  thisRuleWouldHaveEnded:
    'Diese Regel hätte geendet, bevor sie begonnen hätte. Geben Sie eine spätere Zeit an.',
  thereAreRolesAlreadyRemove: 'Es gibt schon {{count}} Rollen. Entfernen Sie zuerst einige.',
  theRoleComesWithDoorward: 'Die Rolle „{{name}}“ gehört zu Doorward und bleibt.',
  yourOrganisationDoesNotAnswer:
    'Ihre Organisation steht nicht mehr dafür ein; deshalb zählt er als nicht geprüft.',
  thereIsNoProfileDoorward: 'Es gibt kein Profil „{{name}}“. „doorward profile list“ zeigt alle.',
  itChangedMeanwhileTryAgain: 'Es hat sich inzwischen geändert. Versuchen Sie es noch einmal.',
  thereIsAProfileAlready: 'Ein Profil „{{name}}“ gibt es schon. „profile tools“ ändert seine Tools.',
  thereAreProfilesAlreadyRemove: 'Es gibt schon {{count}} Profile. Entfernen Sie zuerst eines.',
  thereIsNoFolderGive:
    'Es gibt keinen Ordner {{folder}}. Geben Sie den ganzen Pfad eines Ordners an, der da ist.',
  isAFolderOfAlready: '{{path}} ist schon ein Ordner von „{{name}}“.',
  thereIsAProfileAlreadyB: 'Ein Profil „{{name}}“ gibt es schon.',
  isInUseUseAnother: '„{{name}}“ wird benutzt. Benutzen Sie zuerst ein anderes Profil oder keines.',
  chooseAtLeastOneTool: 'Wählen Sie mindestens ein Tool; ohne eines bekäme die KI-App keines gezeigt.',
  allToolsAreListedAnyhow: 'Es werden ohnehin alle Tools gezeigt: Lassen Sie die Namen weg.',
  yourProfilesOfToolsWere:
    'Ihre Profile von Tools wurden außerhalb von Doorward geändert oder entfernt. KI-Apps haben keine Tools, bis Sie ein Profil oder keines wählen.',
  yourProfilesCannotBeRead:
    'Ihre Profile können nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  whichAnswersAreMadeSmaller:
    'Welche Antworten verkleinert werden, wurde außerhalb von Doorward geändert oder entfernt. Keine werden es, bis Sie neu wählen.',
  whatYouChoseForSmaller:
    'Was Sie für kleinere Antworten gewählt haben, kann nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  atMostToolsOfA: 'Höchstens {{count}} Tools eines Servers haben eine eigene Wahl.',
  sayOffOrGoodOr: 'Geben Sie off oder good an, oder welche Schritte; „usual“ gilt für ein einzelnes Tool.',
  whatTheLogKeepsOf:
    'Was das Protokoll von Texten behält, wurde außerhalb von Doorward geändert oder entfernt. Es behält keine, bis Sie in den Einstellungen neu wählen.',
  whatYouChoseForThe:
    'Was Sie für das Protokoll gewählt haben, kann nicht gelesen werden, solange der Schlüsselbund gesperrt ist.',
  yourOrganisationLetsTheLog:
    'Ihre Organisation lässt das Protokoll hier nicht mehr behalten als „{{whatMost}}“.',
  sayFullRedactedOrDigests:
    'Geben Sie full, redacted oder digests an; „usual“ gilt für einen einzelnen Server.',
  aNameHasUpTo: 'Ein Name hat bis zu 64 Buchstaben, Ziffern, Leerzeichen, Punkte und Bindestriche.',
  theListHasNoWords: 'Die Liste hat keine Wörter.',
  theListHasMoreThan_one: 'Die Liste hat mehr als {{count}} Wort.',
  theListHasMoreThan_other: 'Die Liste hat mehr als {{count}} Wörter.',
  aWordIsLongerThan_one: 'Ein Wort ist länger als {{count}} Zeichen.',
  aWordIsLongerThan_other: 'Ein Wort ist länger als {{count}} Zeichen.',
  thePatternIsLongerThan_one: 'Das Muster ist länger als {{count}} Zeichen.',
  thePatternIsLongerThan_other: 'Das Muster ist länger als {{count}} Zeichen.',
  thePatternHas: 'Das Muster ist fehlerhaft: {{why}}.',
  requestCannotBeMade: 'Die Anfrage kann nicht gestellt werden: {{why}}.',
  keyInCommandOrAddress:
    'In seinem Befehl oder seiner Adresse steht ein Schlüssel. Legen Sie ihn zuerst in den Tresor.',
} as const satisfies Translation<typeof en>;
