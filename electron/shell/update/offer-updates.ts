import { dialog } from 'electron';
import type { Logger } from '../../log/logger.ts';
import { readManaged } from '../../policy/managed/source.ts';
import { systemManagedPorts } from '../../policy/managed/system-ports.ts';
import { VERSION } from '../../version.ts';
import { texts } from '../texts.ts';
import { updateDesk } from './update-desk.ts';
import { updateRules } from './update-rules.ts';
import { updaterSource } from './updater-source.ts';

export interface OfferPorts {
  /** Where this copy gets updates from; undefined when it does not update itself. */
  readonly host: string | undefined;
  /** Ends the host: calls in flight are refused, the log is written. */
  readonly release: () => Promise<void>;
  readonly logger: Logger;
}

/** What the menu's "Look for a new version" does; undefined where this copy does not update itself. */
export function offerUpdates({ host, release, logger }: OfferPorts): (() => void) | undefined {
  if (host === undefined) return undefined;
  const desk = updateDesk({
    source: updaterSource(async () => (await import('electron-updater')).autoUpdater, release),
    current: VERSION,
    rules: async () => updateRules(await readManaged(process.platform, systemManagedPorts())),
    async ask(message, detail, yes, no) {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        title: texts.product,
        message,
        detail,
        buttons: [no, yes],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    async tell(message) {
      await dialog.showMessageBox({
        type: 'info',
        title: texts.product,
        message,
        buttons: [texts.update.close],
      });
    },
    log: (message, facts) => logger.warn(message, facts),
  });
  return () => void desk.look();
}
