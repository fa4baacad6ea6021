import { rugPulls } from '../fixtures/turning/rug-pulls.ts';

rugPulls('http');
