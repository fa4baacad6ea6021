import { registerHooks } from 'node:module';

const ours = new URL('./electron-module.ts', import.meta.url).href;
const specifiers = new Set(['electron', 'electron/main', 'electron/common']);

registerHooks({
  resolve(specifier, context, next) {
    if (specifiers.has(specifier)) return { url: ours, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});
