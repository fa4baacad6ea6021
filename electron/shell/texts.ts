/** Every sentence that the shell itself shows: tray, menus, dialogs. One place, so that they can be translated. */

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const apps = (n: number): string => counted(n, 'app', 'apps');

export const texts = {
  product: 'Doorward',

  tray: {
    guarding: (clients: number, servers: number): string =>
      `Guarding ${apps(clients)}, ${counted(servers, 'server', 'servers')}`,
    starting: 'Starting…',
    stopping: 'Stopping…',
    notRunning: 'Not running: apps have no tools',
    blocked: 'Everything is blocked',
    lockedDown: 'Locked down: managed settings cannot be read',
    waiting: (calls: number): string => `${counted(calls, 'call', 'calls')} waiting…`,
    tipWaiting: (calls: number): string => `${counted(calls, 'call', 'calls')} waiting for you`,
    reviews: (servers: number): string => `${counted(servers, 'new server', 'new servers')} to review…`,
    changes: (items: number): string => `${counted(items, 'change', 'changes')} to review…`,
    call: (app: string, tool: string, server: string, outcome: string): string =>
      `${app}: “${tool}”${server === '' ? '' : ` on ${server}`}${outcome === '' ? '' : ` (${outcome})`}`,
    askEverything: 'Ask about everything',
    blockEverything: 'Block everything',
    profiles: 'Profile',
    profile: (name: string): string => `Profile: “${name}”`,
    profileName: (name: string): string => `“${name}”`,
    noProfile: 'No profile',
    open: 'Open',
    settings: 'Settings',
    quit: (clients: number): string => {
      if (clients === 0) return 'Quit';
      return `Quit (${apps(clients)} will have no tools)`;
    },
  },

  added: (server: string): string => `“${server}” is new and waits for your review. Nothing was started.`,
  alarm: (server: string): string => `“${server}” changed what it tells your AI. It is on hold.`,
  canary: (server: string): string =>
    `An AI app tried to send a canary to “${server}”. The call was stopped.`,

  calls: {
    waiting: 'A call is waiting in Doorward.',
    missed: (calls: number): string =>
      `${counted(calls, 'call was', 'calls were')} missed while you were away.`,
  },

  outcomes: {
    ok: '',
    open: 'running',
    refused: 'refused',
    failed: 'failed',
    cancelled: 'cancelled',
    error: 'error',
    'tool-error': 'error',
  },

  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    open: 'Open Doorward',
    settings: 'Settings…',
    close: 'Close window',
    quit: 'Quit Doorward',
  },

  link: {
    title: 'Open a web page',
    question: (host: string): string => `Open ${host} in your browser?`,
    detail: (url: string): string => `${url}\n\nDoorward does not know this page.`,
    open: 'Open',
    cancel: 'Cancel',
  },

  update: {
    look: 'Look for a new version…',
    newest: (current: string): string => `You have the newest version of Doorward (${current}).`,
    found: (version: string): string => `Doorward ${version} is there. Get it?`,
    foundDetail: (current: string): string =>
      `You have ${current}. Nothing is installed before you say so again.`,
    get: 'Get it',
    notNow: 'Not now',
    ready: (version: string): string => `Doorward ${version} was downloaded and checked. Install it now?`,
    readyDetail: 'Doorward ends and starts again. Calls that are under way are refused.',
    install: 'Install and start again',
    off: 'Your organisation does not want Doorward to update itself.',
    unknownRules:
      "Your organisation's settings cannot be read, so it is not known whether Doorward may update itself.",
    another: 'Another version came than the one you agreed to. Nothing was installed.',
    failed: 'No new version could be got. Check the network; the log in the profile folder says more.',
    close: 'Close',
  },

  rendererGone: {
    title: 'Doorward',
    message: "Doorward's window stopped working twice.",
    detail: 'Your apps keep their tools; only the window is affected.',
    reload: 'Reload',
    quit: 'Quit',
  },

  failed: {
    portTaken: (holder: string): string =>
      `${holder} is using Doorward's address and may receive your apps' keys. Quit it, then choose “Replace keys and start”.`,
    unknownProgram: 'Another program',
    crashed:
      'There was an error in Doorward itself, so no call passes. The log in the profile folder says more.',
    unexpected: 'There was an error in Doorward itself. The log in the profile folder says more.',
    noNode: (place: string): string => `${place} is missing. Install Doorward again.`,
    noNodeInClone:
      'There is no Node 24 in node_modules. Run "npm ci", or set DOORWARD_NODE to the path of a Node 24.',
    notTaken: 'This way is not offered now.',
  },

  gate: {
    refused: 'Doorward refused this request.',
    malformed: 'Doorward did not understand this request.',
    tooLarge: 'This is too large for Doorward.',
    busy: 'Doorward has too many requests at once. Try again.',
    failed: "Doorward failed in itself. The log in the profile's “logs” folder says more.",
    noHost: 'Doorward is not running, so this cannot be done now.',
  },
} as const;
