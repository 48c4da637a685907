/** Where the year of a plan stands at the desk. `none`: it has no round and is entered from paper. */
export const ROUND_STATES = ['none', 'planned', 'open', 'closed', 'sealed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What decides about the state of a round. Days are days in China, `2018-12-31`. */
export interface RoundDates {
  readonly opensOn: string;
  readonly closedAt: string | null;
  readonly sealedAt: string | null;
}

/**
 * The state of a round on a day in China; null: there is no round.
 * @example roundStateOf({ opensOn: '2018-12-01', closedAt: null, sealedAt: null }, '2018-12-20')
 * // 'open'
 */
export function roundStateOf(round: RoundDates | null, today: string): RoundState {
  if (round === null) return 'none';
  if (round.sealedAt !== null) return 'sealed';
  if (round.closedAt !== null) return 'closed';
  return today < round.opensOn ? 'planned' : 'open';
}
