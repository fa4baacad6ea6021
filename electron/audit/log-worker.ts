import { parentPort, workerData } from 'node:worker_threads';
import { basename } from 'node:path';
import { acceptLog, noticedIn } from './accept-log.ts';
import { type Chores, startChores } from './chores.ts';
import { openDatabase, type OpenDatabase, setAside } from './database.ts';
import { createExports, type Exports } from './export.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import type { LogAnchor } from './anchor.ts';
import type { VerifyAgainst } from './log.ts';
import { createOverviews } from './overview.ts';
import { listCalls, showCall, unfinishedCalls } from './query.ts';
import { createReports } from './report.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { sessionOf } from './session.ts';
import { type Signer, signerOf } from './signer.ts';
import { createTextKeeper, type TextKeeper } from './texts/text-keeper.ts';
import { troubleFrom } from './trouble.ts';
import { verifyChain } from './verify.ts';
import type { Answer, FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';
import { createWriter, type Writer } from './writer.ts';

// The program of the log's thread: it owns the database, so that no disk is ever waited for on the main thread.

type Question = Extract<ToWorker, { id: number }>;

/** Everything that works on an open log. */
interface Room {
  readonly open: OpenDatabase;
  readonly writer: Writer;
  readonly texts: TextKeeper;
  readonly keeper: Keeper;
  readonly index: SearchIndex | undefined;
  readonly exports: Exports;
  readonly reports: ReturnType<typeof createReports>;
  readonly overviews: ReturnType<typeof createOverviews>;
  readonly chores: Chores;
  readonly signer: Signer | undefined;
  /** The newest row when the log was opened: what began before is of an earlier run. */
  readonly openedAt: number;
  readonly send: (message: FromWorker) => void;
  readonly file: string;
  /** Ends the thread. */
  readonly done: () => void;
  /** How far it had come, as far as that is known elsewhere. */
  anchor: LogAnchor | undefined;
}

function start(settings: WorkerStart, send: (message: FromWorker) => void, done: () => void) {
  const opened = openDatabase(settings);
  if (!opened.ok) {
    send({ tell: 'refused', code: opened.code, message: opened.message });
    done();
    return undefined;
  }
  const open = opened.value;
  const { db } = open;
  const texts = createTextKeeper();
  const writer = createWriter(open, settings.file, () => performance.now(), texts);
  const signer = settings.seed === undefined ? undefined : signerOf(settings.seed);
  const before = settings.seedBefore === undefined ? undefined : signerOf(settings.seedBefore);
  const keeper = createKeeper({
    db,
    head: () => writer.head(),
    signer,
    before,
    now: Date.now,
    found: {
      ...(settings.anchor === undefined ? {} : { anchor: settings.anchor }),
      ...((open.aside ?? settings.aside) === undefined ? {} : { aside: open.aside ?? settings.aside }),
    },
  });
  const notices = [open.notice, begin(keeper)];
  const index = settings.index === undefined ? undefined : openSearchIndex(settings.index, db);
  const exports = createExports(db, signer, Date.now, () => performance.now());
  const room: Room = {
    open,
    writer,
    texts,
    keeper,
    index,
    exports,
    reports: createReports(db, index),
    overviews: createOverviews(db, index),
    signer,
    openedAt: writer.seq(),
    send,
    file: settings.file,
    done,
    // Until what was found is noted, the log is held against what had been reached before.
    anchor: signer === undefined ? undefined : keeper.begun() ? keeper.reached() : settings.anchor,
    chores: startChores({
      db,
      file: settings.file,
      keeper,
      index,
      exporting: () => exports.busy(),
      now: Date.now,
      onReached(anchor) {
        room.anchor = anchor;
        send({ tell: 'reached', anchor });
      },
      onBegun: (late) => begunLate(room, late),
    }),
  };
  const notice = notices.filter((one) => one !== undefined).join(' ');
  send({ tell: 'ready', seq: writer.seq(), ...(notice === '' ? {} : { notice }) });

  return (message: ToWorker) => {
    // `Array.isArray` does not narrow a readonly array away from the other kinds.
    if (!('ask' in message)) write(room, message);
    else if (message.ask === 'close') close(room, done);
    else if (message.ask === 'keep') room.chores.keep(message.keep);
    else if (message.ask === 'know') texts.know(message.out);
    else void answer(room, message);
  };
}

function begin(keeper: Keeper): string | undefined {
  try {
    return keeper.begin();
  } catch {
    // A full or failing disk refuses calls with a sentence of its own, and this comes again.
    return undefined;
  }
}

/** What a person should know of the opening, which could be noted only now. */
function begunLate(room: Room, notice: string | undefined) {
  if (room.signer !== undefined) room.anchor = room.keeper.reached();
  if (notice !== undefined) room.send({ tell: 'notice', notice });
}

/** No row before what was found is noted: behind a log that was closed it would look like somebody else's. */
function notBegun(room: Room) {
  if (room.keeper.begun()) return undefined;
  try {
    begunLate(room, room.keeper.begin());
    return undefined;
  } catch (error) {
    return troubleFrom(error);
  }
}

function write(room: Room, batch: Parameters<Writer['write']>[0]) {
  const { writer, send, chores } = room;
  const trouble = notBegun(room) ?? writer.write(batch);
  send(trouble === undefined ? writer.seq() : { tell: 'failed', trouble });
  chores.stir();
}

async function answer(room: Room, question: Question) {
  const { send } = room;
  const { id } = question;
  try {
    const value = await answerOf(room, question);
    if (value === undefined)
      send({ tell: 'error', id, message: 'This export is over, or waited too long. Begin it again.' });
    else send({ tell: 'answer', id, value });
  } catch (error) {
    const { code } = troubleFrom(error);
    const reason = code === 'corrupt' ? 'it is damaged' : 'the disk reports an error';
    send({ tell: 'error', id, message: `The call log could not be read: ${reason}.` });
  }
}

async function answerOf(room: Room, question: Question): Promise<Answer | undefined> {
  const { open, index, chores, exports } = room;
  switch (question.ask) {
    case 'list':
      return listCalls(open.db, question.query, index);
    case 'show':
      return showCall(open.db, question.call);
    case 'overview':
      return chores.during(() => room.overviews.count(question.query));
    case 'session':
      return { session: await chores.during(() => sessionOf(open.db, question.call)) };
    case 'noticed':
      return { noticed: noticedIn(open.db) };
    case 'accept':
      return chores.during(() =>
        acceptLog({
          db: open.db,
          keeper: room.keeper,
          against: against(room),
          setAside: () => leave(room),
        }),
      );
    case 'unfinished':
      return chores.during(() => unfinishedCalls(open.db, room.openedAt, index));
    case 'export':
      return exports.piece(question.what);
    case 'report':
      return chores.during(() => room.reports.make(question.query));
    case 'verify':
      return chores.during(() => verifyChain(open.db, undefined, against(room)));
  }
}

/** Closes the log for good and keeps its file under another name; the thread ends, and with the next one a new log begins. */
function leave({ open, chores, index, file, done }: Room): string {
  chores.end();
  index?.close();
  open.db.close();
  // Whatever comes of it, this thread has no log any more.
  setImmediate(done);
  return basename(setAside(file, Date.now(), 'kept'));
}

const against = ({ signer, anchor }: Room): VerifyAgainst => ({
  ...(signer === undefined ? {} : { keys: [signer.key] }),
  ...(anchor === undefined ? {} : { anchor }),
});

function close({ open: { db }, keeper, chores, index, send }: Room, done: () => void) {
  chores.end();
  try {
    keeper.mark('close');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const anchor = keeper.reached();
    if (keeper.begun() && anchor.n > 0) send({ tell: 'reached', anchor });
  } catch {
    // Everything committed is in the -wal; the next opening reads it from there.
  }
  try {
    index?.close();
    db.close();
  } catch {
    // As above.
  }
  send({ tell: 'closed' });
  done();
}

if (parentPort !== null) {
  const port = parentPort;
  const begin = (settings: WorkerStart): void => {
    const receive = start(
      settings,
      (message) => port.postMessage(message),
      () => port.close(),
    );
    if (receive !== undefined) port.on('message', receive);
  };
  const given: WorkerStart | undefined = workerData ?? undefined;
  // A thread that was started early hears later what it is to open.
  if (given === undefined) port.once('message', begin);
  else begin(given);
}
