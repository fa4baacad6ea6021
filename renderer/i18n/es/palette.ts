import type { palette as en } from '../en/palette.ts';
import type { Translation } from '../translation.ts';

/** La búsqueda en todo y sus comandos. */
export const palette = {
  open: 'Buscar',
  title: 'Búsqueda y comandos',
  field: 'Buscar servidores, herramientas, llamadas, ajustes y comandos',
  keys: 'Las flechas mueven, Intro abre, Escape cierra.',
  list: 'Lo que se ha encontrado',
  group: {
    recent: 'Usado hace poco',
    command: 'Comandos',
    screen: 'Pantallas',
    server: 'Servidores',
    tool: 'Herramientas',
    app: 'Apps de IA',
    rule: 'Permisos y reglas',
    setting: 'Ajustes',
    call: 'Llamadas',
  },
  some: '{{shown, number}} de {{count, number}}',
  said_one: '{{count, number}} resultado.',
  said_many: '{{count, number}} resultados.',
  said_other: '{{count, number}} resultados.',
  none: 'Nada coincide con «{{text}}».',
  noneHint:
    'Aquí se encuentran pantallas, comandos, servidores, sus herramientas, apps de IA, permisos, ajustes por su nombre y llamadas por palabras que contienen.',
  allCalls: 'Todas las llamadas con «{{text}}»',
  live: 'Llamadas en directo',
  theme: 'Apariencia: {{choice}}',
  language: 'Idioma: {{name}}',
  lift: 'Dejar de bloquear todo…',
  usual: 'Dejar de preguntar por todo…',
  asking: 'A partir de ahora se le pregunta por cada llamada.',
  notDone: 'No se ha hecho: {{why}}',
} as const satisfies Translation<typeof en>;
