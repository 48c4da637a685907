import type { TrajectoryModel } from '../../../client/charts/trajectoryModel.ts';

/** A share from 30 % in 2015 towards 60 % in 2020, as of 2018; every test bends what it is about. */
export function trajectory(change: Partial<TrajectoryModel> = {}): TrajectoryModel {
  return {
    years: [2015, 2016, 2017, 2018, 2019, 2020],
    actual: [
      { year: 2015, value: 30 },
      { year: 2016, value: 36 },
      { year: 2017, value: 42 },
      { year: 2018, value: 49 },
    ],
    plan: [
      { year: 2015, value: 30 },
      { year: 2020, value: 60 },
    ],
    target: { year: 2020, value: 60, upper: null, op: 'atLeast' },
    limit: null,
    forecast: [
      { year: 2018, value: 49, low: 49, high: 49 },
      { year: 2020, value: 60.8, low: 56, high: 65.4 },
    ],
    reportYear: 2018,
    axis: 'zero',
    whole: false,
    format: (value) => String(value),
    labels: {
      unit: '%',
      target: '目标 ≥60%',
      forecast: '预测 60.8%',
      forecastNote: '情景区间 56.0–65.4',
      plan: '参考线（非文件目标）',
      limit: '',
      axisBreak: '纵轴未从0开始',
      firstYear: '2015年',
      actualName: '实际',
      planName: '计划',
      forecastName: '预测',
      missing: '暂无数据',
    },
    ...change,
  };
}

export const SIZE = { width: 760, height: 340, font: 13 };
