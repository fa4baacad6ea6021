/**
 * A picture of the development page:
 * `node renderer/dev/shot.mjs <screen> <light|dark> <width>x<height> <out.png> [javascript to run before]`
 * `<screen>@<language>` speaks another language (`settings@de`), `@pseudo` the pseudo-locale.
 * Options, anywhere: `--zoom=2` shows the page as at 200 % (so much less of it fits, with as many dots), `--forced` in
 * the colours of a high-contrast system, `--contrast` with more contrast, `--still` with reduced motion.
 * `popup:<sample>` is the approval window with a sample of `sample-questions.ts`; it prints the height it asks for.
 * Prints what the page logged; ends with 1 when the page logged an error.
 */
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [what, colorScheme, size, out, script] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const zoom = Number(options.find((word) => word.startsWith('--zoom='))?.slice('--zoom='.length) ?? 1);
const [screen, lang = 'en'] = (what ?? '').split('@');
const [width, height] = (size ?? '').split('x').map(Number);
if (!screen || !colorScheme || !width || !height || !out || !(zoom > 0)) {
  console.error(
    'Usage: node renderer/dev/shot.mjs <screen> <light|dark> <width>x<height> <out.png> [script]',
  );
  process.exit(2);
}

const server = await createServer({
  configFile: false,
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  logLevel: 'error',
  cacheDir: `/tmp/doorward-dev-${process.pid}`,
  server: { port: 0, host: '127.0.0.1', hmr: false },
});
await server.listen();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = false;
try {
  const page = await browser.newPage({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme,
    forcedColors: options.includes('--forced') ? 'active' : 'none',
    contrast: options.includes('--contrast') ? 'more' : 'no-preference',
    reducedMotion: options.includes('--still') ? 'reduce' : 'no-preference',
  });
  page.on('console', (message) => {
    if (message.type() === 'debug' || message.text().includes('React DevTools')) return;
    if (message.type() === 'error') failed = true;
    console.log(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    failed = true;
    console.log(`page error: ${error.stack ?? error.message}`);
  });
  const sample = screen.startsWith('popup:') ? screen.slice('popup:'.length) : undefined;
  const start = server.resolvedUrls?.local[0];
  await page.goto(
    sample === undefined ? `${start}dev/?lang=${lang}` : `${start}dev/popup.html?${sample}&lang=${lang}`,
  );
  await page.waitForFunction(
    (popup) =>
      popup
        ? document.querySelector('[role=alertdialog]') !== null
        : 'dev' in window && document.querySelector('nav, main') !== null,
    sample !== undefined,
    { timeout: 60_000 },
  );
  if (sample === undefined) {
    await page.evaluate((id) => window.dev.stores.ui.getState().navigate(id), screen);
    // The program of a screen is fetched when it is first shown.
    await page.waitForSelector('main h1', { timeout: 60_000 });
  } else {
    const asked = await page.evaluate(() => window.popupDev.desk.asked);
    console.log(`height: ${asked.find(([name]) => name === 'popup.size')?.[1].height}`);
  }
  if (script) await page.evaluate(script);
  await page.waitForTimeout(400);
  await page.screenshot({ path: out });
} finally {
  await browser.close();
  await server.close();
}
process.exit(failed ? 1 : 0);
