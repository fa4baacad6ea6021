import { z } from 'zod';

// Zod would otherwise try `new Function`, which the policy of the page refuses. Imported before everything else.
z.config({ jitless: true });
