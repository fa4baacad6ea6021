import type { hostSignIn as en } from '../en/host-sign-in.ts';
import type { Translation } from '../translation.ts';

/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '„{{id}}“ ist blockiert, deshalb meldet sich dort niemand an.',
  signingInWithoutAPerson:
    'Eine Anmeldung ohne Person braucht die Kennung eines Clients, der dafür registriert wurde.',
  theSignInToWas:
    'Die Anmeldung bei „{{server}}“ wurde von einer anderen Version von Doorward aufbewahrt. Aktualisieren Sie Doorward.',
  theSignInCouldNot: 'Die Anmeldung konnte nicht erneuert werden: {{why}}',
  doesNotLetProgramsRegister:
    '{{host}} lässt Programme sich nicht selbst registrieren. Registrieren Sie Doorward dort von Hand, mit der Adresse {{address}}, und melden Sie sich mit der Client-Kennung an, die Sie bekommen (im Terminal: --client-id ID).',
  didNotRegisterDoorwardHttp:
    '{{host}} hat Doorward nicht registriert (HTTP-Status {{count}}). Registrieren Sie es dort von Hand, mit der Adresse {{address}}, und melden Sie sich mit der Client-Kennung an, die Sie bekommen (im Terminal: --client-id ID).',
  theServerSaysThatIts:
    'Der Server sagt, seine Anmeldung sei für {{resource}}, und das ist eine andere Adresse als seine eigene. Das wird verweigert.',
  doesNotSayHowOne: '{{issuer}} sagt nicht, wie man sich dort anmeldet. Versuchen Sie es später noch einmal.',
  theServerNamesSomethingThat:
    'Der Server nennt für seine Anmeldung etwas, das keine Adresse ist: {{named}}.',
  theServerNamesSomethingThatB:
    'Der Server nennt als Ort der Anmeldung etwas, das keine Adresse ist: {{issuer}}.',
  callsItselfSoItMay:
    '{{issuer}} nennt sich selbst {{issuer2}} und ist vielleicht nicht, was es sein sollte. Die Anmeldung wurde verweigert.',
  doesNotProtectItsSign:
    '{{issuer}} schützt seine Anmeldung nicht gegen gestohlene Codes (PKCE); deshalb wurde sie verweigert.',
  offersNoSignInThat: '{{issuer}} bietet keine Anmeldung, die ein Programm wie Doorward benutzen kann.',
  namesSomethingThatIsNo: '{{issuer}} nennt etwas, das keine Adresse ist.',
  doesNotSayHowOneB: '{{issuer}} sagt nicht, wie man sich dort anmeldet.',
  answeredTheSignInWith:
    '{{host}} hat auf die Anmeldung mit dem HTTP-Status {{count}} geantwortet. Versuchen Sie es später noch einmal.',
  whatSaysAboutItsSign:
    'Was {{host}} über seine Anmeldung sagt, ist nicht, wie es sein muss; deshalb wurde sie verweigert.',
  thereIsNothingHere: 'Hier ist nichts.',
  doorwardHasTheAnswerYou:
    'Doorward hat die Antwort. Sie können diese Seite schließen und zu Doorward zurückgehen.',
  doorwardDoesNotWaitFor:
    'Doorward wartet nicht auf diese Antwort. Beginnen Sie die Anmeldung in Doorward noch einmal.',
  nobodySignedInWithinThe: 'In der Zeit dafür hat sich niemand angemeldet. Beginnen Sie noch einmal.',
  theSignInHasEnded: 'Die Anmeldung ist beendet.',
  askingHowOneSignsIn: '„{{id}}“ wird gefragt, wie man sich anmeldet …',
  noPersonCanSignIn: 'Bei {{issuer}} kann sich keine Person anmelden.',
  signedInThereFetchingThe: 'Dort angemeldet. Der Schlüssel dafür wird geholt …',
  theSignInWasNot: 'Die Anmeldung wurde nicht angenommen. Beginnen Sie noch einmal.',
  theSignInWasRefused: '{{why}} Die Anmeldung wurde verweigert.',
  signInAtWithinMinutes_one:
    'Melden Sie sich innerhalb von {{count}} Minute bei {{host}} an. Die Adresse sieht ungewöhnlich aus: Vergewissern Sie sich, dass es die richtige ist. Die Seite: {{href}}',
  signInAtWithinMinutes_other:
    'Melden Sie sich innerhalb von {{count}} Minuten bei {{host}} an. Die Adresse sieht ungewöhnlich aus: Vergewissern Sie sich, dass es die richtige ist. Die Seite: {{href}}',
  signInAtWithinMinutesB_one:
    'Melden Sie sich innerhalb von {{count}} Minute bei {{host}} an. Die Seite: {{href}}',
  signInAtWithinMinutesB_other:
    'Melden Sie sich innerhalb von {{count}} Minuten bei {{host}} an. Die Seite: {{href}}',
  theAnswerToTheSign:
    'Die Antwort auf die Anmeldung kommt nicht von {{issuer}}, wo sie begonnen wurde. Sie wurde verweigert.',
  theSignInWasDeclined: 'Die Anmeldung wurde dort abgelehnt.',
  refusedTheSignIn: '{{host}} hat die Anmeldung verweigert ({{code}}).',
  refusedTheSignInB: '{{host}} hat die Anmeldung verweigert.',
  theAnswerToTheSignB: 'In der Antwort auf die Anmeldung ist kein Code. Beginnen Sie noch einmal.',
  thereIsNothingToRenew: 'Es gibt nichts, womit die Anmeldung erneuert werden könnte.',
  hasAnAuthorizationHeaderOf:
    '„{{id}}“ hat einen eigenen Authorization-Header, deshalb gibt es keine Anmeldung. Fügen Sie ihn zuerst ohne diesen Header hinzu.',
  runsOnThisComputerSo: '„{{id}}“ läuft auf diesem Computer; es gibt nichts, wobei man sich anmelden müsste.',
  anotherSignInToThe: 'Eine andere Anmeldung beim selben Server wurde begonnen.',
  youSignedOutMeanwhile: 'Sie haben sich inzwischen abgemeldet.',
  theServerWasRemovedMeanwhile: 'Der Server wurde inzwischen entfernt.',
  answeredTheSignInWithB: '{{host}} hat auf die Anmeldung mit etwas geantwortet, das kein Token ist.',
  gaveATokenOfA: '{{host}} hat ein Token einer Art gegeben, die Doorward nicht benutzen kann.',
  gaveATokenThatCannot: '{{host}} hat ein Token gegeben, das nicht gesendet werden kann.',
  doesNotAcceptTheSign: '{{host}} nimmt die Anmeldung nicht mehr an.',
  doesNotKnowDoorwardAny: '{{host}} kennt Doorward nicht mehr ({{code}}). Melden Sie sich noch einmal an.',
  doesNotKnowDoorwardAnyB: '{{host}} kennt Doorward nicht mehr. Melden Sie sich noch einmal an.',
  couldNotAnswerTheSign:
    '{{host}} konnte auf die Anmeldung nicht antworten (HTTP-Status {{count}}). Versuchen Sie es später noch einmal.',
  refusedTheSignInWith: '{{host}} hat die Anmeldung mit dem HTTP-Status {{count}} verweigert.',
  theSignInLeadsTo: 'Die Anmeldung führt zu etwas, das keine Webadresse ist; deshalb wurde sie verweigert.',
  theSignInLeadsToB:
    'Die Anmeldung führt zu einer Adresse mit einem Namen vor dem Host ({{name}}); deshalb wurde sie verweigert.',
  theSignInLeadsToC:
    'Die Anmeldung führt über eine unverschlüsselte Verbindung zu {{name}}; deshalb wurde sie verweigert.',
  theSignInLeadsToD:
    'Die Anmeldung führt zu {{host}}, einer Adresse in einem privaten Netz; deshalb wurde sie verweigert. Wenn Sie wissen, dass das richtig ist, melden Sie sich an mit: --private-host {{host2}}',
  theSignInLeadsToE:
    'Die Anmeldung führt zu {{host}} ({{address}}), einer Adresse in einem privaten Netz; deshalb wurde sie verweigert. Wenn Sie wissen, dass das richtig ist, melden Sie sich an mit: --private-host {{host2}}',
  theSignInLeadsToF:
    'Die Anmeldung führt zu {{host}}, einer Adresse dieses Computers oder seiner Umgebung; deshalb wurde sie verweigert.',
  theSignInLeadsToG:
    'Die Anmeldung führt zu {{host}} ({{address}}), einer Adresse dieses Computers oder seiner Umgebung; deshalb wurde sie verweigert.',
  redirectsTheSignInWhich: '{{host}} leitet die Anmeldung um, und dem wird nicht gefolgt.',
  redirectsTheSignInTo: '{{host}} leitet die Anmeldung nach {{origin}} um, und dem wird nicht gefolgt.',
  answeredTheSignInWithC_one:
    '{{host}} hat auf die Anmeldung mit mehr als {{count}} Byte geantwortet; deshalb wurde sie verweigert.',
  answeredTheSignInWithC_other:
    '{{host}} hat auf die Anmeldung mit mehr als {{count}} Bytes geantwortet; deshalb wurde sie verweigert.',
  didNotAnswerTheSign:
    '{{host}} hat auf die Anmeldung nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.',
  needsYouToSignIn:
    '„{{id}}“ braucht Ihre Anmeldung. Bis dahin werden seine Aufrufe abgelehnt (im Terminal: doorward server login {{id}}).',
  signedYouOutItsCalls:
    '„{{id}}“ hat Sie abgemeldet. Seine Aufrufe werden abgelehnt, bis Sie sich anmelden (im Terminal: doorward server login {{id}}).',
  doesNotAcceptThePresent:
    '„{{id}}“ nimmt die jetzige Anmeldung nicht an. Melden Sie sich noch einmal an (im Terminal: doorward server login {{id}}).',
  asksForMoreRightsThe:
    '„{{id}}“ verlangt mehr Rechte: {{scopes}}. Der Aufruf wurde abgelehnt. Wenn Sie sie geben wollen, melden Sie sich noch einmal an (im Terminal: doorward server login {{id}}).',
  refusesTheCallForWant:
    '„{{id}}“ verweigert den Aufruf mangels Rechten, die die Anmeldung schon hat. Eine neue Anmeldung würde nicht helfen; fragen Sie den, der ihn betreibt.',
  hasAskedForMoreRights:
    '„{{id}}“ hat immer wieder mehr Rechte verlangt; deshalb wird danach vorerst nicht mehr gefragt. Der Aufruf wurde abgelehnt.',
  needsItsSignInWhich: '„{{id}}“ braucht seine Anmeldung, und die ist im Tresor. {{why}}',
  theSignInToWasB:
    'Die Anmeldung bei „{{id}}“ wurde erneuert und konnte nicht gespeichert werden; deshalb wird sie noch nicht benutzt. {{why}}',
  theSignInToCould: 'Die Anmeldung bei „{{id}}“ konnte nicht erneuert werden. {{why}}',
  youAreSignedInAt: 'Sie sind bei {{host}} angemeldet.',
  doorwardIsSignedInAt: 'Doorward ist bei {{host}} von selbst angemeldet.',
} as const satisfies Translation<typeof en>;
