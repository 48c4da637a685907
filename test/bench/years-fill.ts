import type Database from 'better-sqlite3';
import { CHAIN_START, chainHash } from '../../server/audit/chain.ts';
import { Transactions } from '../../server/db/transaction.ts';
import { loadPlan } from '../../server/plans/load.ts';
import { auditedReading } from '../../server/readings/answer.ts';
import { listStored } from '../../server/readings/list-store.ts';
import { revisionRows } from '../../server/readings/revision-store.ts';
import { sealOf } from '../../server/readings/seal.ts';
import type { Act, StoredReading } from '../../server/readings/stored-reading.ts';
import { readBuiltInPlan } from '../../server/seed/built-in-plan.ts';
import { PAPER } from '../../server/seed/demo-readings.ts';
import { withDatabase } from './folders.ts';
import { copyOfPlan, copyReported, PLAN_ID, type Reported } from './many-plans.ts';

/** Ten years of every indicator, as far as the plan takes figures. */
export const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;
const LAST_REPORTED = 2019;
/** What people entered beside the readings: it makes every indicator of a copy one that can be judged. */
const OF_PEOPLE = `entered_by is not null
  and indicator_id in (select id from indicators where plan_id = '${PLAN_ID}')`;
const SETTLED: readonly Reported[] = [
  ['baselines', ['indicator_id'], OF_PEOPLE],
  ['targets', ['indicator_id'], OF_PEOPLE],
];
const PLANS_A_COMMIT = 50;

interface Person extends Act {
  readonly username: string;
  readonly roles: string;
  readonly departmentId: string | null;
}

/**
 * Fills a demo folder until it holds so many plans, each with ten years of every indicator, as if they
 * had all been taken over from paper (补录): entered, handed in and approved. The plans go through the
 * loader. The readings go in by SQL, since the front door would take hours, but every row is made by
 * the product's own functions: each step has its revision, its seal and its chained row of the audit
 * log, all constraints and triggers are on, and `verify` finds the folder whole.
 * @param plans in all, the demo's own among them
 */
export async function fillYears(folder: string, plans: number): Promise<void> {
  await withDatabase(folder, async ({ kysely, connection }) => {
    // What is lost in a power cut is filled again.
    connection.pragma('synchronous = OFF');
    connection.pragma('cache_size = -500000');
    const transactions = new Transactions(kysely);
    const { text } = readBuiltInPlan();
    const told = await transactions.read((db) => listStored(db, { planId: PLAN_ID }));
    const filler = new Filler(connection, told);
    for (let first = 1; first < plans; first += PLANS_A_COMMIT) {
      const numbers = Array.from(
        { length: Math.min(PLANS_A_COMMIT, plans - first) },
        (_, at) => first + at,
      );
      for (const number of numbers) {
        await transactions.write((db) =>
          loadPlan(db, copyOfPlan(prefixOf(number)), text, new Date()),
        );
      }
      connection.exec('begin');
      for (const number of numbers) {
        copyReported(connection, prefixOf(number), SETTLED);
        filler.takeOver(prefixOf(number));
      }
      connection.exec('commit');
    }
    connection.exec('update plans set revision = revision + 1');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  });
}

const prefixOf = (number: number): string => `copy${number}-`;

/** The figures of an indicator in a year: those the demo reported last before it. */
function figuresIn(told: readonly StoredReading[], year: number): StoredReading | undefined {
  const wanted = Math.min(year, LAST_REPORTED);
  return told.findLast((one) => one.year <= wanted) ?? told[0];
}

type Step = 'enter' | 'submit' | 'approve';

class Filler {
  readonly #connection: Database.Database;
  readonly #told: ReadonlyMap<string, readonly StoredReading[]>;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #people: { readonly reporter: Person; readonly reviewer: Person };
  #seq: number;
  #hash: string;

  constructor(connection: Database.Database, told: readonly StoredReading[]) {
    this.#connection = connection;
    this.#told = Map.groupBy(told, ({ indicatorId }) => indicatorId);
    this.#people = { reporter: this.#person('reporter'), reviewer: this.#person('reviewer') };
    const last = connection
      .prepare<[], { seq: number; hash: string }>(
        'select seq, hash from audit_log order by seq desc limit 1',
      )
      .get();
    this.#seq = last?.seq ?? 0;
    this.#hash = last?.hash ?? CHAIN_START;
  }

  /** The ten years of one plan. */
  takeOver(prefix: string): void {
    for (const year of YEARS) this.#takeOverYear(prefix, year);
  }

