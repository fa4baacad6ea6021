/**
 * `node:http`, without what a static import of it by name loads as well: Node then reads all of its members, and with
 * them its own fetch and WebSocket, which takes a tenth of the start of a host.
 */
export const { createServer, IncomingMessage, request, ServerResponse } =
  process.getBuiltinModule('node:http');
