import { en } from '../i18n/en.ts';
import { speak, speakWith } from '../i18n/i18n.ts';
import { PSEUDO, pseudoCatalogue } from '../i18n/pseudo.ts';

/** Has the development page speak the language in its address: `?lang=de`; `?lang=pseudo` is the pseudo-locale. */
export async function speakDevLanguage(search = window.location.search): Promise<void> {
  const code = new URLSearchParams(search).get('lang') ?? 'en';
  if (code === 'pseudo') await speakWith(PSEUDO, pseudoCatalogue(en));
  else await speak(code);
}
