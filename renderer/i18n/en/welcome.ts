/** The first page. */
export const welcome = {
  title: 'Your AI apps',
  lead: 'Doorward stands between your AI apps and the servers that give them tools. It shows you every call, asks before risky ones, and keeps their keys.',
  list: 'AI apps on this computer',
  servers_one: 'Reaches {{count}} server past Doorward:',
  servers_other: 'Reaches {{count}} servers past Doorward:',
  noServers: 'It has no servers yet.',
  show: 'Show what changes',
  hide: 'Hide what changes',
  looking: 'Looking…',
  promise:
    'Each app’s file is copied before it is changed, and can be put back at any time. No server is started before you have looked at it.',
  connect_one: 'Connect {{count}} app',
  connect_other: 'Connect {{count}} apps',
  later: 'Not now',
  under: 'Connecting {{app}}…',
  review_one: 'Look at {{count}} server',
  review_other: 'Look at {{count}} servers',
  done: 'Done',
} as const;
