/** Sentences about signing in to servers. */
export const hostSignIn = {
  isBlockedSoNobodySigns: '"{{id}}" is blocked, so nobody signs in to it.',
  signingInWithoutAPerson: 'Signing in without a person needs the id of a client that was registered for it.',
  theSignInToWas: 'The sign-in to "{{server}}" was kept by another version of Doorward. Update Doorward.',
  theSignInCouldNot: 'The sign-in could not be renewed: {{why}}',
  doesNotLetProgramsRegister:
    '{{host}} does not let programs register by themselves. Register Doorward there by hand, with the address {{address}}, and sign in with the client id that you get (in a terminal: --client-id ID).',
  didNotRegisterDoorwardHttp:
    '{{host}} did not register Doorward (HTTP status {{count}}). Register it there by hand, with the address {{address}}, and sign in with the client id that you get (in a terminal: --client-id ID).',
  theServerSaysThatIts:
    'The server says that its sign-in is for {{resource}}, which is another address than its own. That is refused.',
  doesNotSayHowOne: '{{issuer}} does not say how one signs in there. Try again later.',
  theServerNamesSomethingThat: 'The server names something that is no address for its sign-in: {{named}}.',
  theServerNamesSomethingThatB: 'The server names something that is no address to sign in at: {{issuer}}.',
  callsItselfSoItMay:
    '{{issuer}} calls itself {{issuer2}}, so it may not be the one that it should be. The sign-in was refused.',
  doesNotProtectItsSign:
    '{{issuer}} does not protect its sign-in against stolen codes (PKCE), so it was refused.',
  offersNoSignInThat: '{{issuer}} offers no sign-in that a program like Doorward can use.',
  namesSomethingThatIsNo: '{{issuer}} names something that is no address.',
  doesNotSayHowOneB: '{{issuer}} does not say how one signs in there.',
  answeredTheSignInWith: '{{host}} answered the sign-in with HTTP status {{count}}. Try again later.',
  whatSaysAboutItsSign: 'What {{host}} says about its sign-in is not as it must be, so it was refused.',
  thereIsNothingHere: 'There is nothing here.',
  doorwardHasTheAnswerYou: 'Doorward has the answer. You can close this page and go back to Doorward.',
  doorwardDoesNotWaitFor: 'Doorward does not wait for this answer. Begin the sign-in again in Doorward.',
  nobodySignedInWithinThe: 'Nobody signed in within the time for it. Begin again.',
  theSignInHasEnded: 'The sign-in has ended.',
  askingHowOneSignsIn: 'Asking "{{id}}" how one signs in…',
  noPersonCanSignIn: 'No person can sign in at {{issuer}}.',
  signedInThereFetchingThe: 'Signed in there. Fetching the key for it…',
  theSignInWasNot: 'The sign-in was not accepted. Begin again.',
  theSignInWasRefused: '{{why}} The sign-in was refused.',
  signInAtWithinMinutes_other:
    'Sign in at {{host}} within {{count}} minutes. Its address looks unusual: make sure that it is the right one. The page: {{href}}',
  signInAtWithinMinutesB_other: 'Sign in at {{host}} within {{count}} minutes. The page: {{href}}',
  theAnswerToTheSign:
    'The answer to the sign-in does not come from {{issuer}}, where it was begun. It was refused.',
  theSignInWasDeclined: 'The sign-in was declined there.',
  refusedTheSignIn: '{{host}} refused the sign-in ({{code}}).',
  refusedTheSignInB: '{{host}} refused the sign-in.',
  theAnswerToTheSignB: 'The answer to the sign-in has no code in it. Begin again.',
  thereIsNothingToRenew: 'There is nothing to renew the sign-in with.',
  hasAnAuthorizationHeaderOf:
    '"{{id}}" has an Authorization header of its own, so there is no sign-in. Add it without that header first.',
  runsOnThisComputerSo: '"{{id}}" runs on this computer, so there is nothing to sign in to.',
  anotherSignInToThe: 'Another sign-in to the same server was begun.',
  youSignedOutMeanwhile: 'You signed out meanwhile.',
  theServerWasRemovedMeanwhile: 'The server was removed meanwhile.',
  answeredTheSignInWithB: '{{host}} answered the sign-in with something that is no token.',
  gaveATokenOfA: '{{host}} gave a token of a kind that Doorward cannot use.',
  gaveATokenThatCannot: '{{host}} gave a token that cannot be sent.',
  doesNotAcceptTheSign: '{{host}} does not accept the sign-in any more.',
  doesNotKnowDoorwardAny: '{{host}} does not know Doorward any more ({{code}}). Sign in again.',
  doesNotKnowDoorwardAnyB: '{{host}} does not know Doorward any more. Sign in again.',
  couldNotAnswerTheSign: '{{host}} could not answer the sign-in (HTTP status {{count}}). Try again later.',
  refusedTheSignInWith: '{{host}} refused the sign-in with HTTP status {{count}}.',
  theSignInLeadsTo: 'The sign-in leads to something that is no web address, so it was refused.',
  theSignInLeadsToB:
    'The sign-in leads to an address with a name before its host ({{name}}), so it was refused.',
  theSignInLeadsToC:
    'The sign-in leads to {{name}} over a connection that is not encrypted, so it was refused.',
  theSignInLeadsToD:
    'The sign-in leads to {{host}}, an address in a private network, so it was refused. If you know that this is right, sign in with: --private-host {{host2}}',
  theSignInLeadsToE:
    'The sign-in leads to {{host}} ({{address}}), an address in a private network, so it was refused. If you know that this is right, sign in with: --private-host {{host2}}',
  theSignInLeadsToF:
    'The sign-in leads to {{host}}, an address of this computer or of its surroundings, so it was refused.',
  theSignInLeadsToG:
    'The sign-in leads to {{host}} ({{address}}), an address of this computer or of its surroundings, so it was refused.',
  redirectsTheSignInWhich: '{{host}} redirects the sign-in, which is not followed.',
  redirectsTheSignInTo: '{{host}} redirects the sign-in to {{origin}}, which is not followed.',
  answeredTheSignInWithC_other:
    '{{host}} answered the sign-in with more than {{count}} bytes, so it was refused.',
  didNotAnswerTheSign: '{{host}} did not answer the sign-in in time. Try again later.',
  needsYouToSignIn:
    '"{{id}}" needs you to sign in. Its calls are refused until you do (in a terminal: doorward server login {{id}}).',
  signedYouOutItsCalls:
    '"{{id}}" signed you out. Its calls are refused until you sign in (in a terminal: doorward server login {{id}}).',
  doesNotAcceptThePresent:
    '"{{id}}" does not accept the present sign-in. Sign in again (in a terminal: doorward server login {{id}}).',
  asksForMoreRightsThe:
    '"{{id}}" asks for more rights: {{scopes}}. The call was refused. If you want to give them, sign in again (in a terminal: doorward server login {{id}}).',
  refusesTheCallForWant:
    '"{{id}}" refuses the call for want of rights that the sign-in has already. Signing in again would not help; ask whoever runs it.',
  hasAskedForMoreRights:
    '"{{id}}" has asked for more rights again and again, so it is not asked about any more for now. The call was refused.',
  needsItsSignInWhich: '"{{id}}" needs its sign-in, which is in the vault. {{why}}',
  theSignInToWasB:
    'The sign-in to "{{id}}" was renewed and could not be saved, so it is not used yet. {{why}}',
  theSignInToCould: 'The sign-in to "{{id}}" could not be renewed. {{why}}',
  youAreSignedInAt: 'You are signed in at {{host}}.',
  doorwardIsSignedInAt: 'Doorward is signed in at {{host}} by itself.',
} as const;
