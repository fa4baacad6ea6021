/** The sentences about the sign-in to one server. Each says what happened and what to do. */
const how = (id: string): string => `(in a terminal: doorward server login ${id})`;

export const neverSignedIn = (id: string): string =>
  `"${id}" needs you to sign in. Its calls are refused until you do ${how(id)}.`;

export const signedOutByServer = (id: string): string =>
  `"${id}" signed you out. Its calls are refused until you sign in ${how(id)}.`;

export const notAccepted = (id: string): string =>
  `"${id}" does not accept the present sign-in. Sign in again ${how(id)}.`;

export const moreRights = (id: string, scopes: readonly string[]): string =>
  `"${id}" asks for more rights: ${scopes.join(', ')}. The call was refused. If you want to give them, sign in again ${how(id)}.`;

export const rightsDoNotHelp = (id: string): string =>
  `"${id}" refuses the call for want of rights that the sign-in has already. Signing in again would not help; ask whoever runs it.`;

export const tooManyWishes = (id: string): string =>
  `"${id}" has asked for more rights again and again, so it is not asked about any more for now. The call was refused.`;

export const vaultShut = (id: string, why: string): string =>
  `"${id}" needs its sign-in, which is in the vault. ${why}`;

export const notSaved = (id: string, why: string): string =>
  `The sign-in to "${id}" was renewed and could not be saved, so it is not used yet. ${why}`;

export const notRenewed = (id: string, why: string): string =>
  `The sign-in to "${id}" could not be renewed. ${why}`;

export const signedIn = (host: string, kind: 'person' | 'client'): string =>
  kind === 'person' ? `You are signed in at ${host}.` : `Doorward is signed in at ${host} by itself.`;
