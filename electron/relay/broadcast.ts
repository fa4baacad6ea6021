/** These concern everybody on the connection, whichever request happened to be open. */
export const BROADCAST: ReadonlySet<string> = new Set([
  'notifications/tools/list_changed',
  'notifications/prompts/list_changed',
  'notifications/resources/list_changed',
  'notifications/resources/updated',
  'notifications/elicitation/complete',
  'notifications/tasks/status',
  // The server takes a question back; whose it was is known where questions are kept.
  'notifications/cancelled',
]);
