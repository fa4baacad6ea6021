import { callLine } from './call-line.ts';
import { counting } from './counting.ts';
import type { ShellTexts } from './shell-texts.ts';

const count = counting('es');

/** What the shell says, in Spanish. */
export const es = {
  tray: {
    guarding: (clients, servers) => {
      const apps = count(clients, { one: '# app', many: '# de apps', other: '# apps' });
      const guarded = count(servers, { one: '# servidor', many: '# de servidores', other: '# servidores' });
      return `Protege ${apps}, ${guarded}`;
    },
    starting: 'Iniciando…',
    stopping: 'Cerrando…',
    notRunning: 'Detenido: las apps no tienen herramientas',
    blocked: 'Todo está bloqueado',
    lockedDown: 'Bloqueado: no se pueden leer los ajustes de la organización',
    waiting: (calls) =>
      count(calls, {
        one: '# llamada en espera…',
        many: '# de llamadas en espera…',
        other: '# llamadas en espera…',
      }),
    tipWaiting: (calls) =>
      count(calls, {
        one: 'Doorward: # llamada espera su respuesta',
        many: 'Doorward: # de llamadas esperan su respuesta',
        other: 'Doorward: # llamadas esperan su respuesta',
      }),
    tip: (state) => `Doorward: ${state}`,
    reviews: (servers) =>
      count(servers, {
        one: '# servidor nuevo por revisar…',
        many: '# de servidores nuevos por revisar…',
        other: '# servidores nuevos por revisar…',
      }),
    changes: (items) =>
      count(items, {
        one: '# cambio por revisar…',
        many: '# de cambios por revisar…',
        other: '# cambios por revisar…',
      }),
    call: callLine({
      ok: ['{app}: «{tool}»', '{app}: «{tool}» en {server}'],
      open: ['{app}: «{tool}» (en curso)', '{app}: «{tool}» en {server} (en curso)'],
      refused: ['{app}: «{tool}» (rechazada)', '{app}: «{tool}» en {server} (rechazada)'],
      failed: ['{app}: «{tool}» (fallida)', '{app}: «{tool}» en {server} (fallida)'],
      cancelled: ['{app}: «{tool}» (cancelada)', '{app}: «{tool}» en {server} (cancelada)'],
      error: ['{app}: «{tool}» (con error)', '{app}: «{tool}» en {server} (con error)'],
    }),
    askEverything: 'Preguntar por todo',
    blockEverything: 'Bloquear todo',
    profiles: 'Perfil',
    profile: (name) => `Perfil: «${name}»`,
    profileName: (name) => `«${name}»`,
    noProfile: 'Sin perfil',
    open: 'Abrir',
    settings: 'Ajustes',
    quit: 'Salir',
    quitWithout: (clients) =>
      count(clients, {
        one: 'Salir (# app se quedará sin herramientas)',
        many: 'Salir (# de apps se quedarán sin herramientas)',
        other: 'Salir (# apps se quedarán sin herramientas)',
      }),
  },

  notices: {
    added: (server) => `«${server}» es nuevo y espera su revisión. No se inició nada.`,
    alarm: (server) => `«${server}» cambió lo que le dice a su IA. Está retenido.`,
    canary: (server) => `Una app de IA intentó enviar un canario a «${server}». La llamada se detuvo.`,
    waiting: 'Hay una llamada en espera en Doorward.',
    missed: (calls) =>
      count(calls, {
        one: 'Se perdió # llamada durante su ausencia.',
        many: 'Se perdieron # de llamadas durante su ausencia.',
        other: 'Se perdieron # llamadas durante su ausencia.',
      }),
  },

  menu: {
    file: 'Archivo',
    edit: 'Edición',
    view: 'Ver',
    window: 'Ventana',
    open: 'Abrir Doorward',
    settings: 'Ajustes…',
    search: 'Búsqueda y comandos…',
    close: 'Cerrar ventana',
    quit: 'Salir de Doorward',
    about: 'Acerca de Doorward',
    hide: 'Ocultar Doorward',
    hideOthers: 'Ocultar otros',
    unhide: 'Mostrar todo',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    resetZoom: 'Tamaño real',
    zoomIn: 'Ampliar',
    zoomOut: 'Reducir',
    fullScreen: 'Pantalla completa',
    devTools: 'Herramientas de desarrollo',
    minimize: 'Minimizar',
  },

  link: {
    title: 'Abrir una página web',
    question: (host) => `¿Abrir ${host} en su navegador?`,
    detail: (url) => `${url}\n\nDoorward no conoce esta página.`,
    open: 'Abrir',
    cancel: 'Cancelar',
  },

  update: {
    look: 'Buscar una versión nueva…',
    newest: (current) => `Tiene la versión más reciente de Doorward (${current}).`,
    found: (version) => `Doorward ${version} está disponible. ¿Descargarla?`,
    foundDetail: (current) => `Tiene la ${current}. No se instala nada hasta que lo confirme de nuevo.`,
    get: 'Descargar',
    notNow: 'Ahora no',
    ready: (version) => `Doorward ${version} se descargó y se comprobó. ¿Instalarla ahora?`,
    readyDetail: 'Doorward se cierra y se inicia de nuevo. Las llamadas en curso se rechazan.',
    install: 'Instalar e iniciar de nuevo',
    off: 'Su organización no quiere que Doorward se actualice por sí mismo.',
    unknownRules:
      'No se pueden leer los ajustes de su organización, así que no se sabe si Doorward puede actualizarse por sí mismo.',
    another: 'Llegó una versión distinta de la que aceptó. No se instaló nada.',
    failed:
      'No se pudo obtener ninguna versión nueva. Compruebe la red; el registro de la carpeta del perfil dice más.',
    close: 'Cerrar',
  },

  rendererGone: {
    message: 'La ventana de Doorward dejó de funcionar dos veces.',
    detail: 'Sus apps conservan sus herramientas; solo la ventana está afectada.',
    reload: 'Recargar',
    quit: 'Salir',
  },

  failed: {
    unexpected: 'Hubo un error en el propio Doorward. El registro de la carpeta del perfil dice más.',
    noFolder: 'Doorward no puede usar la carpeta de su perfil, así que no se inicia.',
  },

  gate: {
    refused: 'Doorward rechazó esta petición.',
    malformed: 'Doorward no entendió esta petición.',
    tooLarge: 'Esto es demasiado grande para Doorward.',
    busy: 'Doorward tiene demasiadas peticiones a la vez. Inténtelo de nuevo.',
    failed: 'Hubo un error en el propio Doorward. El registro de la carpeta «logs» del perfil dice más.',
    noHost: 'Doorward no está en marcha, así que esto no se puede hacer ahora.',
    notOffered: 'Esta opción no se ofrece ahora.',
  },
} as const satisfies ShellTexts;
