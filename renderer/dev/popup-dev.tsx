import '../zod-config.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { startPopup } from '../popup/start.tsx';
import { speakDevLanguage } from './dev-language.ts';
import { fakeDesk } from './fake-popup.ts';
import { questions } from './sample-questions.ts';

// The name of the sample begins the query: `popup.html?send`, `popup.html?send&lang=de`.
const sample = questions[/^\?([^&]*)/.exec(window.location.search)?.[1] ?? ''] ?? questions['read'];
await speakDevLanguage();
const desk = fakeDesk(sample?.());

/** For the console and for pictures: `popupDev.desk.push([…])`, `popupDev.popup.openGroup()`. */
const popupDev = {
  desk,
  questions,
  popup: startPopup(desk.bridge),
  speak: (code: string) => speakDevLanguage(`?lang=${code}`),
};
declare global {
  interface Window {
    popupDev: typeof popupDev;
  }
}
window.popupDev = popupDev;
