import '../zod-config.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { startPopup } from './start.tsx';

startPopup(window.doorward);
