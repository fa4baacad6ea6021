import type { ShownFinding } from '../model/inspection.ts';

/** What is said about what was found in a call or an answer, in the approval window and in a terminal. */
export const foundTexts = {
  'found.hidden': 'Hidden text',
  'found.injection': 'Orders to an AI app',
  'found.secret': 'A password or a key',
  'found.personal': 'Personal data',
  'found.mask': 'A mask of yours fits',
  'found.vault': 'A secret of the vault',
  'found.flow': 'Data that would leave',
  // Where it stands (a JSON pointer), how it was written, and what gave it away.
  'found.at': 'at {{path}}',
  'found.within': 'written as {{how}}',
  'found.signals': 'signs: {{signals}}',

  // The three things that together let data out.
  'flow.private': '{{app}} has read private data: {{server}} · {{tool}}',
  'flow.untrusted': '{{app}} has seen what strangers wrote: {{server}} · {{tool}}',
  'flow.out': 'This call can send data out: {{server}} · {{tool}}',
} as const;
export type FoundTextKey = keyof typeof foundTexts;

/** The name of what was found. */
export const foundKey = ({ source }: Pick<ShownFinding, 'source'>): FoundTextKey => `found.${source}`;
