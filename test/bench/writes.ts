import { Agent } from 'node:http';
import { join } from 'node:path';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { bounded, type Figure, median, number } from './figures.ts';
import { demoFolder, temporaryFolder } from './folders.ts';
import { startBare, startProduct } from './processes.ts';
import { signIn } from './session.ts';
import { send, writeFor, type Writer } from './writers.ts';

const WRITERS = 8;
const ROUNDS = 5;
const SECONDS = 3;
/** Not reported in the demo, so that its readings start as drafts. */
const YEAR = 2020;

/**
 * Eight departments' clerks who change a reading each, with all that belongs to it (session,
 * version, validation, revision, audit chain), beside a bare route that inserts one row. Both
 * with synchronous=FULL on the same disk.
 */
export async function writes(): Promise<Figure[]> {
  const folder = await demoFolder();
  const product = await startProduct(folder);
  const bare = await startBare('bare-insert.ts', join(temporaryFolder(), 'bare.sqlite'));
  const cookie = await signIn(product, folder, 'reporter');
  const clerks = await startReadings(product.origin, cookie);
  const others = Array.from({ length: WRITERS }, (_, who) => bareWriter(bare.origin, who));
  await writeFor(2, clerks);
  await writeFor(2, others);
  const rounds: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await writeFor(SECONDS, clerks);
    rounds.push({ ours, theirs: await writeFor(SECONDS, others) });
  }
  await Promise.all([product.stop(), bare.stop()]);
  const ours = median(rounds.map((round) => round.ours));
  const theirs = median(rounds.map((round) => round.theirs));
  return [
    bounded(
      `durable change of a reading, ${WRITERS} writers, share of the bare insert's rate`,
      median(rounds.map((round) => round.ours / round.theirs)),
      '',
      ['≥', 0.5],
      `${number(ours)} /s : ${number(theirs)} /s`,
    ),
  ];
}

/** A draft for each writer, of the indicators whose figure is one number. */
async function startReadings(origin: string, cookie: string): Promise<Writer[]> {
  const agent = new Agent({ keepAlive: true });
  const clerks: Writer[] = [];
  for (const { id, ratio, kind } of readBuiltInPlan().file.indicators) {
    if (clerks.length === WRITERS) break;
    if (ratio !== null || kind === 'milestone' || kind === 'rating') continue;
    const body = { indicatorId: id, year: YEAR, value: 1 };
    const made = await send(agent, 'POST', `${origin}/api/readings`, body, { cookie });
    // Another department leads this one.
    if (made.status === 403) continue;
    if (made.status !== 201) throw new Error(made.text);
    clerks.push(clerk(origin, cookie, (JSON.parse(made.text) as { id: string }).id));
  }
  agent.destroy();
  if (clerks.length < WRITERS) throw new Error(`only ${clerks.length} readings to write to`);
  return clerks;
}

function clerk(origin: string, cookie: string, readingId: string): Writer {
  let version = 1;
  return async (agent) => {
    const answer = await send(
      agent,
      'PATCH',
      `${origin}/api/readings/${readingId}`,
      { value: version },
      { cookie, 'if-match': `"${version}"` },
    );
    if (answer.status !== 200) throw new Error(answer.text);
    version += 1;
  };
}

function bareWriter(origin: string, who: number): Writer {
  let value = 0;
  return async (agent) => {
    value += 1;
    const answer = await send(agent, 'POST', `${origin}/`, { who, value });
    if (answer.status !== 200) throw new Error(answer.text);
  };
}
