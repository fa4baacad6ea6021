import { z } from 'zod';
import { serverId, signInView } from '../model/server.ts';
import { command } from './command-spec.ts';

/** What an authorization server calls a client, and what it knows it by: they travel in headers and forms. */
const clientText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => /^[\x20-\x7e]+$/.test(text), 'It has characters that cannot be sent.');

/** The commands about signing in to remote servers. */
export const signInContract = {
  'server.signIn': command({
    does: 'Signs in to a remote server: tells the page at which a person signs in, and waits for them.',
    input: z.strictObject({
      id: serverId,
      /** A client that was registered by hand, where programs cannot register themselves. */
      client: z.strictObject({ id: clientText(2048), secret: clientText(8192).optional() }).optional(),
      /** `person`: somebody signs in in the browser. `client-credentials`: the client by itself, and nobody. */
      grant: z.enum(['person', 'client-credentials']).default('person'),
      /** The port on this computer to which the browser comes back; any free one unless given. */
      port: z.int().min(1).max(65_535).optional(),
      /** Hosts in a private network to which this sign-in may lead. */
      privateHosts: z
        .array(
          z.string().regex(/^[A-Za-z0-9.:[\]-]{1,253}$/, 'A host is a name or an address, without a port.'),
        )
        .max(20)
        .default([]),
    }),
    output: signInView.extend({ id: z.string() }),
    needsOperator: true,
    progress: true,
  }),
  'server.signOut': command({
    does: 'Signs out of a remote server and forgets the sign-in; its calls are refused from then on.',
    input: z.strictObject({ id: serverId }),
    output: signInView.extend({ id: z.string() }),
    needsOperator: false,
    progress: false,
  }),
} as const;
