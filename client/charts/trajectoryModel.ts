/** A figure of a year. */
export interface YearValue {
  year: number;
  value: number;
}

/** A year of the actual line. */
export interface ActualPoint {
  year: number;
  /** null = no figure for that year: the line breaks and `…` marks the place. 0 is a figure. */
  value: number | null;
  /** An estimate or a preliminary figure (预计, 快报): the line to it is dashed. */
  provisional?: boolean;
  /** Submitted, not approved: a hollow dot on a thin line. */
  submittedOnly?: boolean;
  /** A word after the value, already translated: "快报", "待审", "修订". */
  mark?: string;
}

export interface TrajectoryTarget {
  year: number;
  /** The target, or the lower end of a range. */
  value: number;
  /** The upper end of a range (3–5); null = a single number. */
  upper: number | null;
  op: 'atLeast' | 'atMost';
}

/** A point of the forecast; without a band (two readings only) low and high are null. */
export interface ForecastPoint extends YearValue {
  low: number | null;
  high: number | null;
}

/** A day on the axis of years, with what is due then. */
export interface DueMark {
  key: string;
  /** In years, each standing for its end: 2018.25 is the end of March 2019. */
  at: number;
  /** `late`: the day has passed; `settled`: it was done. */
  standing: 'open' | 'late' | 'settled';
  /** "督办〔2019〕3号，2019年3月31日到期". */
  label: string;
}

/** Words of the chart, already translated; numbers in them already formatted. */
export interface TrajectoryLabels {
  /** "%" or "个": written after the top axis figure and the latest value. '' = none. */
  unit: string;
  /** "目标 ≥60%". */
  target: string;
  /** "预测 60.8%". */
  forecast: string;
  /** "情景区间 56.0–65.4", or "数据点不足，未给出区间"; '' = nothing. */
  forecastNote: string;
  /** "参考线（非文件目标）". */
  plan: string;
  /** At a standing limit, "上限 7"; '' = none. */
  limit: string;
  /** "纵轴未从0开始", shown with the break mark. */
  axisBreak: string;
  /** First year on the axis, "2015年"; the others are bare numbers. */
  firstYear: string;
  /** For the tooltip: "实际", "计划", "预测", and what a missing year says, "暂无数据". */
  actualName: string;
  planName: string;
  forecastName: string;
  missing: string;
}

/**
 * All that a trajectory shows, for the printed and the interactive drawing alike. Numbers are in
 * the unit of the indicator; years are calendar years and stand for their end.
 */
export interface TrajectoryModel {
  /** Every year of the axis, ascending, without gaps. */
  years: readonly number[];
  actual: readonly ActualPoint[];
  /** The planned path, from the baseline to the target. */
  plan: readonly YearValue[];
  target: TrajectoryTarget | null;
  /** A limit that holds in every year: a full line. */
  limit: number | null;
  /** From the last actual point on, that point included. */
  forecast: readonly ForecastPoint[];
  reportYear: number;
  /** `zero` for counts and shares; `free` only for an index, with a visible break mark. */
  axis: 'zero' | 'free';
  /** Whole things: no gridline at 0.5. */
  whole: boolean;
  /** The gridlines themselves, for ordinal levels; otherwise they are computed. */
  ticks?: readonly number[];
  /** The text of a figure, without unit. */
  format: (value: number) => string;
  /** Days by which something was decided to be done, on the axis of years; absent: none. */
  dueMarks?: readonly DueMark[];
  /** The text of a gridline where it differs (names of levels). */
  formatTick?: (value: number) => string;
  labels: TrajectoryLabels;
}
