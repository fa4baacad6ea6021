import { foundTexts } from './found.ts';
import { serverAskTexts } from './server-asks.ts';

/**
 * What is said about a call that waits for a person. `{{name}}` stands for a value: often one of an AI app or a server,
 * so it is shown as text and never read as a template again.
 */
export const approvalTexts = {
  // The sentence. Its verb is that of the approved effect; `unknown` where the arguments do not fit it.
  'approval.read': '{{app}} wants to read a file outside your allowed folders.',
  'approval.read-file': '{{app}} wants to read a file.',
  'approval.send': '{{app}} wants to send an e-mail to {{recipients}}.',
  'approval.send-with': '{{app}} wants to send something with {{server}} to {{recipients}}.',
  'approval.run': '{{app}} wants to run a command on this computer.',
  'approval.destroy': '{{app}} wants to delete {{items}}.',
  'approval.write': '{{app}} wants to change {{item}}.',
  'approval.spend': '{{app}} wants to spend {{amount}} with {{server}}.',
  'approval.unknown': '{{app}} wants to use "{{tool}}" on {{server}}.',
  'approval.sampling': '{{server}} wants the AI model of {{app}} to answer a prompt.',
  'approval.elicitation': '{{server}} asks you for something in {{app}}.',
  'approval.url': '{{server}} wants you to open a web page.',
  'approval.roots': '{{server}} wants to know the folders you use in {{app}}.',
  // Of an answer: the call was made, and the AI app waits for what came back.
  'approval.answer-orders': 'The answer of {{server}} · {{tool}} contains orders to {{app}}.',
  'approval.answer-hidden': 'The answer of {{server}} · {{tool}} contains text that people do not see.',
  'approval.answer-secret': 'The answer of {{server}} · {{tool}} contains a password or a key.',
  'approval.answer-personal': 'The answer of {{server}} · {{tool}} contains personal data.',
  'approval.answer-unread': 'Doorward could not look at the whole answer of {{server}} · {{tool}}.',
  'approval.answer-other':
    'The answer of {{server}} · {{tool}} contains something you want to be asked about.',

  // The second line.
  'second.read': '{{path}} · {{server}} may read {{folders}}.',
  'second.read-none': '{{path}} · {{server}} has no allowed folders.',
  'second.send': 'It cannot be called back.',
  'second.run': '{{command}} · It can do anything your account can.',
  'second.run-parts': '{{parts}} · It can do anything your account can.',
  'second.destroy': 'Doorward cannot restore them.',
  'second.write': '{{server}} may change {{folders}}.',
  'second.write-none': '{{server}} has no approved places.',
  'second.unknown': 'Doorward cannot tell what it does.',
  // The tool was approved with this effect, and these arguments do not say on what it acts.
  'second.unfit-read': 'It is a tool that reads. Doorward cannot tell what from these arguments.',
  'second.unfit-write': 'It is a tool that changes things. Doorward cannot tell which from these arguments.',
  'second.unfit-send': 'It is a tool that sends. Doorward cannot tell to whom from these arguments.',
  'second.unfit-run': 'It is a tool that runs commands. It can do anything your account can.',
  'second.unfit-destroy':
    'It is a tool that deletes. Doorward cannot tell what from these arguments, and cannot restore it.',
  'second.unfit-spend': 'It is a tool that spends. Doorward cannot tell how much from these arguments.',
  'second.sampling': 'It uses what you pay for {{app}}. Read the whole prompt first.',
  'second.elicitation': 'What you enter goes to {{server}}. Never enter passwords or keys.',
  'second.url': '{{url}}',
  'second.answer': 'The call is done. {{app}} gets the answer only if you pass it on.',
  'second.answer-changed':
    'The call is done. {{app}} gets the answer only if you pass it on, with what Doorward marked or took out.',

  // Where it goes.
  'destination.recipients': 'To {{recipients}}',
  'destination.addresses': 'To {{addresses}}',
  'destination.paths': '{{paths}}',

  // What "like this" covers.
  'like.folder': 'anything in {{folder}}',
  'like.recipient': 'anything to {{recipient}}',
  'like.host': 'anything on {{host}}',
  'like.program': 'any "{{program}}" command',
  'like.container': 'anything in {{container}}',
  'like.several': 'anything with {{places}}',

  'duration.once': 'Just this once',
  'duration.5m': 'For 5 minutes',
  'duration.1h': 'For 1 hour',
  'duration.quit': 'Until Doorward quits',
  'duration.always': 'Always',

  'scope.args': 'Exactly these arguments',
  'scope.like': 'Like this: {{like}}',
  'scope.tool': 'Anything with "{{tool}}"',
  'scope.server': 'Anything on {{server}}',
  'scope.client': 'Anything {{app}} does',
  'clients.this': 'Only {{app}}',
  'clients.all': 'All AI apps',

  'button.allow': 'Allow',
  'button.send': 'Send to {{server}}',
  'button.open-page': 'Open the page',
  'button.allow-group': 'Allow these {{count}}',
  'button.pass-on': 'Pass it on',
  'button.keep-back': 'Keep it back',
  'button.keep-counting': 'Keep it back ({{left}})',
  'button.deny': 'Deny',
  'button.deny-counting': 'Deny ({{left}})',
  'footer.until': 'No answer by {{time}}: refused.',
  'footer.until-kept': 'No answer by {{time}}: kept back.',
  'footer.stopped': 'The clock stands still while you look.',
  'footer.app-gone': '{{app}} stopped waiting. Your answer is kept if it asks the same again.',
  'queue.position': '{{n}} of {{count}}',

  'missed.unanswered': 'Nobody answered in time.',
  'missed.away': 'Nobody was at the computer.',
  'missed.app-gone': '{{app}} stopped waiting.',
  'missed.allowed': 'Allowed: the next try passes once until {{time}}.',
  'missed.served': '{{app}} has tried again, and it passed.',

  ...foundTexts,
  ...serverAskTexts,
} as const;
export type ApprovalTextKey = keyof typeof approvalTexts;

/**
 * Fills a template in for a terminal. Lists are joined with ", "; what has no value is a "?", so that a hole shows.
 * `quote` makes a value harmless to show. A value is never read as a template.
 */
export function fill(
  template: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  quote: (value: string) => string = (value) => value,
): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return '?';
    return typeof value === 'string' ? quote(value) : value.map(quote).join(', ');
  });
}
