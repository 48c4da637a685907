import type { Flag, Reason, Status, Kind } from '../../assessment/types.ts';
import type { Role } from '../../permissions.ts';
import type { Absence, DataStatus } from '../../readings.ts';
import type { ReadingStatus, Step } from '../../workflow.ts';

/** 封闭词表的名称：缺一个就编译不过。 */
const names: Record<Status, string> = {
  exceeded: '超额完成',
  achieved: '已完成',
  onTrack: '达到序时',
  behind: '滞后',
  farBehind: '严重滞后',
  missed: '未完成',
  inProgress: '推进中',
  noData: '暂无数据',
  targetPending: '目标待下达',
};

const flags: Record<Flag, string> = {
  early: '提前完成',
  metAtBaseline: '基期已达标',
  nearTargetAtBaseline: '基期接近目标',
  regressed: '达标后回落',
  movingAway: '背离目标',
  stale: '数据过期',
  awaitingFinal: '待年报核定',
  carriedForward: '沿用上年数据',
  achievedLate: '逾期完成',
  notSustained: '未能保持',
  provisional: '非最终数据',
  compoundFallbackLinear: '按等额路径测算',
  seriesBreak: '口径变化',
  deadlinePassed: '已过期限',
};

const reasons: Record<Reason, string> = {
  noReadings: '尚未填报数据',
  stale: '最近的数据过旧，不能据此判定',
  deadlineReadingMissing: '目标年度的数据尚未填报',
  noBaseline: '缺少基期值',
  zeroBaseline: '基期值为0，无法计算降幅',
  invalidBaseline: '基期值无效',
  baselineYear: '基期年度，不作判定',
  nothingDueYet: '本年尚无应完成的数量',
  noNodePlan: '没有节点计划，到期前只看是否完成',
  seriesBreak: '口径变化，前后数据不可比',
};

const kinds: Record<Kind, string> = {
  atLeast: '不低于',
  atMost: '不高于',
  countRange: '数量区间',
  reduction: '下降',
  milestone: '建成类',
  rating: '等级',
  directional: '方向性',
};

const roles: Record<Role, string> = {
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计管理员',
  reporter: '填报人',
  departmentHead: '单位负责人',
  reviewer: '管委会审核人',
  leader: '领导小组',
  display: '大屏',
};

const readingStatuses: Record<ReadingStatus, string> = {
  draft: '草稿',
  submitted: '已提交',
  signed: '已签审',
  approved: '已审核',
  returned: '已退回',
  sealed: '已封存',
};

const steps: Record<Step, string> = {
  submit: '提交',
  sign: '签审',
  return: '退回',
  approve: '审核通过',
};

const dataStatuses: Record<DataStatus, string> = {
  estimate: '预计',
  preliminary: '快报',
  final: '年报',
};

const absences: Record<Absence, string> = {
  unavailable: '无法提供',
  notApplicable: '不适用',
};

export const statuses = {
  names,
  flags,
  reasons,
  kinds,
  roles,
  readingStatuses,
  steps,
  dataStatuses,
  absences,
  /** 年份未到，不作判定。 */
  notDue: '未到期',
  leadUndecided: '牵头待定',
  leadNone: '无责任单位',
  tentative: '力争',
};
