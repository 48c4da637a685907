import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rereadScreen } from '../app/queries.ts';
import type { OpenRow } from './SheetKeeper.ts';

/** What became of one row. `problem` null: it was done. */
export interface Outcome {
  readonly row: OpenRow;
  readonly problem: unknown;
}

export interface Each {
  /** null: nothing is under way. */
  readonly at: number | null;
  readonly all: number;
  readonly outcomes: readonly Outcome[];
  readonly run: (rows: readonly OpenRow[]) => Promise<void>;
  readonly clear: () => void;
}

/** Takes the same step with several rows, one after the other, and keeps what became of each. */
export function useEach(step: (row: OpenRow) => Promise<void>): Each {
  const [at, setAt] = useState<number | null>(null);
  const [all, setAll] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const client = useQueryClient();
  return {
    at,
    all,
    outcomes,
    clear: () => setOutcomes([]),
    run: async (rows) => {
      setAll(rows.length);
      const told: Outcome[] = [];
      for (const [index, row] of rows.entries()) {
        setAt(index + 1);
        try {
          await step(row);
          told.push({ row, problem: null });
        } catch (problem) {
          told.push({ row, problem });
        }
        setOutcomes([...told]);
      }
      setAt(null);
      await rereadScreen(client);
    },
  };
}
