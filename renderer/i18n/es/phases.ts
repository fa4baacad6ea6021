import type { phases as en } from '../en/phases.ts';
import type { Translation } from '../translation.ts';

/** What the window shows while no host runs, in Spanish. */
export const phases = {
  starting: 'Doorward se está iniciando.',
  stopping: 'Doorward se está cerrando.',
  stoppingMeans: 'Las llamadas en curso se están rechazando.',
  crashed: 'Doorward se detuvo',
  failed: {
    'port-taken': 'Otro programa ocupa la dirección de Doorward',
    'profile-locked': 'Doorward ya está en marcha',
    settings: 'Los ajustes no se pueden leer',
    other: 'Doorward no pudo iniciarse',
  },
  means: {
    'port-taken':
      '{{process}} usa la dirección de Doorward y podría recibir las claves de sus apps. Ciérrelo y elija después «Reemplazar claves e iniciar».',
    'port-taken-by-unknown':
      'Otro programa usa la dirección de Doorward y podría recibir las claves de sus apps. Ciérrelo y elija después «Reemplazar claves e iniciar».',
    'profile-locked': 'Otro Doorward usa ya este perfil. Utilice ese, o ciérrelo antes.',
    'profile-locked-by': 'Otro Doorward (proceso {{pid}}) usa ya este perfil. Utilice ese, o ciérrelo antes.',
    'no-node': 'Falta una parte de Doorward. Instale Doorward de nuevo.',
    'no-node-in-clone':
      'No hay ningún Node 24 en node_modules. Ejecute «npm ci», o ponga en DOORWARD_NODE la ruta de un Node 24.',
    bug: 'Hubo un error en el propio Doorward. El registro de la carpeta del perfil dice más.',
    crashed:
      'Hubo un error en el propio Doorward, así que no pasa ninguna llamada. El registro de la carpeta del perfil dice más.',
  },
  replaceMeans:
    'Al reemplazarlas, cada app de IA recibe una clave nueva, de modo que las antiguas no sirven. Después cada app necesita su clave nueva: Apps de IA, «Clave nueva».',
  ways: 'Lo que puede hacer',
  way: {
    retry: 'Reintentar',
    'replace-keys': 'Reemplazar claves e iniciar',
    'open-folder': 'Abrir la carpeta',
    relaunch: 'Iniciar de nuevo',
    quit: 'Salir',
  },
} as const satisfies Translation<typeof en>;
