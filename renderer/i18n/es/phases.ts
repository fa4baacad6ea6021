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
