import { type ComponentType, lazy, Suspense, useState } from 'react';

/** A screen whose program is read when it is first shown, or before. */
export interface Later<P> {
  readonly View: ComponentType<P>;
  /** Reads the program now. Rejects when it cannot be had; it may be asked for again then. */
  readonly load: () => Promise<void>;
}

/**
 * A view in a part of the bundle of its own. Nothing is drawn while it is read, which takes a few milliseconds from the
 * app's own files; once read it is drawn at once. A part that cannot be had is thrown to the error boundary, and asked
 * for anew when the view is drawn anew.
 */
export function later<P extends object>(read: () => Promise<ComponentType<P>>): Later<P> {
  let known: ComponentType<P> | undefined;
  const load = async (): Promise<ComponentType<P>> => (known ??= await read());
  function View(props: P) {
    // Chosen once: another component in its place would lose what the person did on the screen.
    const [Shown] = useState(() => known ?? lazy(async () => ({ default: await load() })));
    return (
      <Suspense fallback={null}>
        <Shown {...props} />
      </Suspense>
    );
  }
  return { View, load: async () => void (await load()) };
}
