import { setTimeout } from 'node:timers/promises';
import { bounded, type Figure, information, median } from './figures.ts';
import { demoFolder } from './folders.ts';
import { residentMemory, startProduct } from './processes.ts';

const ROUNDS = 5;
const IDLE_MS = 5000;

/** From the start of the process, over a folder that has data, to the first answer; then at rest. */
export async function start(): Promise<Figure[]> {
  const folder = await demoFolder();
  const taken: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const product = await startProduct(folder);
    const answer = await fetch(`${product.origin}/api/health`);
    await answer.arrayBuffer();
    taken.push(performance.now() - from);
    if (answer.status !== 200) throw new Error(`health: ${answer.status}`);
    await setTimeout(IDLE_MS);
    const megabytes = residentMemory(product.pid);
    if (megabytes !== null) memory.push(megabytes);
    await product.stop();
  }
  return [
    bounded('cold start to the first answer', median(taken) / 1000, 's', ['≤', 1]),
    memory.length === 0
      ? information('memory at rest', 'not known without /proc')
      : bounded('memory at rest (RSS after 5 s)', median(memory), 'MB', ['≤', 120]),
  ];
}
