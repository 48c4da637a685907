import { rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseFile, makeFolder } from '../../server/data-folder.ts';
import { listMigrations, migrate } from '../../server/db/migrate.ts';
import { startApp } from './app.ts';
import { addPerson } from './people.ts';
import { accepted, change, enter, publish } from './readings.ts';
import { loadRealPlan } from './real-plan.ts';
import { addSmallPlan, indicatorOf } from './small-plan.ts';

/** The schema of the first office that ever used this: its first five migrations. */
export const FIRST_SCHEMA = 5;

/**
 * A data folder as the first program left it, filled through the front door of now: people, figures of
 * three years with their versions and reviews, and the log of it all.
 * @param changes how many more versions of one figure, each with its row of the log
 */
export async function makeOlderFolder(folder: string, changes: number): Promise<void> {
  const t = await startApp();
  await loadRealPlan(t);
  await addSmallPlan(t);
  const reporter = await addPerson(t, { roles: ['reporter'], departmentId: 'steb' });
  const reviewer = await addPerson(t, { roles: ['reviewer'] });
  for (const year of [2016, 2017, 2018]) {
    await publish(reporter, reviewer, indicatorOf('count'), year, { value: year - 2000 });
    await enter(reporter, indicatorOf('index'), year, { value: year / 10 });
  }
  let reading = await enter(reporter, indicatorOf('emission'), 2018, { value: 1 });
  for (let value = 0; value < changes; value += 1) {
    reading = accepted(await change(reporter, reading, { value }));
  }
  makeFolder(folder);
  const newest = `${databaseFile(folder)}-newest`;
  writeFileSync(newest, t.database.connection.serialize());
  await t.close();
  makeOlder(newest, databaseFile(folder), FIRST_SCHEMA);
  for (const end of ['', '-wal', '-shm']) rmSync(`${newest}${end}`, { force: true });
}

/** Columns of each table of a schema, the runner's own table left out. */
type Schema = ReadonlyMap<string, readonly string[]>;

/**
 * Makes the database that an older program would have left: the first migrations, and in their tables
 * every row of a newer database, in the columns that there were then.
 * @param newer a file of the schema of now @param older a file that there is not yet
 */
function makeOlder(newer: string, older: string, migrations: number): void {
  const database = new Database(older);
  database.pragma('journal_mode = WAL');
  migrate(database, listMigrations().slice(0, migrations));
  database.pragma('foreign_keys = OFF');
  database.prepare('attach ? as newer').run(newer);
  // What they would do has been done: its rows are copied, too.
  const triggers = database
    .prepare("select name, sql from main.sqlite_schema where type = 'trigger'")
    .all() as { name: string; sql: string }[];
  database.transaction(() => {
    for (const { name } of triggers) database.exec(`drop trigger main.${quoted(name)}`);
    for (const [table, columns] of schemaOf(database)) {
      const list = columns.map(quoted).join(', ');
      database.exec(
        `insert into main.${quoted(table)} (${list}) select ${list} from newer.${quoted(table)}`,
      );
    }
    for (const { sql } of triggers) database.exec(sql);
  })();
  database.close();
}

/**
 * What a database held and another one does not, table by table in the columns of the first. What
 * was added to the other is nobody's loss.
 * @returns a sentence for each table that lost rows, or has them changed
 */
export function lostRows(before: string, after: string, except: readonly string[] = []): string[] {
  const database = new Database(before, { readonly: true });
  try {
    database.prepare('attach ? as later').run(after);
    return [...schemaOf(database)]
      .filter(([table]) => !except.includes(table))
      .flatMap(([table, columns]) => {
        const list = columns.map(quoted).join(', ');
        const rows = database
          .prepare(
            `select count(*) from (select ${list} from main.${quoted(table)}
             except select ${list} from later.${quoted(table)})`,
          )
          .pluck()
          .get() as number;
        return rows === 0 ? [] : [`${table}: ${rows} rows are gone or changed`];
      });
  } finally {
    database.close();
  }
}

/** How many migrations a database has had. */
export function migrationsOf(database: Database.Database): number {
  return database.prepare('select count(*) from migrations').pluck().get() as number;
}

function schemaOf(database: Database.Database): Schema {
  const rows = database
    .prepare(
      `select m.name as "table", c.name as "column" from main.sqlite_schema as m,
         pragma_table_info(m.name, 'main') as c
       where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'migrations'`,
    )
    .all() as { table: string; column: string }[];
  const schema = new Map<string, string[]>();
  for (const { table, column } of rows) {
    schema.set(table, [...(schema.get(table) ?? []), column]);
  }
  return schema;
}

const quoted = (name: string): string => `"${name}"`;
