import type { Answer } from './ipc-gate.ts';

/** The calls whose clock one window has stopped. */
export interface TouchedCalls {
  /** Notes what the window stops and lets go; otherwise the same answers. */
  watch(answer: Answer): Answer;
  /** These calls wait still; others are forgotten. */
  waiting(ids: readonly string[]): void;
  /** Nobody looks at the window any more: every clock that it stopped goes on. */
  letGo(): void;
}

/**
 * A page stops the clock of a call while somebody looks at it, and starts it again. A page that crashes, is closed, or
 * whose person has left does not start it again, and the call would wait for ever; so the app does.
 */
export function touchedCalls(leave: (id: string) => void): TouchedCalls {
  const touched = new Set<string>();
  return {
    watch: (answer) => async (name, input, onProgress, from) => {
      if (!name.startsWith('approval.')) return answer(name, input, onProgress, from);
      const { id } = input as { readonly id?: string };
      const touching = name === 'approval.touch' && id !== undefined;
      // Noted before it is done: who closes the window meanwhile lets go of this one too.
      if (touching) touched.add(id);
      const wire = await answer(name, input, onProgress, from);
      if (id !== undefined && touching !== wire.ok) touched.delete(id);
      return wire;
    },
    waiting(ids) {
      const still = new Set(ids);
      for (const id of touched) if (!still.has(id)) touched.delete(id);
    },
    letGo() {
      const all = [...touched];
      touched.clear();
      for (const id of all) leave(id);
    },
  };
}
