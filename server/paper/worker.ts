import { parentPort } from 'node:worker_threads';
import type { Outcome } from '../files/threads.ts';
import type { Paper } from '../../shared/paper.ts';
import { makePaper } from './write-paper.ts';

/** A thread for documents, with a bounded heap and a bounded time for each (workshop.ts). */
parentPort?.on('message', (paper: Paper) => {
  void makePaper(paper).then((value) => parentPort?.postMessage({ value } satisfies Outcome, []));
});
