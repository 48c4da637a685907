import type { TestApp } from './app.ts';

export interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Writes down every statement that the server runs from now on. To be called before the first
 * request, because statements are kept once they are prepared.
 */
export function watchQueries({ database: { connection } }: TestApp): Asked[] {
  const asked: Asked[] = [];
  const prepare = connection.prepare.bind(connection);
  const watched = (sql: string) => {
    const statement = prepare<unknown[], unknown>(sql);
    return new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]) => {
          if (name === 'all' || name === 'run' || name === 'iterate') {
            asked.push({ sql, values: values.flat() });
          }
          return Reflect.apply(member, target, values) as unknown;
        };
      },
    });
  };
  Object.defineProperty(connection, 'prepare', { value: watched });
  return asked;
}

/** How SQLite would go about a statement, line by line. */
export function planOf({ database: { connection } }: TestApp, { sql, values }: Asked): string[] {
  return connection
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...values)
    .map(({ detail }) => detail);
}
