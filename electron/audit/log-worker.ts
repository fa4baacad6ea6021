import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, type OpenDatabase } from './database.ts';
import { listCalls, showCall } from './query.ts';
import { troubleFrom } from './trouble.ts';
import { verifyChain } from './verify.ts';
import type { Answer, FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';
import { createWriter, type Writer } from './writer.ts';

// The program of the log's thread: it owns the database, so that no disk is ever waited for on the main thread.

type Question = Exclude<ToWorker, readonly unknown[]>;

function start(settings: WorkerStart, send: (message: FromWorker) => void, done: () => void) {
  const opened = openDatabase(settings);
  if (!opened.ok) {
    send({ tell: 'refused', code: opened.code, message: opened.message });
    done();
    return undefined;
  }
  const open = opened.value;
  const writer = createWriter(open, settings.file, () => performance.now());
  const { notice } = open;
  send({ tell: 'ready', seq: writer.seq(), ...(notice === undefined ? {} : { notice }) });

  return (message: ToWorker) => {
    // `Array.isArray` does not narrow a readonly array away from the other kinds.
    if (!('ask' in message)) write(writer, message, send);
    else if (message.ask === 'close') close(open, send, done);
    else void answer(open, message, send);
  };
}

function write(writer: Writer, batch: Parameters<Writer['write']>[0], send: (message: FromWorker) => void) {
  const trouble = writer.write(batch);
  send(trouble === undefined ? writer.seq() : { tell: 'failed', trouble });
}

async function answer(
  { db }: OpenDatabase,
  question: Exclude<Question, { ask: 'close' }>,
  send: (message: FromWorker) => void,
) {
  const { id } = question;
  try {
    send({ tell: 'answer', id, value: await answerOf(db, question) });
  } catch (error) {
    const { code } = troubleFrom(error);
    const reason = code === 'corrupt' ? 'it is damaged' : 'the disk reports an error';
    send({ tell: 'error', id, message: `The call log could not be read: ${reason}.` });
  }
}

async function answerOf(
  db: OpenDatabase['db'],
  question: Exclude<Question, { ask: 'close' }>,
): Promise<Answer> {
  switch (question.ask) {
    case 'list':
      return listCalls(db, question.query);
    case 'show':
      return showCall(db, question.call);
    case 'verify':
      return verifyChain(db);
  }
}

function close({ db }: OpenDatabase, send: (message: FromWorker) => void, done: () => void) {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  } catch {
    // Everything committed is in the -wal; the next opening reads it from there.
  }
  send({ tell: 'closed' });
  done();
}

if (parentPort !== null) {
  const port = parentPort;
  const settings: WorkerStart = workerData;
  const receive = start(
    settings,
    (message) => port.postMessage(message),
    () => port.close(),
  );
  if (receive !== undefined) port.on('message', receive);
}
