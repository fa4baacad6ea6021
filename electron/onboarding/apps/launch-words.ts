import type { Launch } from '../../../shared/model/server.ts';
import { exposedSecrets } from './app-secrets.ts';

const MAX_WORDS_LENGTH = 400;

/** How a server is started or reached, in one line, with what is secret in it hidden. */
export function launchWords(launch: Launch): string {
  const secrets = exposedSecrets(launch);
  const words = launch.transport === 'http' ? [launch.url] : [launch.command, ...launch.args];
  const line = words.map((word) => hidden(word, secrets)).join(' ');
  return line.length > MAX_WORDS_LENGTH ? `${line.slice(0, MAX_WORDS_LENGTH - 1)}…` : line;
}

/** The text without these values, in the forms in which they may stand in settings. */
export function hidden(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets)
    for (const form of new Set([JSON.stringify(secret).slice(1, -1), secret, encodeURIComponent(secret)]))
      if (form.length > 0) shown = shown.replaceAll(form, '[hidden]');
  return shown;
}
