import { guard } from '../core/guard.ts';
import { life } from '../core/runtime.ts';
import { registerScheme } from './schemes.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** The protocols of one session. */
export class Protocols {
  readonly handlers = new Map<string, ProtocolHandler>();

  /** What the app sees as `session.protocol`. */
  readonly face = guard('protocol', {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => {
      if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme: string): boolean => this.handlers.has(scheme),
  });
}

let registered = false;

/** The `protocol` module: that of the default session, and the registration of schemes. */
export function createProtocolModule(
  defaults: () => Protocols,
): Pick<
  typeof Electron.protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> {
  const whenReady = (): Protocols['face'] => {
    if (!life.ready) throw new Error('protocol can only be used after app is ready');
    return defaults().face;
  };
  return guard('protocol', {
    registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
      if (life.ready)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      if (registered) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
      registered = true;
      for (const { scheme, privileges } of schemes) {
        if (!privileges?.standard)
          throw new Error(`The stand-in imitates only standard schemes, not '${scheme}:'.`);
        registerScheme(scheme, privileges);
      }
    },
    handle: (scheme: string, handler: ProtocolHandler) => whenReady().handle(scheme, handler),
    unhandle: (scheme: string) => whenReady().unhandle(scheme),
    isProtocolHandled: (scheme: string) => whenReady().isProtocolHandled(scheme),
  });
}
