import type { ElectronApplication, Page } from 'playwright/test';
import { channelOf, pushes } from '../../shared/ipc/window.ts';
import type { HeldCall } from '../../shared/model/approval.ts';
import { connectAiApp } from './fixtures/ai-app.ts';
import { approvalWindow } from './fixtures/approval-window.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import { alikeCall, everywhere, hostileCall, placesCall, type Roles } from './fixtures/hostile-calls.ts';
import { type HostileString, hostileStrings } from './fixtures/hostile-strings.ts';
import type { Doorward } from './fixtures/launch.ts';
import { type Observed, observe } from './fixtures/observed.ts';
import {
  type Answers,
  installLook,
  lookAtDetails,
  lookAtGroup,
  lookAtMenu,
  turnAndLook,
  turnToNext,
} from './fixtures/popup-look.ts';
import { addAsking, officeServer } from './fixtures/servers.ts';

const ALL = 10_000;
const SEED = 7411;
/** Calls that wait at the same time. */
const AT_ONCE = 100;
/** In lists of calls that are alike, and in menus, one in so many. */
const ALIKE_EVERY = 20;
const MENU_EVERY = 100;
/** Of a list within a sentence, so many are told without a button for the rest. */
const PLACES = 7;
/** When it is asked for, each text stands in every field; usually eight of them share a call, in turns. */
const ALONE = process.env['DOORWARD_HOSTILE'] === 'all';
const SHARE = ALONE ? 1 : 8;

/** The approval window with one ordinary call in it, which waits for as long as the test looks. */
interface Asking {
  readonly popup: Page;
  readonly first: HeldCall;
  readonly answers: Answers;
  readonly observed: Observed;
}

async function openWindow({ app, page, home, url }: Doorward): Promise<Asking> {
  await addAsking(page, 'office', officeServer, `${home}/reached.jsonl`);
  const { token } = await command(page, 'client.add', { name: 'Claude Desktop' });
  const client = await connectAiApp(`${url}/s/office`, token);
  void client
    .callTool({ name: 'frobnicate', arguments: { thing: 'x' } }, { timeout: 900_000 })
    .catch(() => undefined);
  const popup = await approvalWindow(app);
  await expect(popup.getByRole('button', { name: /^Deny/ })).toBeVisible();
  const [held] = (await command(page, 'approval.list', {})).pending;
  if (held === undefined) throw new Error('no call waits');
  // Its clock stands still, so that nothing comes between.
  await command(page, 'approval.touch', { id: held.id });
  await expect(popup.getByText('The clock stands still while you look.')).toBeVisible();
  const { endsAt: _clock, ...first } = held;
  // And from now on only the test tells the window what waits.
  await app.evaluate(({ BrowserWindow }, channel) => {
    const all = BrowserWindow.getAllWindows();
    const contents = all.find((one) => one.webContents.getURL().includes('approval'))?.webContents;
    if (contents === undefined) throw new Error('no approval window');
    const send = contents.send.bind(contents);
    contents.send = (name, ...values) => (name === channel ? undefined : send(name, ...values));
    Object.assign(globalThis, { sayPending: (json: string) => send(channel, JSON.parse(json)) });
  }, channelOf('pending'));
  const observed = observe(popup);
  await popup.evaluate(installLook);
  return { popup, first, answers: await answersOf(popup), observed };
}

const answersOf = (popup: Page): Promise<Answers> =>
  popup.evaluate(() => {
    const [deny = [], allow = []] = [...document.querySelectorAll('button[aria-keyshortcuts]')].map(
      (button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return [x, y, width, height];
      },
    );
    return { deny, allow };
  });

/**
 * Tells the approval window what waits, over the channel on which the app tells it: the call on show, and others behind
 * it. Resolves when it shows that.
 */
async function tell(
  app: ElectronApplication,
  popup: Page,
  shown: HeldCall,
  calls: readonly { readonly call: HeldCall }[],
): Promise<void> {
  const say = (pending: readonly HeldCall[]): Promise<void> =>
    app.evaluate(
      (_, json) => (globalThis as { sayPending?: (json: string) => void }).sayPending?.(json),
      // As a text of JSON: the inspector of Node spoils its memory over halves of characters.
      JSON.stringify(pushes.pending.parse({ pending })),
    );
  const position = popup.getByText(/^\d+ of \d+$/);
  // The one before it, so that nobody turns to what is left of an older list.
  await say([shown]);
  await expect(position).toHaveCount(0);
  await say([shown, ...calls.map(({ call }) => call)]);
  await expect(position).toHaveText(`1 of ${calls.length + 1}`);
}

/**
 * What is wrong once the window has the height that the page asked for: that takes a way through the app. What is
 * wrong while it grows is looked at again; what stays wrong is told.
 */
async function atRest(popup: Page, look: () => Promise<string[]>): Promise<string[]> {
  let faults = await look();
  for (let again = 0; faults.length > 0 && again < 5; again++) {
    await popup.waitForTimeout(200);
    faults = await look();
  }
  return faults;
}

