import '../zod-config.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { startPopup } from '../popup/start.tsx';
import { fakeDesk } from './fake-popup.ts';
import { questions } from './sample-questions.ts';

// The name of the sample is the query: `popup.html?send`.
const sample = questions[window.location.search.slice(1)] ?? questions['read'];
const desk = fakeDesk(sample?.());

/** For the console and for pictures: `popupDev.desk.push([…])`, `popupDev.popup.openGroup()`. */
const popupDev = { desk, questions, popup: startPopup(desk.bridge) };
declare global {
  interface Window {
    popupDev: typeof popupDev;
  }
}
window.popupDev = popupDev;
