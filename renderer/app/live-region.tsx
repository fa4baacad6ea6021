import { useUi } from '../store/app-context.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** Where `say` of the ui store is heard; politely, so that it never interrupts. */
export function LiveRegion() {
  const said = useUi((ui) => ui.said);
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  );
}
