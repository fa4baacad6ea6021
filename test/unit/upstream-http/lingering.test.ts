import { expect, test, vi } from 'vitest';
import { Lingering } from '../../../electron/upstream/http/lingering.ts';

test('a stream that stays open after its answer is cut; one that ended by itself is left alone', () => {
  vi.useFakeTimers();
  try {
    const cut: string[] = [];
    const stream = (name: string): { abort(): void } => ({ abort: () => cut.push(name) });
    const lingering = new Lingering();
    const ended = stream('ended');
    lingering.add(stream('open'));
    lingering.add(ended);
    lingering.remove(ended);
    vi.advanceTimersByTime(10_000);
    expect(cut).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(cut).toEqual(['open']);
    vi.advanceTimersByTime(20_000);
    expect(vi.getTimerCount()).toBe(0);
    lingering.add(stream('later'));
    lingering.clear();
    expect(cut).toEqual(['open', 'later']);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
