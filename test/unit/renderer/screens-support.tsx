import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Bridge, BridgeCommand } from '../../../shared/ipc/window.ts';
import { createFakeBridge } from '../../../renderer/dev/fake-bridge.ts';
import { AppProvider, type AppPorts } from '../../../renderer/store/app-context.tsx';
import { connect } from '../../../renderer/store/connection.ts';
import { createStores } from '../../../renderer/store/stores.ts';
import { ToastArea } from '../../../renderer/ui/toast.tsx';
import { TooltipProvider } from '../../../renderer/ui/tooltip.tsx';

type Commands = { -readonly [N in BridgeCommand]: Bridge['commands'][N] };

/** A host without an app behind it, on which one screen is drawn. What was asked of it is in `asked`. */
export function setUp() {
  const { bridge, host } = createFakeBridge(20);
  const commands = bridge.commands as Commands;
  const asked: (readonly [BridgeCommand, unknown])[] = [];
  for (const name of Object.keys(commands) as BridgeCommand[]) {
    const command = commands[name] as (input: unknown, request?: string) => Promise<unknown>;
    Object.assign(commands, {
      [name]: (input: unknown, request?: string) => {
        asked.push([name, input]);
        return command(input, request);
      },
    });
  }
  const stores = createStores();
  const ports: AppPorts = { bridge, stores, now: Date.now };
  connect(stores, {
    bridge,
    frame: (run) => {
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    },
    later: () => () => undefined,
  });
  const draw = (node: ReactNode) =>
    render(
      <AppProvider ports={ports}>
        <TooltipProvider>{node}</TooltipProvider>
        <ToastArea />
      </AppProvider>,
    );
  /** What was given to a command, oldest first. */
  const given = (name: BridgeCommand): unknown[] =>
    asked.filter(([each]) => each === name).map(([, input]) => input);
  return { bridge, commands, host, stores, draw, given, user: userEvent.setup() };
}

/** A command that is refused. */
export const refuses = (code: string, message: string) => () =>
  Promise.resolve({ ok: false, code, message } as const);
