import type { DossierWords } from '../../dossier/words.ts';

const dayOf = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const MB = 1024 * 1024;
/** 再多就不在正文里逐项列名。 */
const MOST_NAMED = 8;

/** 验收考核卷宗：报告、评分表、佐证材料清单的全部句子。 */
export const dossier: DossierWords = {
  trial: '模拟',
  range: (low, high) => `${low}—${high}`,
  titles: {
    report: (year, programme) => `关于${year}年度${programme}验收考核情况的报告`,
    scoreSheet: (year, programme) => `${year}年度${programme}验收考核评分表`,
    evidenceList: (year, programme) => `${year}年度${programme}验收考核佐证材料清单`,
  },
  archiveName: (year, programme) => `${year}年度${programme}验收考核卷宗`,
  fileNames: {
    report: '1-验收考核报告.docx',
    scoreSheet: '2-评分表.docx',
    evidenceList: '3-佐证材料清单.docx',
    basis: '4-考核依据数据.json',
  },
  folder: '佐证材料',
  opening: (document, year) =>
    `根据《${document}》要求，管委会组织了${year}年度验收考核，现将有关情况报告如下：`,
  heads: {
    course: '考核工作组织情况',
    targets: '目标完成总体情况',
    items: '各项指标考核结果',
    others: '措施和其他事项',
    work: '主要做法和成效',
    problems: '存在的主要问题',
    conclusion: '考核结论',
  },
  course: {
    opened: (day, sheet, approved, year) =>
      `${year}年度验收考核于${dayOf(day)}启动，按领导小组${approved === null ? '' : dayOf(approved)}审定的评分表（第${sheet}版）计分。`,
    sealed: (day, year) => `考核数据取自${dayOf(day)}封存的${year}年度数据包。`,
    unsealed: (day, year) =>
      `${year}年度数据启动时尚未封存，考核数据取自${dayOf(day)}已审核的数据。`,
    self: (handedIn, of) => `应自评单位${of}个，已报送自评${handedIn}个。`,
    absent: (departments, reason) =>
      `${departments.join('、')}未报送自评${reason === '' ? '' : `（${reason.replace(/[。；]$/, '')}）`}。`,
    stillOut: (departments) => `${departments.join('、')}尚在自评。`,
    verified: (count, of, differing) =>
      `考核组应核验${of}项，已核验${count}项${differing === 0 ? '' : `，其中${differing}项的考核得分与自评或按数据测算的得分不一致`}。`,
    noDispute: '各单位对核验结果没有提出异议。',
    disputes: (all, upheld, changed, open) =>
      `各单位对核验结果提出异议${all}项，${[
        upheld === 0 ? '' : `维持${upheld}项`,
        changed === 0 ? '' : `调整${changed}项`,
        open === 0 ? '' : `尚未答复${open}项`,
      ]
        .filter((part) => part !== '')
        .join('，')}。`,
    presented: (day) => `考核结果于${dayOf(day)}报领导小组审定。`,
    concluded: (day) => `领导小组于${dayOf(day)}审定。`,
  },
  counts: (of, met, notMet, cannotJudge) =>
    `列入评分表的${of}项目标中，完成${met}项，未完成${notMet}项，无法评价${cannotJudge}项。`,
  dueLater: (count) => `其中${count}项尚未到期，按是否达到目标值评价。`,
  notInSheet: (names) => `未列入评分表的目标${names.length}项：${names.join('、')}。`,
  table: { caption: '表1　各专项行动目标完成情况', theme: '专项行动', total: '合计' },
  verdict: (verdict, why) => `评价：${verdict}${why === null ? '' : `（${why}）`}。`,
  late: '逾期完成，按到期时评价。',
  marks: ({ weight, self, marks, reason }) =>
    `${[
      weight === null ? '' : `分值${weight}分`,
      self === null ? '' : `自评${self}分`,
      marks === null ? '尚未核验' : `考核得分${marks}分`,
    ]
      .filter((part) => part !== '')
      .join('，')}${reason === '' ? '' : `（${reason.replace(/[。；]$/, '')}）`}。`,
  excluded: '按评分表规定剔除，分值由其余项目按比例承担。',
  partHead: (part, marks) => (marks === null ? part : `${part}（${marks}分）`),
  struck: '触发一票否决。',
  notStruck: '未触发一票否决。',
  objected: (state, from, to) =>
    state === 'open'
      ? `责任单位对${from}分提出异议，尚未答复。`
      : state === 'upheld'
        ? `责任单位提出异议，经复核维持${from}分。`
        : `责任单位提出异议，经复核由${from}分调整为${to}分。`,
  measures: (of, { done, mostlyDone, inProgress, notStarted }) =>
    `${of}项措施中，${[
      done === 0 ? '' : `完成${done}项`,
      mostlyDone === 0 ? '' : `基本完成${mostlyDone}项`,
      inProgress === 0 ? '' : `推进中${inProgress}项`,
      notStarted === 0 ? '' : `未启动${notStarted}项`,
    ]
      .filter((part) => part !== '')
      .join('，')}${rest(of - done - mostlyDone - inProgress - notStarted)}。`,
  nothingSaid: '各单位自评中没有另作说明。',
  notMet: (names) => `未完成的目标${names.length}项：${names.join('、')}。`,
  because: (name, why) => `${name}（${why}）`,
  cannotJudge: (names) => `无法评价的目标${names.length}项：${names.join('、')}。`,
  reduced: (parts) => `核验扣分的项目${parts.length}项：${parts.join('；')}。`,
  reducedBy: (name, marks, reason) =>
    `${name}扣${marks}分${reason === '' ? '' : `（${reason.replace(/[。；]$/, '')}）`}`,
  lacking: (names, of) =>
    names.length > MOST_NAMED
      ? `${of}项目标中，佐证材料不全的${names.length}项，详见附件2。`
      : `佐证材料不全的目标${names.length}项：${names.join('、')}，详见附件2。`,
  noProblem: '没有未完成、无法评价或者扣分的项目，佐证材料齐全。',
  units: {
    caption: '表2　各责任单位得分（基本分项目）',
    department: '责任单位',
    of: '满分',
    self: '自评分',
    marks: '考核得分',
  },
  result: (score, of, grade) =>
    `考核总分${score}分（基本分满分${of}分），${grade === null ? '评分表未定等次' : `等次为${grade}`}。`,
  vetoed: (names) => `触发一票否决：${names.join('、')}。`,
  concluded: (day) => `以上结论经领导小组${dayOf(day)}审定。`,
  notConcluded: '以上结果未经领导小组审定，只供核对，不作结论。',
  columns: {
    number: '序号',
    group: '考核项目',
    item: '考核指标',
    target: '目标值',
    figure: '完成值',
    weight: '分值',
    standard: '评分标准',
    self: '单位自评分',
    marks: '考核得分',
    reason: '扣分原因',
    files: '佐证材料',
    demand: '应有材料',
    have: '已有/应有',
    remarks: '备注',
    name: '文件',
    size: '大小',
    use: '用于',
    sha256: '校验码（SHA-256）',
  },
  strikes: '否决',
  leftOut: (why) => (why === null ? '剔除' : `剔除（${why}）`),
  between: '、',
  under: (department) => `（${department}）`,
  usedFor: (of, what) => `${of} ${what}`,
  total: '合计',
  grade: '等次',
  signatures: '被考核单位负责人：　　　　　考核组组长：　　　　　日期：　　　年　　月　　日',
  sheetNotes: [
    '注：自评分由责任单位填报，有数据可据的按评分标准测算；“—”为不适用，“…”为没有。佐证材料一栏是清单（附件2）中的编号。',
  ],
  demands: {
    source: '数据来源',
    file: '数据佐证文件',
    list: '名单',
    recognition: '认定文号',
    conditionDocument: '达成条件的文件',
    ground: '评价依据',
    targetDocument: '目标下达文件',
    baselineDocument: '基期值依据',
    measures: '相关措施的年度进展',
    actions: '会议议定事项的办理',
  },
  have: (have, of) => `${have}/${of}`,
  complete: '齐全',
  lacks: (count) => `缺${count}`,
  itemFiles: '各单位自评和异议所附材料',
  purposes: { self: '自评', dispute: '异议' },
  filesCaption: (count) => `文件目录（共${count}件）`,
  missing: '原件缺失或损坏，未入卷',
  bytes: (size) =>
    size >= MB ? `${(size / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} kB`,
  filesNote: '注：文件在“佐证材料”目录内，文件名以编号开头；校验码可以验证文件未被改动。',
  proof: (basis, seal) =>
    `本卷宗按启动时固定的考核依据数据写成，校验码（SHA-256）：${basis}${seal === null ? '' : `；所据数据包校验码（SHA-256）：${seal}`}`,
};

/** 没有报送的。 */
function rest(count: number): string {
  return count <= 0 ? '' : `，未报送${count}项`;
}
