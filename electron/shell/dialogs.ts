import { type BaseWindow, dialog } from 'electron';
import { writeFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from '../host/profile.ts';
import { PRODUCT } from './texts/product.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

async function choose(
  window: BaseWindow | undefined,
  options: Parameters<typeof dialog.showMessageBox>[0],
): Promise<number> {
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response;
}

/** Asks before a page opens in the browser. The safe answer is the preset and the one that Escape gives. */
export async function confirmLink(
  window: BaseWindow | undefined,
  message: string,
  detail: string,
  { title, cancel, open }: ShellTexts['link'],
): Promise<boolean> {
  const buttons = [cancel, open];
  const options = {
    type: 'question' as const,
    title,
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return (await choose(window, options)) === 1;
}

/** Asks what to do about a page that ends again and again. */
export async function askAfterCrash({ rendererGone }: ShellTexts): Promise<'reload' | 'quit'> {
  const { message, detail, reload, quit } = rendererGone;
  const options = {
    type: 'error' as const,
    title: PRODUCT,
    message,
    detail,
    buttons: [reload, quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return (await choose(undefined, options)) === 1 ? 'quit' : 'reload';
}

/** Asks where a text is to go, and writes it there for this user alone. `saved` is false when the person gave up. */
export async function saveText(
  window: BaseWindow | undefined,
  name: string,
  text: string,
): Promise<Result<{ readonly saved: boolean }>> {
  const options = { defaultPath: name };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return ok({ saved: false });
  try {
    // The dialog has asked about a file that is there already.
    writeFileSync(filePath, text, { mode: 0o600 });
    return ok({ saved: true });
  } catch (error) {
    return fail('failed', `The file was not written: ${reasonOf(error)}.`);
  }
}