/** Fails with each fault beside the texts that made it. */
function expectNone(
  faults: readonly string[],
  textsOf: (at: number) => readonly HostileString[],
  from: number,
): void {
  const told = faults.map((fault) => {
    const texts = textsOf(Number.parseInt(fault, 10)).map(({ text }) => text.slice(0, 300));
    return `${fault} — ${JSON.stringify(texts)}`;
  });
  expect(told, `texts from number ${from}`).toEqual([]);
}

/** The texts by so many, with the number of the first one. */
function* batches(size: number, every = 1): Generator<{ from: number; texts: HostileString[] }> {
  const all = hostileStrings(ALL, SEED).filter((_, at) => at % every === 0);
  for (let at = 0; at < all.length; at += size) yield { from: at * every, texts: all.slice(at, at + size) };
}

/** Who plays what: each text everything, or several of them in turns. */
function rolesOf(texts: readonly HostileString[]): Roles[] {
  if (ALONE) return texts.map(everywhere);
  return Array.from({ length: texts.length / SHARE }, (_, n) => {
    const some = texts.slice(SHARE * n, SHARE * (n + 1));
    const [name, title, place, reason, ...others] = [...some.slice(n % SHARE), ...some.slice(0, n % SHARE)];
    if (name === undefined || title === undefined || place === undefined || reason === undefined)
      throw new Error('a part of the texts would be left out');
    return { name, title, place, reason, others };
  });
}

test(`${ALL} hostile texts as names, titles, arguments and reasons: nothing runs, moves or hides`, async ({
  doorward,
}) => {
  test.setTimeout(1_200_000);
  const { app } = doorward;
  const { popup, first, answers, observed } = await openWindow(doorward);
  let shown = first;
  let count = 0;
  for (const { from, texts } of batches(SHARE * AT_ONCE)) {
    const roles = rolesOf(texts);
    const calls = roles.map((each, at) => hostileCall(each, from + at, Date.now()));
    await tell(app, popup, shown, calls);
    const looks = calls.map(({ places, sentence }) => ({ places, sentence, answers }));
    expectNone(
      await popup.evaluate(turnAndLook, looks),
      (at) => Object.values(roles[at] ?? {}).flat() as HostileString[],
      from,
    );
    count += texts.length;
    shown = calls.at(-1)?.call ?? shown;
  }
  expect(count).toBe(ALL);
  await popup.screenshot({ path: 'test-results/screens/approval-hostile.png' });
  expect(await observed.faults()).toEqual([]);
});

test('hostile texts in lists of calls that are alike', async ({ doorward }) => {
  test.setTimeout(600_000);
  const { app } = doorward;
  const { popup, first, answers, observed } = await openWindow(doorward);
  let shown = first;
  for (const { from, texts } of batches(AT_ONCE, ALIKE_EVERY)) {
    const calls = texts.map((text, at) => alikeCall(text, from + at, Date.now()));
    await tell(app, popup, shown, calls);
    await popup.evaluate(turnToNext);
    await popup.getByRole('button', { name: /^Allow these \d+…$/ }).click();
    await expect(popup.getByRole('list', { name: 'Calls that are alike' })).toBeVisible();
    const looked = calls.map(({ seen, sentence, whole }) => ({ seen, sentence, whole }));
    expectNone(
      await popup.evaluate(lookAtGroup, { calls: looked, answers }),
      (at) => texts.slice(at, at + 1),
      from,
    );
    if (from === 0) await popup.screenshot({ path: 'test-results/screens/approval-hostile-group.png' });
    await popup.getByRole('button', { name: 'Back to the one call' }).click();
    const [call] = calls;
    if (call !== undefined) shown = { ...call.call, group: undefined };
  }
  expect(await observed.faults()).toEqual([]);
});

test('hostile texts in the choice of what Allow covers, and in Details', async ({ doorward }) => {
  test.setTimeout(600_000);
  const { app } = doorward;
  const { popup, first, answers, observed } = await openWindow(doorward);
  let shown = first;
  for (const { from, texts } of batches(PLACES, MENU_EVERY)) {
    const call = placesCall(texts, from, Date.now());
    const [name] = texts;
    if (name === undefined) continue;
    await tell(app, popup, shown, [{ call }]);
    await popup.evaluate(turnToNext);
    await popup.getByRole('button', { name: 'Just this once' }).click();
    await popup.getByRole('menu').waitFor();
    expectNone(
      await atRest(popup, () => popup.evaluate(lookAtMenu, { like: texts, name })),
      (at) => texts.slice(at, at + 1),
      from,
    );
    if (from === 0) await popup.screenshot({ path: 'test-results/screens/approval-hostile-menu.png' });
    await popup.keyboard.press('Escape');
    await popup.getByRole('menu').waitFor({ state: 'detached' });
    await popup.getByRole('button', { name: 'Details', exact: true }).click();
    const edit = popup.getByRole('button', { name: 'Edit and allow…' });
    if ((await edit.count()) > 0) await edit.click();
    const faults = await atRest(popup, () => popup.evaluate(lookAtDetails, { seen: name, answers }));
    expectNone(faults, () => [name], from);
    shown = call;
  }
  expect(await observed.faults()).toEqual([]);
});
