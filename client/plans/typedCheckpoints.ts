import type { Input } from '../../shared/endpoint.ts';
import type { NumberField } from '../../shared/number-input.ts';
import type { Indicator, setCheckpoints } from '../../shared/plans.ts';
import type { Issue } from '../../shared/problems.ts';
import { refuseCheckpoints } from '../../shared/settings-rules.ts';
import { firstEach, type NumberBox, numberIn, unreadable } from './numberBoxes.ts';
import { standing, yearIn } from './typedBaseline.ts';
import { settable } from './typedTarget.ts';

export interface TypedCheckpoint {
  /** Keeps a row apart from its neighbours while rows come and go. */
  readonly key: number;
  readonly year: string;
  readonly value: string;
  readonly reductionPct: string;
}

/** What stands in the form of the checkpoints, to the letter. */
export interface TypedCheckpoints {
  readonly rows: readonly TypedCheckpoint[];
  readonly basis: string;
  readonly documentNumber: string;
}

/** The checkpoints that stand, ready to be changed. */
export function standingCheckpoints(indicator: Indicator): TypedCheckpoints {
  const checkpoints = indicator.checkpointSets[0]?.checkpoints ?? [];
  return {
    rows: checkpoints.map(({ year, value, reductionPct }, key) => ({
      key,
      year: String(year),
      value: value === null ? '' : String(value),
      reductionPct: reductionPct === null ? '' : String(reductionPct),
    })),
    basis: '',
    documentNumber: '',
  };
}

/** With one more row, of the year after the last one. */
export function withRow(indicator: Indicator, typed: TypedCheckpoints): TypedCheckpoints {
  const last = typed.rows.at(-1);
  const { baseline, baselineYearSuggested } = standing(indicator);
  const before = last === undefined ? (baseline?.year ?? baselineYearSuggested) : yearIn(last.year);
  const key = Math.max(-1, ...typed.rows.map((row) => row.key)) + 1;
  const year = before === undefined ? '' : String(before + 1);
  return { ...typed, rows: [...typed.rows, { key, year, value: '', reductionPct: '' }] };
}

export function checkpointField(indicator: Indicator, key: 'value' | 'reductionPct'): NumberField {
  return key === 'reductionPct'
    ? { unit: '%', percent: true }
    : { unit: [indicator.unitZh, indicator.unitEn] };
}

export function checkpointsBody(
  indicator: Indicator,
  typed: TypedCheckpoints,
): Input<typeof setCheckpoints>['body'] {
  const documentNumber = typed.documentNumber.trim();
  return {
    checkpoints: figuresOf(indicator, typed),
    basis: typed.basis,
    documentNumber: documentNumber === '' ? null : documentNumber,
  } as Input<typeof setCheckpoints>['body'];
}

export function checkpointBoxes(indicator: Indicator, typed: TypedCheckpoints): NumberBox[] {
  const both = standing(indicator).targetKind === 'reduction';
  return typed.rows.flatMap((row, at) =>
    (both ? (['value', 'reductionPct'] as const) : (['value'] as const)).map((key) => ({
      pointer: `/checkpoints/${at}/${key}`,
      text: row[key],
      field: checkpointField(indicator, key),
    })),
  );
}

/** What the rules and the boxes hold against it, beyond the schema. */
export function checkpointsIssues(indicator: Indicator, typed: TypedCheckpoints): Issue[] {
  if (typed.rows.length === 0 && standing(indicator).checkpoints.length === 0) {
    // There is nothing to clear.
    return [{ pointer: '/checkpoints', in: 'body', code: 'required' }];
  }
  const bad = unreadable(checkpointBoxes(indicator, typed));
  const noYears = typed.rows.flatMap((row, at): Issue[] =>
    yearIn(row.year) === undefined && row.year.trim() !== ''
      ? [{ pointer: `/checkpoints/${at}/year`, in: 'body', code: 'badFormat' }]
      : [],
  );
  const rules = refuseCheckpoints(
    settable(indicator),
    figuresOf(indicator, typed).map(({ year = Number.NaN, ...rest }) => ({ year, ...rest })),
    standing(indicator),
  );
  // A year that cannot be read is told once, not as one of all that it is not.
  const told = rules.filter(({ pointer }) => {
    const row = typed.rows[Number(pointer.split('/')[2])];
    return !pointer.endsWith('/year') || (row !== undefined && yearIn(row.year) !== undefined);
  });
  return firstEach([...bad, ...noYears, ...told.map((issue): Issue => ({ ...issue, in: 'body' }))]);
}

function figuresOf(indicator: Indicator, typed: TypedCheckpoints) {
  const both = standing(indicator).targetKind === 'reduction';
  return typed.rows.map((row) => {
    const value = numberIn(row.value, checkpointField(indicator, 'value'));
    const share = numberIn(row.reductionPct, checkpointField(indicator, 'reductionPct'));
    return {
      year: yearIn(row.year),
      ...(value === undefined ? {} : { value }),
      ...(both && share !== undefined ? { reductionPct: share } : {}),
    };
  });
}
