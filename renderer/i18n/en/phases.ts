/** What the window shows while no host runs. */
export const phases = {
  starting: 'Doorward is starting.',
  stopping: 'Doorward is stopping.',
  stoppingMeans: 'Calls in flight are being refused.',
  crashed: 'Doorward stopped',
  failed: {
    'port-taken': 'Another program has Doorward’s address',
    'profile-locked': 'Doorward is running already',
    settings: 'The settings cannot be read',
    other: 'Doorward could not start',
  },
  means: {
    'port-taken':
      '{{process}} is using Doorward’s address and may receive your apps’ keys. Quit it, then choose “Replace keys and start”.',
    'port-taken-by-unknown':
      'Another program is using Doorward’s address and may receive your apps’ keys. Quit it, then choose “Replace keys and start”.',
    'profile-locked': 'Another Doorward uses this profile already. Use that one, or end it first.',
    'profile-locked-by':
      'Another Doorward (process {{pid}}) uses this profile already. Use that one, or end it first.',
    'no-node': 'A part of Doorward is missing. Install Doorward again.',
    'no-node-in-clone':
      'There is no Node 24 in node_modules. Run “npm ci”, or set DOORWARD_NODE to the path of a Node 24.',
    bug: 'There was an error in Doorward itself. The log in the profile folder says more.',
    crashed:
      'There was an error in Doorward itself, so no call passes. The log in the profile folder says more.',
  },
  replaceMeans:
    'Replacing gives every AI app a new key, so that the old ones are worth nothing. Each app needs its new key afterwards: AI apps, “New key”.',
  ways: 'What you can do',
  way: {
    retry: 'Try again',
    'replace-keys': 'Replace keys and start',
    'open-folder': 'Open the folder',
    relaunch: 'Start again',
    quit: 'Quit',
  },
} as const;
