import type { SheetContent, SheetItem } from './acceptance-rules.ts';

/** What an example is made for. */
interface ExamplePlan {
  readonly indicators: readonly { readonly id: string; readonly targetKind: string }[];
}

/**
 * A score sheet to look at, not to decide by: every target with the same weight, the rest for the
 * organisation of the work. The document fixes none of it.
 * @example exampleSheet({ indicators: [] }).items.length // 1
 */
export function exampleSheet({ indicators }: ExamplePlan): SheetContent {
  const each = indicators.length === 0 ? 0 : Math.floor(9000 / indicators.length);
  const items = indicators.map(({ id, targetKind }): SheetItem => {
    const proportional = !['rating', 'directional'].includes(targetKind);
    return {
      ...NOTHING,
      id: `t-${id}`.slice(0, 64),
      subject: 'indicator',
      indicatorId: id,
      weight: each / 100,
      rule: proportional ? 'proportional' : 'fullWhenMet',
      basis: proportional ? 'attainment' : null,
      standard: proportional ? '（示例）完成得满分，未完成按比例得分' : '（示例）完成得满分',
    };
  });
  return {
    title: '（示例）验收考核评分表',
    items: [
      ...items,
      {
        ...NOTHING,
        id: 'organisation',
        subject: 'free',
        title: '（示例）工作组织与资料报送',
        weight: (10_000 - each * indicators.length) / 100,
        rule: 'byHand',
        standard: '（示例）由考核组评定',
      },
    ],
    grades: [
      { nameZh: '优秀', nameEn: 'Excellent', lower: 90 },
      { nameZh: '良好', nameEn: 'Good', lower: 80 },
      { nameZh: '合格', nameEn: 'Passed', lower: 60 },
      { nameZh: '不合格', nameEn: 'Not passed', lower: 0 },
    ],
    pendingRule: null,
    noDataRule: 'zero',
    tentativeRule: 'counts',
    passLine: null,
    bonusCap: null,
    vetoGrade: null,
  };
}

const NOTHING: SheetItem = {
  id: '',
  part: 'base',
  subject: 'free',
  indicatorId: null,
  measureId: null,
  title: '',
  departmentId: null,
  weight: null,
  rule: null,
  basis: null,
  points: [],
  standard: '',
};
