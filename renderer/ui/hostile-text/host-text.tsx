import { useHostSentence } from '../../i18n/host-sentence.ts';
import { HostileText, type HostileTextProps } from './hostile-text.tsx';

/** A sentence of the host in the language of the window. What servers and files put into it is shown as what it is. */
export function HostText({ text, ...rest }: HostileTextProps) {
  const say = useHostSentence();
  return <HostileText text={say(text)} {...rest} />;
}
