import { callLine } from './call-line.ts';
import { counting } from './counting.ts';

const count = counting('en');

/** What the shell says, in English. Every entry is whole: a sentence, a label, or a line with its slots. */
export const en = {
  tray: {
    guarding: (clients: number, servers: number): string => {
      const apps = count(clients, { one: '# app', other: '# apps' });
      return `Guarding ${apps}, ${count(servers, { one: '# server', other: '# servers' })}`;
    },
    starting: 'Starting…',
    stopping: 'Stopping…',
    notRunning: 'Not running: apps have no tools',
    blocked: 'Everything is blocked',
    lockedDown: 'Locked down: managed settings cannot be read',
    waiting: (calls: number): string => count(calls, { one: '# call waiting…', other: '# calls waiting…' }),
    tipWaiting: (calls: number): string =>
      count(calls, { one: 'Doorward: # call waiting for you', other: 'Doorward: # calls waiting for you' }),
    tip: (state: string): string => `Doorward: ${state}`,
    reviews: (servers: number): string =>
      count(servers, { one: '# new server to review…', other: '# new servers to review…' }),
    changes: (items: number): string =>
      count(items, { one: '# change to review…', other: '# changes to review…' }),
    call: callLine({
      ok: ['{app}: “{tool}”', '{app}: “{tool}” on {server}'],
      open: ['{app}: “{tool}” (running)', '{app}: “{tool}” on {server} (running)'],
      refused: ['{app}: “{tool}” (refused)', '{app}: “{tool}” on {server} (refused)'],
      failed: ['{app}: “{tool}” (failed)', '{app}: “{tool}” on {server} (failed)'],
      cancelled: ['{app}: “{tool}” (cancelled)', '{app}: “{tool}” on {server} (cancelled)'],
      error: ['{app}: “{tool}” (error)', '{app}: “{tool}” on {server} (error)'],
    }),
    askEverything: 'Ask about everything',
    blockEverything: 'Block everything',
    profiles: 'Profile',
    profile: (name: string): string => `Profile: “${name}”`,
    profileName: (name: string): string => `“${name}”`,
    noProfile: 'No profile',
    open: 'Open',
    settings: 'Settings',
    quit: 'Quit',
    quitWithout: (clients: number): string =>
      count(clients, {
        one: 'Quit (# app will have no tools)',
        other: 'Quit (# apps will have no tools)',
      }),
  },

  notices: {
    added: (server: string): string => `“${server}” is new and waits for your review. Nothing was started.`,
    alarm: (server: string): string => `“${server}” changed what it tells your AI. It is on hold.`,
    canary: (server: string): string =>
      `An AI app tried to send a canary to “${server}”. The call was stopped.`,
    waiting: 'A call is waiting in Doorward.',
    missed: (calls: number): string =>
      count(calls, {
        one: '# call was missed while you were away.',
        other: '# calls were missed while you were away.',
      }),
  },

  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    open: 'Open Doorward',
    settings: 'Settings…',
    search: 'Search and commands…',
    close: 'Close window',
    quit: 'Quit Doorward',
    about: 'About Doorward',
    hide: 'Hide Doorward',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    devTools: 'Developer tools',
    minimize: 'Minimise',
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
    message: "Doorward's window stopped working twice.",
    detail: 'Your apps keep their tools; only the window is affected.',
    reload: 'Reload',
    quit: 'Quit',
  },

  failed: {
    unexpected: 'There was an error in Doorward itself. The log in the profile folder says more.',
    noFolder: 'Doorward cannot use the folder of its profile, so it does not start.',
  },

  gate: {
    refused: 'Doorward refused this request.',
    malformed: 'Doorward did not understand this request.',
    tooLarge: 'This is too large for Doorward.',
    busy: 'Doorward has too many requests at once. Try again.',
    failed: "Doorward failed in itself. The log in the profile's “logs” folder says more.",
    noHost: 'Doorward is not running, so this cannot be done now.',
    notOffered: 'This way is not offered now.',
  },
};
