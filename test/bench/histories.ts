import { type Figure, median, bounded } from './figures.ts';
import { demoFolder, withDatabase } from './folders.ts';
import { residentMemory, type Running, startProduct } from './processes.ts';
import { signIn } from './session.ts';

const ROUNDS = 5;
const SAMPLE_MS = 20;
const EXPORT = '/api/plans/qetdz-2016/export?what=history&format=xlsx';
/** Versions of figures: the demo has some hundreds; a zone with every figure changed 200 times. */
const LENGTHS = [5_000, 20_000] as const;

/** The histories of a plan as a workbook, the longer they are. */
export async function histories(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const length of LENGTHS) {
    const folder = await demoFolder();
    await withDatabase(folder, async ({ connection }) => lengthen(connection, length));
    const product = await startProduct(folder);
    const cookie = await signIn(product, folder, 'leader');
    const rounds: Awaited<ReturnType<typeof save>>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await save(product, cookie));
    await product.stop();
    const highest = rounds.flatMap((one) => (one.highest === null ? [] : [one.highest]));
    const seconds = median(rounds.map((one) => one.seconds));
    const said = `xlsx of a history of ${length.toLocaleString('en')} versions`;
    figures.push(bounded(said, seconds, 's', ['≤', 60]));
    if (highest.length > 0) {
      figures.push(bounded('its highest memory (RSS)', Math.max(...highest), 'MB', ['≤', 600]));
    }
  }
  return figures;
}

type Connection = Parameters<Parameters<typeof withDatabase>[1]>[0]['connection'];

/** Adds versions to the approved figures until there are so many. They say what the last one says. */
function lengthen(connection: Connection, length: number): void {
  const count = connection.prepare('select count(*) from reading_revisions').pluck();
  const names = connection
    .prepare("select name from pragma_table_info('reading_revisions') where name <> 'version'")
    .pluck()
    .all() as string[];
  const columns = names.join(', ');
  const more = connection.prepare(
    `insert into reading_revisions (${columns}, version)
     select ${columns}, version + 1000 * ? from reading_revisions where version < 1000 limit ?`,
  );
  for (let step = 1; ; step += 1) {
    const left = length - (count.get() as number);
    if (left <= 0) return;
    more.run(step, left);
  }
}

async function save({ origin, pid }: Running, cookie: string) {
  let highest: number | null = null;
  const sample = (): void => {
    const now = residentMemory(pid);
    if (now !== null) highest = Math.max(highest ?? 0, now);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const from = performance.now();
  const answer = await fetch(origin + EXPORT, { headers: { cookie } });
  const bytes = await answer.arrayBuffer();
  const seconds = (performance.now() - from) / 1000;
  clearInterval(timer);
  sample();
  if (answer.status !== 200) throw new Error(Buffer.from(bytes).toString());
  return { seconds, highest };
}
