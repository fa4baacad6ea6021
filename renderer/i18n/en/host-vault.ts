/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'The AI app "{{id}}" does not count any more. Add it again.',
  theRecordOfTheServer: 'The record of the server "{{id}}" cannot be read. Add it again.',
  theKeysOfAllAi: 'The keys of all AI apps were replaced. Give each app that connects by address a new key.',
  itsApprovedVersionIsNot:
    'Its approved version is not there or was changed outside Doorward, so it counts as unreviewed.',
  theKeysOfTheAi: 'The keys of the AI apps cannot be replaced: {{why}}. Start again.',
  whatWasReviewedBeforeWas:
    'What was reviewed before was not sealed with the key of this profile, so it does not count.',
  theStateOfThisProfile: 'The state of this profile was removed outside Doorward; it starts anew.',
  theStateOfThisProfileB:
    'The state of this profile was changed outside Doorward, so nothing in it counts as reviewed.',
  anOlderStateWasPut:
    "An older state was put in place of this profile's, so nothing in it counts as reviewed.",
  wasRemovedOutsideDoorward: '{{keys}} ({{table}}) was removed outside Doorward.',
  theKeychainIsThereNow: 'The keychain is there now: what you approved before is sealed from now on.',
  itsRecordWasChangedOutside:
    'Its record was changed outside Doorward or its seal cannot be checked, so it counts as unreviewed.',
  theKeyIsReplacedAt: 'The key is replaced at the next start. Until then everything works as before.',
  thePassphraseMustHaveAt: 'The passphrase must have at least {{count}} characters.',
  theSecretsAreTooLarge: 'The secrets are too large together for one backup. Remove the largest first.',
  theBackupWasWrittenBy: 'The backup was written by a newer Doorward. Update Doorward to use it.',
  thisFileIsNoBackup: 'This file is no backup of secrets, or it is damaged.',
  theBackupDoesNotOpen:
    'The backup does not open with this passphrase, or it is damaged. Nothing was changed.',
  theBackupOpensButWhat: 'The backup opens, but what is in it is not understood. Nothing was changed.',
  theSecretCannotBeRead: 'The secret "{{name}}" cannot be read. Set it again.',
  theVaultWasWrittenBy: 'The vault was written by a newer Doorward. Update Doorward to use it.',
  theVaultFileIsDamaged: 'The vault file is damaged or was changed outside Doorward.',
  theVaultWasMadeWith: 'The vault was made with another key than the one that is at hand.',
  logInToADesktop:
    'Log in to a desktop with a Secret Service (GNOME Keyring, KWallet), or give a passphrase with --passphrase-fd.',
  unlockTheKeychainOrGive: 'Unlock the keychain, or give a passphrase with --passphrase-fd.',
  theKeychainCannotBeUsed:
    'The keychain cannot be used ({{why}}). Log in to a desktop with a Secret Service (GNOME Keyring, KWallet), or give a passphrase with --passphrase-fd.',
  theKeychainCannotBeUsedB:
    'The keychain cannot be used ({{why}}). Unlock the keychain, or give a passphrase with --passphrase-fd.',
  lacksItsSoItWas: '"{{id}}" lacks its {{name}}, so it was not started. {{why}}',
  lacksAnArgumentSoIt: '"{{id}}" lacks an argument, so it was not started. {{why}}',
  theAddressOfRefersTo: 'The address of "{{id}}" refers to the vault. Send the secret as a header instead.',
  refersToTheVaultIn:
    '"{{id}}" refers to the vault in its command, which every program of this computer can read. Give the secret as an environment variable instead.',
  thePathOfRefersTo:
    'The PATH of "{{id}}" refers to the vault. Write it out instead, so that it can be reviewed.',
  aReferenceIsWrittenVault: 'A reference is written ${vault:NAME}, with letters, digits, ".", "_" and "-".',
  theKeyOfThisProfile:
    'The key of this profile is no longer in the keychain, so a new one was made. Servers have to be reviewed and AI apps added again.',
  theKeyOfThisProfileB:
    'The key of this profile is made of its passphrase. Export the secrets, start a new profile with a new passphrase, and import them there.',
  theKeychainHasNoKey: 'The keychain has no key of this profile to replace.',
  theKeychainHasNoKeyB: 'The keychain has no key of this profile any more.',
  whatYouApprovedIsSealed: 'What you approved is sealed: a change of its files outside Doorward is noticed.',
  theVaultIsLockedSo:
    'The vault is locked, so earlier reviews and AI apps do not count, and what is done now does not last. {{why}}',
  whatYouApproveIsNot:
    'What you approve is not sealed yet, so a change of its files would not be noticed. {{why}}',
  theVaultIsLocked: 'The vault is locked. {{why}}',
  thereIsNoKeyFor: 'There is no key for a vault yet, so it takes no secrets. {{why}}',
  thePassphraseMustHaveAtB: 'The passphrase must have at least 8 characters.',
  thisProfileIsSealedWith:
    'This profile is sealed with a key in the keychain, not with a passphrase. Start without --passphrase-fd.',
  thisIsNotThePassphrase: 'This is not the passphrase that the profile was sealed with. Nothing was changed.',
  theVaultFileWasRemoved: 'The vault file was removed outside Doorward, and the secrets with it.',
  theVaultFileIsNot:
    'The vault file is not the one that Doorward wrote last: an older copy was put in its place, so secrets may have earlier values.',
  theVaultFileCannotBe: 'The vault file cannot be read: {{why}}.',
  itWasLeftAsIt:
    '{{why}} It was left as it is: put a good copy in its place and start again, or set the secrets anew.',
  theVaultCouldNotBe: 'The vault could not be written: {{why}}. Nothing was lost.',
  aSecretCannotBeEmpty: 'A secret cannot be empty.',
  aSecretCannotContainThe: 'A secret cannot contain the character NUL.',
  aSecretMustBeText: 'A secret must be text.',
  thereAreSecretsAlreadyRemove: 'There are {{count}} secrets already. Remove one first.',
  theServerUsesTheSecret: 'The server "{{server}}" uses the secret "{{name}}". Remove that server first.',
  theVaultTakesSecretsAt_other: 'The vault takes {{count}} secrets at most, so nothing was brought in.',
  theVaultIsLockedUntil: 'The vault is locked until the screen is unlocked.',
  theVaultStaysLocked: 'The vault stays locked. {{why}}',
  thereIsNoSecretIn: 'There is no secret "{{name}}" in the vault. Set it with: doorward secret set {{name}}',
} as const;
