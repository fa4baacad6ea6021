import type { hostAdding as en } from '../en/host-adding.ts';
import type { Translation } from '../translation.ts';

/** Sentences about servers that are added: registry, bundles, packages, pasted texts. */
export const hostAdding = {
  itAnsweredWithSomethingThat: 'Die Antwort ist keine Liste von Branches und Tags.',
  thisServerIsNotFetched:
    'Dieser Server wird nirgendwo abgeholt, also gibt es keine Version, bei der man bleiben könnte.',
  thisAddressHasNoVersions:
    'Diese Adresse hat keine Versionen; der Server könnte sich also unbemerkt ändern. Nehmen Sie ein Paket mit einer Version.',
  theRegistryNamedAVersion: 'Das Verzeichnis hat eine Version genannt, die keine sein kann.',
  answeredWithSomethingThatCannot:
    '{{registry}} hat mit etwas geantwortet, das nicht gelesen werden kann. Versuchen Sie es später noch einmal.',
  hasNoVersion: '„{{name}}“ hat keine Version „{{wanted}}“.',
  hasNoVersionLatest: '„{{name}}“ hat keine Version „latest“.',
  unpackingTheBundle: 'Das Bundle wird entpackt …',
  fetchingTheBundleFrom: 'Das Bundle wird von {{host}} geholt …',
  theBundleCouldNotBe: 'Das Bundle konnte nicht geholt werden: Status {{count}}.',
  theBundleCouldNotBeB: 'Das Bundle konnte nicht geholt werden: {{why}}.',
  theBundleIsNotThe:
    'Das Bundle ist nicht das, das das Verzeichnis nennt: Seine Prüfsumme ist eine andere. Es wurde weggeworfen.',
  giveOneBundle: 'Geben Sie ein Bundle an.',
  thisIsNoBundle: 'Das ist kein Bundle.',
  thisBundleIsNotAt: 'Dieses Bundle ist nicht mehr zur Hand. Öffnen Sie seine Datei noch einmal.',
  theFileIsAnotherOne: 'Die Datei ist inzwischen eine andere. Sehen Sie sie sich noch einmal an.',
  theBundleCouldNotBeC: 'Das Bundle konnte nicht gelesen werden: {{why}}.',
  thisBundleCannotBeUsed: 'Dieses Bundle kann nicht verwendet werden: Es ist größer als 256 MiB.',
  thisIsNoFileSo: 'Das ist keine Datei, also auch kein Bundle.',
  theBundleCouldNotBeD: 'Das Bundle konnte nicht entpackt werden: {{why}}. Es wurde nichts hinzugefügt.',
  thisFileWasNotSent: 'Diese Datei wurde nicht von Anfang an gesendet. Wählen Sie sie noch einmal.',
  newerVersionsOfCouldNot: 'Neuere Versionen von „{{name}}“ konnten nicht gesucht werden: {{why}}.',
  newerVersionsCouldNotBe: 'Neuere Versionen konnten nicht gesucht werden: {{why}}',
  whichVersionOfIsMeant:
    'Welche Version von „{{name}}“ heute gemeint ist, war nicht herauszufinden: {{why}}. Nichts hält den Server auf der Version, die Sie sehen.',
  thereIsAServerAlready:
    'Einen Server „{{id}}“ gibt es schon. Wählen Sie einen anderen Namen, oder entfernen Sie ihn zuerst.',
  thereAreServersAlreadyRemove: 'Es gibt schon {{count}} Server. Entfernen Sie zuerst einen.',
  thereIsNoSecretIn: 'Im Tresor gibt es kein Geheimnis „{{vault}}“.',
  itCannotBeAdded: 'Er kann nicht hinzugefügt werden.',
  theRegistryHasTakenOut:
    'Das Verzeichnis hat „{{name}}“ {{version}} herausgenommen, deshalb wird er nicht hinzugefügt.',
  theRegistrySaysSomethingElse:
    'Das Verzeichnis sagt inzwischen etwas anderes darüber. Sehen Sie es sich noch einmal an.',
  theRegistryNamesNeitherA:
    'Das Verzeichnis nennt weder ein Paket noch eine Adresse dafür, deshalb kann er nicht hinzugefügt werden.',
  itCannotBeHadAs: 'Als „{{option}}“ ist er nicht zu haben.',
  lineIsNotUnderstoodCopy:
    'Zeile {{line}} wird nicht verstanden. Kopieren Sie den Teil, der mit [mcp_servers.…] beginnt.',
  theJsonInThisCommand: 'Das JSON in diesem Befehl ist kein Server.',
  thereIsNoCommandIn: 'Im Text ist kein Befehl.',
  thisIsNeitherAConfiguration:
    'Das ist weder eine Konfiguration noch eine Adresse noch ein Befehl. Fügen Sie das JSON ein, das der Server vorgibt.',
  theCommandNamesNoServer: 'Der Befehl nennt keinen Server: Sein Name, oder wie er erreicht wird, fehlt.',
  theTextIsNotValid: 'Der Text ist kein gültiges JSON. Kopieren Sie ihn noch einmal, mit allen Klammern.',
  theTextIsNotValidB:
    'Der Text ist kein gültiges JSON (Zeile {{line}}). Kopieren Sie ihn noch einmal, mit allen Klammern.',
  theTextIsNestedToo: 'Der Text ist zu tief verschachtelt für eine Konfiguration.',
  thisBundleCannotBeUsedB: 'Dieses Bundle kann nicht verwendet werden: {{what}}.',
  thisBundleIsNotFor: 'Dieses Bundle ist nicht für dieses System, und für keines, das es nennt.',
  thisBundleIsNotForB: 'Dieses Bundle ist nicht für dieses System, sondern für {{systems}}.',
  thisBundleWantsOnIts:
    'Dieses Bundle will {{name}} auf seiner Befehlszeile, wo jedes Programm dieses Computers es lesen kann. Bitten Sie den Autor, es aus der Umgebung zu nehmen.',
  itSaysThatItNeeds:
    'Nach eigener Angabe braucht es „{{name}}“ „{{range}}“; ob das hier ist, zeigt sich beim Start.',
  itsServerIsOfA: 'Sein Server ist von einer Art, die Doorward nicht kennt.',
  itsVersionIsNone: 'Seine Version ist keine.',
  thereIsNoServerIn:
    'In diesem Text ist kein Server. Fügen Sie die Konfiguration ein, die der Server vorgibt, seine Adresse oder den Befehl, der ihn startet.',
  theTextHasMoreThan_one: 'Der Text hat mehr als {{count}} Server. Fügen Sie weniger auf einmal ein.',
  theTextHasMoreThan_other: 'Der Text hat mehr als {{count}} Server. Fügen Sie weniger auf einmal ein.',
  theListHasEntriesThat: 'Die Liste hat Einträge, die keine Server sind. Fügen Sie nur die Server ein.',
  valuesThatVsCodeAsks:
    'Werte, nach denen VS Code fragt, werden nicht übernommen; tragen Sie sie von Hand ein.',
  thisIsNoSecretSo: 'Das ist kein Geheimnis, deshalb kommt der Wert nicht in den Tresor.',
  itIsNeeded: 'Das wird gebraucht.',
  onlyOneValueFitsHere: 'Hier passt nur ein Wert.',
  thisIsNotTheName: 'Das ist nicht der Name eines Geheimnisses.',
  thisIsASecretIt: 'Das ist ein Geheimnis. Es kommt in den Tresor.',
  itHoldsCharactersThatCannot: 'Es enthält Zeichen, die nicht gesendet werden können.',
  itHoldsControlCharactersSuch: 'Es enthält Steuerzeichen, etwa ein Zeilenende.',
  itRefersToTheVault: 'Es verweist auf den Tresor, und das dürfen nur Geheimnisse.',
  itHasAGapSuch: 'Es hat eine Lücke wie {name}. Schreiben Sie aus, was gemeint ist.',
  itIsNoneOfThe: 'Das gehört nicht zur Auswahl.',
  sayTrueOrFalse: 'Geben Sie true oder false an.',
  itIsNotANumber: 'Das ist keine Zahl.',
  itIsLessThan: 'Das ist weniger als {{min}}.',
  itIsMoreThan: 'Das ist mehr als {{max}}.',
  itBeginsWithSoThe: 'Es beginnt mit „-“; das Programm würde es als Option lesen.',
  giveTheWholePathFrom: 'Geben Sie den ganzen Pfad an, von der Wurzel der Festplatte an.',
  theRegistryAtCouldNotB: 'Das Verzeichnis unter {{from}} konnte jetzt nicht gefragt werden: {{why}}.',
  theRegistryAtCouldNotD:
    'Das Verzeichnis unter {{from}} konnte nicht gefragt werden: {{why}}. Prüfen Sie das Netz, und versuchen Sie es noch einmal, oder fügen Sie den Server von Hand hinzu.',
  theRegistryHasNoList: 'Das Verzeichnis hat keine Liste.',
  theRegistryHasNoServer: 'Das Verzeichnis hat keinen Server „{{name}}“.',
  theRegistryHasNoVersion: 'Das Verzeichnis hat keine Version {{version}} von „{{name}}“.',
  aPartOfItsAddress: 'Ein Teil der Adresse fehlt.',
  aPartOfItsAddressB: 'Ein Teil der Adresse enthält Zeichen, die anderswohin führen würden.',
  itHasNoAddress: 'Es hat keine Adresse.',
  itsAddressHoldsALogin: 'Die Adresse enthält Anmeldedaten, die jeder lesen könnte.',
  itsAddressBeginsWithHttp:
    'Die Adresse beginnt mit http: Was dorthin gesendet wird, wäre nicht verschlüsselt.',
  itDoesNotAskFor: '{{key}} wird nicht verlangt.',
  whatItWouldStartHas: 'Was gestartet würde, hat kein Programm oder zu viele Argumente.',
  aSecretOnACommand: 'Ein Geheimnis auf einer Befehlszeile kann jedes Programm dieses Computers lesen.',
  whatItsPublisherWroteRefers:
    'Was der Herausgeber geschrieben hat, verweist auf Ihren Tresor oder enthält Steuerzeichen; deshalb wird es nicht hinzugefügt.',
  itIsAPackageFor: 'Es ist ein Paket für .NET, das Doorward nicht von selbst hinzufügt.',
  itIsAPackageForB: 'Es ist ein Paket für Rust, das Doorward nicht von selbst hinzufügt.',
  addItByHandWith: 'Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  itsNameHoldsControlCharacters: 'Sein Name enthält Steuerzeichen.',
  itsBundleHasNoAddress: 'Sein Bundle hat keine Adresse, die mit https beginnt.',
  theRegistryGivesNoDigest:
    'Das Verzeichnis nennt keine Prüfsumme des Bundles; niemand könnte es also von einer anderen Datei unterscheiden.',
  addItByHandWithB: '{{why}} Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  itIsAPackageOf:
    'Es ist ein Paket von einer Art, die Doorward nicht kennt. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  itsProgramHasToBe:
    'Sein Programm muss eigens gestartet werden und wird dann über eine Adresse erreicht. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  itsNameCannotBeThat: 'Sein Name kann nicht der eines Pakets sein.',
  itsPackageComesFromAnother:
    'Sein Paket kommt von einem anderen Ort als üblich. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  theRegistryNamesNoExact:
    'Das Verzeichnis nennt keine genaue Version; es könnte sich also unbemerkt ändern.',
  itWantsToBeStarted:
    'Es will mit „{{runtimeHint}}“ gestartet werden. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  itGivesAnOptionThat:
    'Es gibt „{{runner}}“ eine Option, die etwas anderes starten könnte. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  whatItWouldStartRefers: 'Was gestartet würde, verweist auf Ihren Tresor oder enthält Steuerzeichen.',
  itsSettingsWouldStartSomething:
    'Seine Einstellungen würden etwas anderes starten als das Paket, das das Verzeichnis nennt.',
  itWantsOnItsCommand:
    'Es will {{names}} auf seiner Befehlszeile oder in seiner Adresse, wo andere es lesen können. Fügen Sie es von Hand hinzu, mit dem Befehl, den der Herausgeber nennt.',
  wouldStandOnItsCommand:
    '{{names}} stünde auf der Befehlszeile, wo jedes Programm es lesen kann, und wird weggelassen.',
  itsAddressCannotBeUsed:
    'Die Adresse kann nicht verwendet werden: Sie beginnt nicht mit https oder enthält Anmeldedaten.',
  itsHeadersReferToYour: 'Die Header verweisen auf Ihren Tresor oder enthalten Steuerzeichen.',
  commandAndArgumentsWereOne:
    'Befehl und Argumente waren ein einziger Text, der an den Leerzeichen getrennt wurde.',
  toolsThatTheAppLet: 'Tools, die die App ohne Rückfrage durchließ, werden nicht übernommen.',
  valuesFromAnEnvironmentFile:
    'Werte aus einer Umgebungsdatei werden nicht übernommen; tragen Sie sie von Hand ein.',
  itTakesAHeaderFrom: 'Er nimmt einen Header aus der Umgebung; tragen Sie ihn von Hand ein.',
  signingInIsNotTaken: 'Die Anmeldung wird nicht übernommen.',
  itIsSwitchedOffIn: 'Er ist in der Konfiguration ausgeschaltet.',
  doorwardReachesItByHttp: 'Doorward erreicht ihn über HTTP; WebSocket wird nicht gesprochen.',
  putTheValueOfIn: 'Tragen Sie den Wert von {{name}} von Hand ein.',
  theTextHasSeveralLines:
    'Der Text hat mehrere Zeilen. Fügen Sie einen einzigen Befehl ein, oder eine Konfiguration in JSON.',
  theTextIsMoreThan:
    'Der Text ist mehr als ein Befehl (er enthält „{{char}}“). Fügen Sie den ein, der den Server startet.',
  aQuotationMarkHasNo: 'Ein Anführungszeichen hat kein Gegenstück. Kopieren Sie die ganze Zeile.',
  variablesLeftOut_one: 'Eine Variable kann nicht gesetzt werden und wird weggelassen.',
  variablesLeftOut_other: '{{count}} Variablen können nicht gesetzt werden und werden weggelassen.',
  headersLeftOut_one: 'Ein Header kann nicht gesetzt werden und wird weggelassen.',
  headersLeftOut_other: '{{count}} Header können nicht gesetzt werden und werden weggelassen.',
  settingsLeftOut_one: 'Eine der Einstellungen wurde nicht verstanden und wird weggelassen.',
  settingsLeftOut_other: '{{count}} der Einstellungen wurden nicht verstanden und werden weggelassen.',
  variableNoText: 'Die Variable {{key}} ist kein Text und wurde weggelassen.',
  headerNoText: 'Der Header {{key}} ist kein Text und wurde weggelassen.',
  entryRefused: '„{{name}}“: {{known}}.',
} as const satisfies Translation<typeof en>;
