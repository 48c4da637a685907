import type { Inspection } from '../../shared/inspection.ts';
import type { Reader } from '../db/transaction.ts';
import {
  countDecisions,
  countStepsBack,
  type Decided,
  findExports,
  findFailedSignIns,
} from './store.ts';

/** What is known only by reading the log from end to end: a second for each hundred thousand rows. */
export interface LogFacts {
  readonly log: Inspection['log'];
  readonly decided: readonly Decided[];
  readonly exports: Inspection['exports'];
  readonly failedSignIns: Omit<Inspection['failedSignIns'], 'days'>;
  readonly stepsBack: number;
}

/** All but the chain itself. @param since from when sign-ins and steps of the clock count, UTC */
export async function logFacts(db: Reader, since: string): Promise<Omit<LogFacts, 'log'>> {
  return {
    decided: await countDecisions(db),
    exports: await findExports(db),
    failedSignIns: await findFailedSignIns(db, since),
    stepsBack: await countStepsBack(db, since),
  };
}
