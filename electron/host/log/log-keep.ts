import type { Settings } from '../../../shared/model/settings.ts';
import type { Keep } from '../../audit/worker-messages.ts';

/** How much of the log is kept: what the person chose and what the organisation limits; the shorter time counts. */
export function keepOf(own: Pick<Settings, 'log'>, retentionDays: number | undefined): Keep {
  const { keepDays, maxMegabytes } = own.log;
  const days = [keepDays, retentionDays].filter((each) => each !== undefined);
  return {
    ...(days.length === 0 ? {} : { days: Math.min(...days) }),
    ...(maxMegabytes === undefined ? {} : { megabytes: maxMegabytes }),
  };
}
