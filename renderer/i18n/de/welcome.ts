import type { Translation } from '../translation.ts';
import type { welcome as en } from '../en/welcome.ts';

/** Die erste Seite. */
export const welcome = {
  title: 'Ihre KI-Apps',
  lead: 'Doorward steht zwischen Ihren KI-Apps und den Servern, die ihnen Tools geben. Es zeigt Ihnen jeden Aufruf, fragt vor riskanten nach und verwahrt die Schlüssel.',
  list: 'KI-Apps auf diesem Computer',
  servers_one: 'Erreicht {{count}} Server an Doorward vorbei:',
  servers_other: 'Erreicht {{count}} Server an Doorward vorbei:',
  noServers: 'Noch ohne Server.',
  show: 'Änderungen zeigen',
  hide: 'Änderungen verbergen',
  looking: 'Wird gesucht …',
  promise:
    'Die Datei jeder App wird kopiert, bevor sie geändert wird, und lässt sich jederzeit zurückholen. Kein Server wird gestartet, bevor Sie ihn angesehen haben.',
  connect_one: '{{count}} App verbinden',
  connect_other: '{{count}} Apps verbinden',
  later: 'Nicht jetzt',
  under: '{{app}} wird verbunden …',
  review_one: '{{count}} Server ansehen',
  review_other: '{{count}} Server ansehen',
  done: 'Fertig',
} as const satisfies Translation<typeof en>;
