import { useUi } from '../store/app-context.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useAnnounced } from './use-announced.ts';

/**
 * Where the window speaks to screen readers: `say` of the ui store and waiting calls politely, so that they never
 * interrupt; alarms at once. A sentence that is said twice is a new element each time, else it would be heard once.
 */
export function LiveRegion() {
  const { said, sayings } = useUi((ui) => ({ said: ui.said, sayings: ui.sayings }));
  const urgent = useAnnounced();
  return (
    <VisuallyHidden>
      <span role="status">
        <span key={sayings}>{said}</span>
      </span>
      <span aria-live="assertive" aria-atomic="true" data-urgent>
        <span key={urgent.count}>{urgent.sentence}</span>
      </span>
    </VisuallyHidden>
  );
}
