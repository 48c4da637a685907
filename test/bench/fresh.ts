import Database from 'better-sqlite3';

/**
 * Times the first answer after something on the board changed, as often as asked: the revision goes
 * up in another process, as the command line would do it, so that nothing kept is of use.
 * @returns milliseconds
 */
export async function freshAnswers(
  file: string,
  url: string,
  cookie: string,
  times: number,
): Promise<number[]> {
  const database = new Database(file);
  const change = database.prepare('update plans set revision = revision + 1 where id = ?');
  const planId = /plans\/([^/]+)/.exec(url)?.[1] ?? '';
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    if (change.run(planId).changes !== 1) throw new Error(`no plan ${planId}`);
    const from = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.arrayBuffer();
    taken.push(performance.now() - from);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  }
  database.close();
  return taken;
}
