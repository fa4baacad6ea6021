// Preloaded (`node --expose-gc --import …`) into a host whose memory is watched: asked over the process channel, it
// collects garbage and answers with what is still held. Holds nothing itself and does not keep the host alive.
import { setTimeout } from 'node:timers/promises';

async function answer(): Promise<void> {
  globalThis.gc?.();
  // Finalizers free native memory after a first collection; a second one then sees it gone.
  await setTimeout(50);
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, rss });
}

process.on('message', () => void answer());
process.channel?.unref();
