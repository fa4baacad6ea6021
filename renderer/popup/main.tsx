import '../styles/tokens.css';
import '../styles/base.css';
import { followLanguage } from '../i18n/follow-language.ts';
import { startPopup } from './start.tsx';

// Nothing is drawn in another language first, and the window is not shown before its page asks for what waits.
void followLanguage(window.doorward).then(() => startPopup(window.doorward));
