// Zod would otherwise try `new Function`, which the policy of the page refuses. It takes what it finds under this name
// when it is loaded, so the page can say it without loading zod. Imported before everything else.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
