import type { Reason } from '../../../shared/model/review.ts';

const HIDING: Readonly<Record<string, string>> = {
  'zero-width': 'that take no space',
  bidi: 'that turn the direction of reading',
  tags: 'from an alphabet nobody sees',
  selectors: 'that select nothing',
  'private-use': 'that have no meaning of their own',
  control: 'for controlling machines',
  ansi: 'for controlling a terminal',
  pushed: 'far below or beside the visible text',
  comment: 'in a comment',
  encoded: 'in code',
  lookalike: 'of another script that look like ordinary letters',
};

const ASKS: Readonly<Record<string, string>> = {
  conversation: 'for your conversation with the AI app',
  credentials: 'for a password or key',
  system: 'for what your AI app keeps to itself',
  onlookers: 'for somebody else to be copied in',
  smuggling: 'for more than the tool needs',
};

const PLACES: Readonly<Record<string, string>> = {
  path: 'a file',
  folder: 'a folder',
  url: 'a web address',
  host: 'a computer on the network',
  recipient: 'somebody to receive something',
  amount: 'a sum',
  command: 'a command',
};

const EFFECTS: Readonly<Record<string, string>> = {
  read: 'reads',
  write: 'changes things',
  send: 'sends things',
  run: 'runs commands',
  destroy: 'deletes things',
  spend: 'spends money',
  unknown: 'does something that Doorward cannot tell',
};

const UNCHECKED: Readonly<Record<string, string>> = {
  size: 'It is too long or too deep to be looked at whole. What Doorward did not read may give your AI orders.',
  soon: 'Doorward has not read all of it yet.',
  much: 'The server offers more text than Doorward reads, and this is beyond it.',
};

/** One sentence for people, in the words of the interface. Quoted texts come from the server and are shown as text. */
export function reasonSentence(reason: Reason): string {
  const p = (name: string): string => String(reason.params[name] ?? '');
  const where = placeOf(reason.path);
  const quote = (name: string): string => `"${p(name)}"`;
  switch (reason.code) {
    case 'orders':
      if (reason.risk !== 'alarm') return `${where} reads like orders to your AI: ${quote('quote')}`;
      return `${where} now gives your AI orders: ${quote('quote')}`;
    case 'system-marks':
      return `${where} speaks to your AI as if it were the AI app itself: ${quote('quote')}`;
    case 'hidden-text': {
      const says = p('says');
      return `It hides ${plural(reason.params['count'], 'character')} ${HIDING[p('kind')] ?? ''}${says === '' ? '.' : `: "${says}"`}`;
    }
    case 'names-other-tool':
      return `${where} now speaks of another tool, ${quote('name')}.`;
    case 'names-other-server':
      return p('what') === 'server'
        ? `${where} speaks of your server ${quote('server')}.`
        : `${where} speaks of ${quote('name')}, ${p('what') === 'parameter' ? 'an argument' : 'a tool'} of your server ${quote('server')}.`;
    case 'new-place':
      return `${where} now names a place that it did not name before: ${quote('place')}`;
    case 'steers':
      return `${where} tells your AI when to use tools: ${quote('quote')}`;
    case 'long-text':
      return `${where} has grown by ${plural(reason.params['count'], 'character')}.`;
    case 'read-only-claimed':
      return 'It now claims that it only reads.';
    case 'destructive-dropped':
      return 'It no longer says that it can destroy something.';
    case 'closed-world-claimed':
      return 'It now claims that it reaches nothing outside.';
    case 'annotation-changed':
      return `What it promises about itself has changed (${p('name')}).`;
    case 'effect-raised':
      return `It now ${EFFECTS[p('is')] ?? ''}; the approved version ${p('was') === 'unknown' ? 'did not say so' : `only ${EFFECTS[p('was')] ?? ''}`}.`;
    case 'title-misleads':
      return `It is now shown as ${quote('title')}, which is not what ${quote('name')} does.`;
    case 'title-changed':
      return `It is now shown as ${quote('title')}.`;
    case 'renamed':
      return `${quote('was')} is now called ${quote('is')}.`;
    case 'remote-ref':
      return `Part of it lies elsewhere and can change at any time: ${quote('ref')}`;
    case 'header-mirrored':
      return `${p('name') === '' ? 'It' : `The argument ${quote('name')}`} is now also sent as a header${p('header') === '' ? '' : `, ${quote('header')}`}, which others on the way can read.`;
    case 'sensitive-parameter':
      return `A new argument, ${quote('name')}, asks ${ASKS[p('asked')] ?? ''}.`;
    case 'place-parameter':
      return `A new argument, ${quote('name')}, names ${PLACES[p('place')] ?? 'a place'}.`;
    case 'new-parameter':
      return `There is a new argument, ${quote('name')}.`;
    case 'now-required':
      return p('name') === '' ? 'An argument must now be given.' : `It must now be given: ${p('name')}.`;
    case 'schema-wider':
      return p('name') === ''
        ? 'It now takes more than before.'
        : `${quote('name')} now takes more than before.`;
    case 'schema-narrower':
      return 'It now takes less than before.';
    case 'schema-changed':
      return p('name') === '' ? 'What it takes has changed.' : `What ${quote('name')} takes has changed.`;
    case 'output-changed':
      return 'What it answers with has changed.';
    case 'unknown-field':
      return `There is a field that Doorward does not know: ${quote('name')}.`;
    case 'icon-changed':
      return 'Its icon has changed.';
    case 'meta-changed':
      return 'Its technical details have changed.';
    case 'wording':
      return 'Only the wording has changed.';
    case 'order-of-list':
      return 'A list is in another order.';
    case 'new-item':
      return `It is new: nobody has looked at it yet. It ${EFFECTS[p('effect')] ?? ''}.`;
    case 'gone':
      return 'It is no longer offered.';
    case 'unreadable':
      return `It cannot be approved. ${p('why')}`;
    case 'unchecked':
      return UNCHECKED[p('why')] ?? 'Doorward could not look at all of it.';
  }
}

function plural(count: string | number | undefined, one: string): string {
  return `${String(count ?? 0)} ${one}${count === 1 ? '' : 's'}`;
}

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['description', 'The description'],
  ['title', 'The title'],
  ['enum', 'A choice'],
  ['const', 'The only choice'],
  ['default', 'The default'],
  ['examples', 'An example'],
  ['$comment', 'A comment'],
]);

/** "The description", "The description of "path"", for a JSON pointer. */
function placeOf(path: string): string {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.at(-1);
  if (last === undefined) return 'The text';
  const at = steps.lastIndexOf('properties');
  const argument = at >= 0 ? steps[at + 1] : undefined;
  // Of a list it is one of its entries.
  const keyword = /^\d+$/.test(last) ? (steps.at(-2) ?? last) : last;
  const field = FIELDS.get(keyword) ?? 'A field';
  if (argument !== undefined && steps.length > at + 2) return `${field} of "${argument}"`;
  return argument === undefined && FIELDS.has(keyword) ? field : `The field "${last}"`;
}
