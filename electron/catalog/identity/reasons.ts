import type { LaunchReason } from '../../../shared/model/review.ts';

/** One sentence for people. Quoted texts come from the configuration and are shown as text. */
export function launchSentence(reason: LaunchReason): string {
  const p = (name: string): string => reason.params[name] ?? '';
  switch (reason.code) {
    case 'shell':
      return `It is started through a shell (${p('command')}), which can run anything.`;
    case 'inline-code':
      return `Its program stands in the command itself and is run by ${p('command')}: ${p('text')}`;
    case 'encoded-command':
      return `Its command is written in code, so that nobody can read it (${p('command')}).`;
    case 'shell-syntax':
      return `It holds signs that chain commands: ${p('text')}`;
    case 'downloads-and-runs':
      return `It downloads something and runs it: ${p('text')}`;
    case 'system-program':
      return `"${p('command')}" is a tool of the system and no server.`;
    case 'temporary-path':
      return `It runs from a folder in which any program can put files: ${p('path')}`;
    case 'climbing-path':
      return `Its path leads somewhere else than it seems: ${p('path')}`;
    case 'relative-program':
      return `Its program is looked for in whatever folder it is started in: ${p('path')}`;
    case 'hidden-characters':
      return `It holds characters that cannot be seen: ${p('text')}`;
    case 'lookalike-name':
      return `"${p('name')}" looks like "${p('plain')}" and is written with other letters.`;
    case 'dangerous-variable':
      return `The setting ${p('name')} makes other code run than the server's.`;
    case 'path-variable':
      return `It sets where programs are looked for: ${p('path')}`;
    case 'foreign-registry':
      return `It is fetched from a place that is not one of the usual ones: ${p('address')}`;
    case 'foreign-proxy':
      return `What it sends goes through another computer: ${p('address')}`;
    case 'secret-in-plain':
      return `A key stands in plain text (${p('name')}). Doorward can keep it in its vault.`;
    case 'secret-in-arguments':
      return 'A secret of the vault stands in its command while it runs. Every program of this computer can read it there.';
    case 'debug-port':
      return 'It opens a door for debugging, through which other programs can take it over.';
    case 'preloaded-code':
      return `Other code is loaded before the server: ${p('text')}`;
    case 'container-privileges':
      return `Its container gets rights over this computer: ${p('text')}`;
    case 'container-host-files':
      return `Its container gets files of this computer: ${p('path')}`;
    case 'container-network':
      return `Its container is not kept apart from the network: ${p('text')}`;
    case 'package-from-address':
      return `It does not come from a registry: ${p('address')}`;
    case 'lookalike-package':
      return `"${p('name')}" is spelled nearly like the well-known "${p('known')}".`;
    case 'insecure-url':
      return `The way to it is not encrypted: ${p('address')}`;
    case 'private-address':
      return `It is in a private network: ${p('address')}`;
    case 'credentials-in-url':
      return `A key stands in its address, where others can read it: ${p('address')}`;
    case 'lookalike-host':
      return p('known') === ''
        ? `Its address is written with letters of another script: ${p('address')}`
        : `Its address looks like ${p('known')} and is another one: ${p('address')}`;
    case 'sensitive-path':
      return `It is given a place where keys or the whole disk lie: ${p('path')}`;
    case 'weakened-security':
      return `It is set up to be less careful than usual: ${p('text')}`;
    case 'not-versioned':
      return `"${p('name')}" names no version. Doorward keeps to the one you see at review.`;
  }
}
