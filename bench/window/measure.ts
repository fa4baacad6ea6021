import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright/test';
import type { Bridge, BridgeCommand, BridgeInput, BridgeOutput } from '../../shared/ipc/window.ts';
import { LIVE_CALLS } from '../../shared/model/live-bounds.ts';
import { type Doorward, launch } from '../../test/e2e/fixtures/launch.ts';
import { startLoadClient, type LoadClient } from '../load/driver.ts';
import { median, spread } from '../measure/statistics.ts';
import { HTTP_UPSTREAM } from '../systems/paths.ts';
import { endAll, firstJson, startNode } from '../systems/processes.ts';
import { type BundleSize, bundleSize } from './bundle-size.ts';
import { type FirstPaint, measureFirstPaint, placeEmptyPage } from './first-paint.ts';
import { heapBytes, sampleTurns, seen, type Smoothness, turnsFor, watch } from './smoothness.ts';

export interface WindowLoad {
  readonly calls: number;
  readonly rate: number;
  readonly seconds: number;
}

export interface WindowReport {
  readonly text: string;
  readonly figures: Readonly<Record<string, unknown>>;
  /** Whether the bars are kept. */
  readonly kept: boolean;
}

const WORK_MS = 20;
const TICKS = 10;
/** A task may take so long on a machine that has nothing else to do. */
const TASK_MS = 50;
/** What a full list may grow by in a second burst. */
const GROWTH = 1.2;
/** The first paint of the window, times that of an empty page. */
const PAINT = 2;
/** Bytes of all scripts of the window. */
const BUNDLE = 350_000;

async function command<N extends BridgeCommand>(
  page: Page,
  name: N,
  input: BridgeInput<N>,
): Promise<BridgeOutput<N>> {
  const answer = await page.evaluate(
    async ([which, given]) => {
      const { doorward } = window as unknown as { doorward: Bridge };
      return doorward.commands[which as BridgeCommand](given as never);
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value as BridgeOutput<N>;
}

/** A server that answers at once, and an AI app that may call it. */
async function setUp({ page, url }: Doorward, client: LoadClient, upstream: number): Promise<void> {
  await command(page, 'server.add', {
    id: 'up',
    launch: { transport: 'http', url: `http://127.0.0.1:${upstream}/mcp`, headers: {} },
  });
  await command(page, 'server.inspect', { id: 'up' });
  await command(page, 'server.approve', { id: 'up' });
  const { token } = await command(page, 'client.add', { name: 'Load' });
  const headers = { authorization: `Bearer ${token}` };
  await client.open('app', { kind: 'streamable', url: `${url}/s/up`, headers });
}

/** Waits until the list holds so many calls: a window that shows none is smooth for nothing. */
async function shown(page: Page, calls: number): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Calls' });
  const deadline = performance.now() + 30_000;
  while (Number(await grid.getAttribute('aria-rowcount')) < Math.min(calls, LIVE_CALLS)) {
    if (performance.now() > deadline) throw new Error('The list never held the calls.');
    await pause(200);
  }
}

const run = (client: LoadClient, calls: number) =>
  client.run({ name: 'app', tool: 'echo', atLeastBytes: 1, calls, atOnce: 32, warm: 0 });

/** `rate` calls a second, in ten portions each second; answers how many really were made in a second. */
async function burst(client: LoadClient, { rate, seconds }: WindowLoad): Promise<number> {
  const began = performance.now();
  for (let tick = 0; tick < seconds * TICKS; tick++) {
    const due = began + (tick * 1000) / TICKS;
    await pause(Math.max(0, due - performance.now()));
    await run(client, Math.round(rate / TICKS));
  }
  return (rate * seconds * 1000) / (performance.now() - began);
}

interface Burst extends Smoothness {
  readonly rate: number;
  readonly stretch: number;
  readonly heap: number;
}

async function measured(
  { page }: Doorward,
  empty: Page,
  turns: number,
  client: LoadClient,
  load: WindowLoad,
): Promise<Burst> {
  await watch(page);
  const [rate, samples] = await Promise.all([burst(client, load), sampleTurns(empty, turns, load.seconds)]);
  const smooth = await seen(page);
  return { ...smooth, rate, stretch: Math.max(1, median(samples) / WORK_MS), heap: await heapBytes(page) };
}

/** Fills the list of the app's window, sends two bursts through the gateway, and watches the window meanwhile. */
export async function measureWindow(load: WindowLoad): Promise<WindowReport> {
  const upstream = await startNode({ args: [HTTP_UPSTREAM] });
  const client = startLoadClient();
  const browser = await chromium.launch({
    executablePath: process.env['DOORWARD_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const removeEmptyPage = placeEmptyPage();
  const doorward = await launch();
  try {
    const { port } = await firstJson(upstream);
    const paint = await measureFirstPaint(doorward.page);
    await setUp(doorward, client, Number(port));
    const empty = await browser.newPage();
    const turns = await turnsFor(empty, WORK_MS);
    await doorward.page.keyboard.press('Control+2');
    const before = await heapBytes(doorward.page);
    await run(client, load.calls);
    await shown(doorward.page, load.calls);
    const first = await measured(doorward, empty, turns, client, load);
    const second = await measured(doorward, empty, turns, client, load);
    return report({ size: bundleSize(), paint, before, bursts: [first, second] });
  } finally {
    await client.end();
    await doorward.close();
    removeEmptyPage();
    await browser.close();
    await endAll();
  }
}

interface Measured {
  readonly size: BundleSize;
  readonly paint: FirstPaint;
  /** Bytes of the page's objects before there were calls. */
  readonly before: number;
  readonly bursts: readonly [Burst, Burst];
}

function report({ size, paint, before, bursts }: Measured): WindowReport {
  const [first, second] = bursts;
  const kb = (bytes: number): number => Math.round(bytes / 1000);
  const ms = ({ median: middle, min, max }: FirstPaint['window']): string =>
    `${Math.round(middle)} ms [${Math.round(min)}–${Math.round(max)}]`;
  const times = paint.window.median / paint.empty.median;
  const mib = (bytes: number): number => Math.round(bytes / 1024 / 10.24) / 100;
  const smooth = bursts.every(({ longestTask, stretch }) => longestTask <= TASK_MS * stretch);
  const growth = second.heap / first.heap;
  const lines = bursts.map(
    ({ rate, stretch, longestTask, longTasks, longestFrame, frames, heap }, i) =>
      `burst ${i + 1}: ${Math.round(rate)} calls/s; longest task ${Math.round(longestTask)} ms (bar ${Math.round(
        TASK_MS * stretch,
      )} = 50 × ${stretch.toFixed(2)} of an empty page), ${longTasks} over 50 ms; longest frame ${Math.round(
        longestFrame,
      )} ms of ${frames}; heap ${mib(heap)} MiB`,
  );
  return {
    text: [
      `scripts: ${kb(size.first)} kB before the first paint, ${kb(size.whole)} kB with every screen (gzip; bar ${kb(BUNDLE)} for all)`,
      `first paint: ${ms(paint.window)}, an empty page ${ms(paint.empty)}: ${times.toFixed(2)} × (bar ${PAINT}); of both, ${Math.round(paint.before)} ms pass before the document is there`,
      `heap before ${mib(before)} MiB`,
      ...lines,
      `heap after the second, times the first: ${growth.toFixed(2)} (bar ${GROWTH})`,
    ].join('\n'),
    figures: { size, paint, before, bursts, growth, stretch: spread(bursts.map(({ stretch }) => stretch)) },
    kept: smooth && growth <= GROWTH && times <= PAINT && size.whole <= BUNDLE,
  };
}
