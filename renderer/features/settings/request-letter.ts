import { visible } from '../../ui/hostile-text/segments.ts';

export interface LetterAbout {
  readonly server: string;
  /** One tool of it; the whole server when left out. */
  readonly tool?: string | undefined;
  /** The e-mail address of whoever manages Doorward here. */
  readonly to?: string | undefined;
  /** What the host wrote down. */
  readonly request: string;
}

type Part = 'subject' | 'subjectTool' | 'body' | 'bodyTool';
/** Says a part of the letter in the language of the window. */
export type SayPart = (part: Part, names: { readonly server: string; readonly tool: string }) => string;

export interface Letter {
  /** The letter with the request below it, to be copied. */
  readonly text: string;
  /** The letter as the address of an e-mail; undefined when nobody named one. The request is put in by hand. */
  readonly mailto: string | undefined;
}

/**
 * A letter to whoever manages Doorward here. What nobody sees in a name is drawn, line breaks too, and nothing of it
 * becomes another line or another header of the e-mail (attack: a tool named "x&bcc=…").
 */
export function requestLetter({ server, tool, to, request }: LetterAbout, say: SayPart): Letter {
  const names = { server: visible(server), tool: visible(tool ?? '') };
  const subject = say(tool === undefined ? 'subject' : 'subjectTool', names);
  const body = say(tool === undefined ? 'body' : 'bodyTool', names);
  const part = (text: string): string => encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return {
    text: `${subject}\n\n${body}\n\n${request}`,
    mailto:
      to === undefined
        ? undefined
        : `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${part(subject)}&body=${part(body)}`,
  };
}