  #takeOverYear(prefix: string, year: number): void {
    const planId = prefix + PLAN_ID;
    this.#components(planId, year);
    for (const [indicatorId, told] of this.#told) {
      const source = figuresIn(told, year);
      if (source === undefined) continue;
      const { reporter, reviewer } = this.#people;
      const id = `${prefix}${year}-${indicatorId}`;
      const figures = { ...source.figures, paper: PAPER, figureYear: null };
      const entered: StoredReading = {
        ...source,
        id,
        indicatorId: prefix + indicatorId,
        planId,
        year,
        status: 'draft',
        version: 1,
        figures,
        leadDepartmentId: null,
        round: null,
        typedBy: [reporter.userId],
        entered: reporter,
        changed: reporter,
        submitted: null,
        signed: null,
        signedBefore: null,
        approved: null,
        sealed: null,
        returned: null,
        returnedByDuty: null,
        returns: 0,
        corrections: 0,
      };
      const submitted: StoredReading = {
        ...entered,
        status: 'submitted',
        version: 2,
        submitted: reporter,
      };
      const approved: StoredReading = {
        ...submitted,
        status: 'approved',
        version: 3,
        approved: reviewer,
      };
      this.#reading(approved);
      this.#step('enter', null, entered);
      this.#step('submit', entered, submitted);
      this.#step('approve', submitted, approved);
    }
  }

  /** A component that several indicators show is stored once. */
  #components(planId: string, year: number): void {
    this.#prepared(
      `insert into component_readings (plan_id, component_id, year, value, version, changed_by,
         changed_at)
       select ?, component_id, ?, value, 1, changed_by, changed_at from component_readings
       where plan_id = ? and year = ?`,
    ).run(planId, year, PLAN_ID, Math.min(year, LAST_REPORTED));
  }

  #reading({ id, indicatorId, year, figures, ...reading }: StoredReading): void {
    const { absence, conditions, numerator: _n, denominator: _d, ...columns } = figures;
    this.#insert('readings', {
      ...columns,
      id,
      indicatorId,
      year,
      status: reading.status,
      version: reading.version,
      absence: absence?.kind ?? null,
      absenceReason: absence?.reason ?? null,
      createdBy: reading.entered.userId,
      createdAt: reading.entered.at,
      changedBy: reading.changed.userId,
      changedAt: reading.changed.at,
      submittedBy: reading.submitted?.userId ?? null,
      submittedAt: reading.submitted?.at ?? null,
      approvedBy: reading.approved?.userId ?? null,
      approvedAt: reading.approved?.at ?? null,
    });
    for (const [position, { id: conditionId, ...rest }] of conditions.entries()) {
      this.#insert('reading_conditions', { readingId: id, conditionId, position, ...rest });
    }
  }

  #step(action: Step, before: StoredReading | null, after: StoredReading): void {
    const by = action === 'approve' ? this.#people.reviewer : this.#people.reporter;
    const { revision, conditions } = revisionRows(after, { action, by, at: by.at });
    this.#insert('reading_revisions', revision);
    for (const condition of conditions) this.#insert('reading_revision_conditions', condition);
    const seals = [sealOf(revision, conditions)];
    this.#audit(action, by, after.id, before, { ...auditedReading(after), seals });
  }

  #audit(
    action: Step,
    by: Person,
    readingId: string,
    before: StoredReading | null,
    after: object,
  ): void {
    this.#seq += 1;
    const row = {
      seq: this.#seq,
      at: by.at,
      userId: by.userId,
      username: by.username,
      roles: by.roles,
      departmentId: by.departmentId,
      address: '127.0.0.1',
      action: `${action === 'enter' ? 'create' : action}Reading`,
      targetType: 'reading',
      targetId: readingId,
      before: before === null ? null : JSON.stringify(auditedReading(before)),
      after: JSON.stringify(after),
      outcome: 'ok',
      requestId: `fill-${this.#seq}`,
    };
    const hash = chainHash(this.#hash, row);
    this.#insert('audit_log', { ...row, previousHash: this.#hash, hash });
    this.#hash = hash;
  }

  #insert(table: string, row: object): void {
    const columns = Object.keys(row);
    this.#prepared(
      `insert into ${table} (${columns.map(snakeCase).join(', ')})
       values (${columns.map(() => '?').join(', ')})`,
    ).run(...(Object.values(row) as unknown[]));
  }

  #prepared(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare<unknown[]>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #person(username: string): Person {
    const person = this.#connection
      .prepare<[string], Omit<Person, 'at'>>(
        `select id as userId, username, name, department_id as departmentId,
           (select group_concat(role) from user_roles where user_id = users.id) as roles
         from users where username = ?`,
      )
      .get(username);
    if (person === undefined) throw new Error(`the demo has no ${username}`);
    return { ...person, at: new Date().toISOString() };
  }
}

/** @example snakeCase('readingId') // 'reading_id' */
const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
