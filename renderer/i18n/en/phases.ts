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
