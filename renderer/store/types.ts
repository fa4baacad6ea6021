import type { z } from 'zod';
import type { clientView } from '../../shared/ipc/shapes.ts';

/** An AI app that may connect. */
export type ClientView = z.infer<typeof clientView>;
export type { HostPatch, HostState, Phase, Screen } from '../../shared/ipc/window.ts';
