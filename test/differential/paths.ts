import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder; its own package brings servers and clients that the project itself does not depend on. */
export const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The AI apps are a package of their own, because they are large. */
export const APPS = join(HERE, 'apps');

const MODULES = join(HERE, '../../node_modules');

/** Python servers live beside the package's modules, where every tool that reads sources looks away. */
export const PYTHON = join(HERE, 'node_modules/.cache/python');

/** A program out of the project's own dependencies. */
export const projectModule = (path: string): string => join(MODULES, path);

/** A program out of the package in this folder. */
export const ownModule = (path: string): string => join(HERE, 'node_modules', path);

/** A program out of the package of AI apps. */
export const appModule = (path: string): string => join(APPS, 'node_modules', path);
