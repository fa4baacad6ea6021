/**
 * A picture of the development page:
 * `node renderer/dev/shot.mjs <screen> <light|dark> <width>x<height> <out.png> [javascript to run before]`
 * Prints what the page logged; ends with 1 when the page logged an error.
 */
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';

const [screen, colorScheme, size, out, script] = process.argv.slice(2);
const [width, height] = (size ?? '').split('x').map(Number);
if (!screen || !colorScheme || !width || !height || !out) {
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
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.on('console', (message) => {
    if (message.type() === 'debug' || message.text().includes('React DevTools')) return;
    if (message.type() === 'error') failed = true;
    console.log(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    failed = true;
    console.log(`page error: ${error.stack ?? error.message}`);
  });
  await page.goto(`${server.resolvedUrls?.local[0]}dev/`);
  await page.waitForFunction(
    () => 'dev' in window && document.querySelector('nav, main') !== null,
    undefined,
    {
      timeout: 60_000,
    },
  );
  await page.evaluate((id) => window.dev.stores.ui.getState().navigate(id), screen);
  if (script) await page.evaluate(script);
  await page.waitForTimeout(400);
  await page.screenshot({ path: out });
} finally {
  await browser.close();
  await server.close();
}
process.exit(failed ? 1 : 0);
