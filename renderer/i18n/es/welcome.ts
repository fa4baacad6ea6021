import type { welcome as en } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

/** The first page in Spanish. */
export const welcome = {
  title: 'Sus apps de IA',
  lead: 'Doorward está entre sus apps de IA y los servidores que les dan herramientas. Le muestra cada llamada, pregunta antes de las arriesgadas y guarda sus claves.',
  list: 'Apps de IA en este equipo',
  servers_one: 'Llega a {{count}} servidor sin pasar por Doorward:',
  servers_many: 'Llega a {{count}} de servidores sin pasar por Doorward:',
  servers_other: 'Llega a {{count}} servidores sin pasar por Doorward:',
  noServers: 'Aún no tiene servidores.',
  show: 'Mostrar qué cambia',
  hide: 'Ocultar qué cambia',
  looking: 'Buscando…',
  promise:
    'El archivo de cada app se copia antes de cambiarlo, y se puede restaurar en cualquier momento. Ningún servidor se inicia antes de que usted lo haya mirado.',
  connect_one: 'Conectar {{count}} app',
  connect_many: 'Conectar {{count}} de apps',
  connect_other: 'Conectar {{count}} apps',
  later: 'Ahora no',
  under: 'Conectando {{app}}…',
  review_one: 'Ver {{count}} servidor',
  review_many: 'Ver {{count}} de servidores',
  review_other: 'Ver {{count}} servidores',
  done: 'Listo',
} as const satisfies Translation<typeof en>;
