import { homedir } from 'node:os';
import type { LikePorts } from './like.ts';
import { createRealPath } from './places/real-path.ts';

/** This computer, where nobody says otherwise. It does not know which files are an AI app's own. */
export const localPorts = (): LikePorts => ({
  realPath: createRealPath(),
  home: homedir(),
  platform: process.platform,
  ownFiles: () => [],
});
