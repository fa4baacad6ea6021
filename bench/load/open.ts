import type { Connection } from './connection.ts';
import type { Connect } from './orders.ts';
import { openSse } from './sse.ts';
import { openStdio } from './stdio.ts';
import { openStreamable } from './streamable.ts';

/** Opens a connection the way a system wants to be reached. Rejects when it cannot be reached. */
export async function openConnection(connect: Connect): Promise<Connection> {
  switch (connect.kind) {
    case 'streamable':
      return openStreamable(connect.url, connect.headers);
    case 'sse':
      return openSse(connect.url, connect.headers);
    case 'stdio':
      return openStdio(connect.command, connect.args);
  }
}
