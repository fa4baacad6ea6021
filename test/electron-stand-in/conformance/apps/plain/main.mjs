// One window without a preload script, one instance per profile, nothing listened to that has a default.
import { app, BrowserWindow } from 'electron';

const secondInstances = [];
globalThis.secondInstances = secondInstances;

if (!app.requestSingleInstanceLock({ link: 'doorward://x', list: [1, 2] })) {
  console.log('lock refused');
  app.exit(0);
}
app.on('second-instance', (_event, argv, cwd, data) => {
  secondInstances.push({ hasExtra: argv.includes('--extra'), cwd, data });
});

await app.whenReady();
const window = new BrowserWindow({ show: false });
await window.loadURL('data:text/html,<h1>Plain</h1>');
globalThis.loaded = true;
if (process.argv.includes('--quit-when-loaded')) app.quit();
