import { guard } from '../core/guard.ts';
import { type WebContents, host, webContents } from '../main/web-contents.ts';
import { toChromium } from '../main/schemes.ts';

let ownText = '';
/** Whether the app has written while no page could take it to Chromium. */
let behind = false;

/** Chromium has the clipboard: a page that can reach it is asked for it, whatever the page itself may do. */
async function inPage(expression: string): Promise<unknown> {
  for (const contents of webContents.getAllWebContents() as WebContents[]) {
    const { page } = contents[host];
    const url = toChromium(page.url);
    if (!page.crashed && url.startsWith('https:')) return page.useClipboard(new URL(url).origin, expression);
  }
  return undefined;
}

async function readText(): Promise<string> {
  if (behind) await writeText(ownText);
  const text = await inPage('navigator.clipboard.readText()');
  return typeof text === 'string' ? text : ownText;
}

async function writeText(text: string): Promise<void> {
  ownText = text;
  behind = (await inPage(`navigator.clipboard.writeText(${JSON.stringify(text)}).then(() => true)`)) !== true;
}

/** `clipboard` in its asynchronous form, text only. */
export const clipboard = guard('clipboard', {
  readText,
  writeText,
  has: async (type: string) => type === 'text/plain' && (await readText()) !== '',
  clear(): void {
    void writeText('');
  },
});
