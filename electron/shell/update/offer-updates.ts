import { dialog } from 'electron';
import type { UpdateView } from '../../../shared/ipc/desktop-contract.ts';
import type { Logger } from '../../log/logger.ts';
import { readManaged } from '../../policy/managed/source.ts';
import { systemManagedPorts } from '../../policy/managed/system-ports.ts';
import { VERSION } from '../../version.ts';
import { PRODUCT } from '../texts/product.ts';
import type { ShellTexts } from '../texts/shell-texts.ts';
import { lastLookFile } from './last-look.ts';
import { updateDesk } from './update-desk.ts';
import { updateRules } from './update-rules.ts';
import { updaterSource } from './updater-source.ts';

export interface OfferPorts {
  /** Where this copy gets updates from; undefined when it does not update itself. */
  readonly host: string | undefined;
  /** Ends the host: calls in flight are refused, the log is written. */
  readonly release: () => Promise<void>;
  readonly texts: () => ShellTexts;
  readonly logger: Logger;
  /** Where it is remembered when somebody last looked. */
  readonly file: string;
}

export interface OfferedUpdates {
  /** What the menu's "Look for a new version" does; undefined where this copy does not update itself. */
  readonly look: (() => void) | undefined;
  /** What the settings page shows, after doing what its button says. */
  view(act: 'show' | 'look' | 'get'): Promise<UpdateView>;
}

/** The ways to a new version: the menu, and the settings page. Nothing is looked for before a person says so. */
export function offerUpdates({ host, release, texts, logger, file }: OfferPorts): OfferedUpdates {
  const rules = async () =>
    updateRules(await readManaged(process.platform, systemManagedPorts()), texts().update);
  if (host === undefined)
    return {
      look: undefined,
      async view() {
        const rule = await rules();
        return { way: !rule.ok && rule.code === 'off' ? 'off' : 'elsewhere', failed: false };
      },
    };
  const desk = updateDesk({
    source: updaterSource(async () => (await import('electron-updater')).autoUpdater, release),
    current: VERSION,
    texts: () => texts().update,
    rules,
    now: Date.now,
    last: lastLookFile(file),
    async ask(message, detail, yes, no) {
      const { response } = await dialog.showMessageBox({
        type: 'question',
        title: PRODUCT,
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
        title: PRODUCT,
        message,
        buttons: [texts().update.close],
      });
    },
    log: (message, facts) => logger.warn(message, facts),
  });
  return { look: () => void desk.look(), view: (act) => desk.view(act) };
}
