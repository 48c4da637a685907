import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Reader } from './transaction.ts';

type Value = string | number | Buffer | null;
/** A value, or a row: an object whose fields are values. */
type Argument = Value | object;

/** Stands for an argument while the query is built, so that its place is found again. */
class Slot {
  readonly at: number;
  /** null: the argument itself is the value. */
  readonly field: string | null;
  constructor(at: number, field: string | null) {
    this.at = at;
    this.field = field;
  }
}

/**
 * A query that Kysely builds once, at the first call, instead of at each: for what runs at every
 * write. The arguments are values, or rows of them whose fields never change; `build` only places
 * them, it cannot look at them.
 * @returns the rows; none for a statement that gives none
 * @example
 * const revisionOf = prepared((db: Reader, id: string) =>
 *   db.selectFrom('plans').select('revision').where('id', '=', id));
 * await revisionOf(db, 'qetdz-2016') // [{ revision: 7 }]
 */
export function prepared<D extends Reader, A extends readonly Argument[], R>(
  build: (db: D, ...values: A) => Compilable<R>,
): (db: D, ...values: A) => Promise<R[]> {
  let known: { readonly sql: string; readonly parameters: readonly unknown[] } | undefined;
  return async (db, ...values) => {
    known ??= build(db, ...(values.map(slotsOf) as unknown as A)).compile();
    const parameters = known.parameters.map((one) =>
      one instanceof Slot ? valueOf(values[one.at], one) : one,
    );
    const queries = db as unknown as Kysely<Tables>;
    const { rows } = await queries.executeQuery<R>(CompiledQuery.raw(known.sql, parameters));
    return rows;
  };
}

function slotsOf(argument: Argument, at: number): unknown {
  if (!isRow(argument)) return new Slot(at, null);
  const fields = Object.keys(argument);
  return Object.fromEntries(fields.map((field) => [field, new Slot(at, field)]));
}

function valueOf(argument: Argument | undefined, { field }: Slot): unknown {
  if (field === null) return argument;
  return isRow(argument) ? argument[field] : undefined;
}

function isRow(argument: Argument | undefined): argument is Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null && !Buffer.isBuffer(argument);
}
