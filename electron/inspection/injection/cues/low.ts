import { Cues } from './cues.ts';

/** The cues of all shapes that look at a sentence in small letters. */
export const LOW = new Cues();
