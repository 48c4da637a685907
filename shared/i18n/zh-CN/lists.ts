import type { CellProblem, ListColumn } from '../../list-input.ts';

const columns: Record<ListColumn, string> = {
  name: '名称',
  documentNumber: '认定文号',
  recognisedOn: '认定日期',
  quantity: '数量',
};

/** 粘贴的内容里哪一格读不懂，以及怎么改。 */
const cells: Record<CellProblem, string> = {
  nameMissing: '没有名称，请补上或删去这一行',
  tooLong: '内容过长，已截短，请核对',
  notADay: '日期请写成2018-03-05或2018年3月5日',
  dayMissing: '缺少具体的日，请补全日期',
  noSuchDay: '没有这一天，请核对日期',
  negative: '数量不能为负数',
  notANumber: '数量不是一个数',
  grouping: '数量中逗号或空格的位置不对',
  magnitudeWord: '数量请不要用“万”“亿”，写全数字',
  absentMark: '数量请填数字，不要填符号',
  severalNumbers: '数量只能填一个数',
  scientific: '数量是科学计数法，请写全数字',
  spreadsheetError: '数量是电子表格的错误值',
  otherUnit: '数量后面的单位与本项不同',
  parentheses: '括号不表示负数，请核对数量',
  inexact: '数量的有效数字过多，最多15位',
  tooLarge: '数量过大，请核对单位',
};

/** 名单：数量背后的企业、项目，比率分子分母的名录。 */
export const lists = {
  title: '名单',
  heading: (name: string, year: number) => `${year}年名单：${name}`,
  columns,
  cells,
  none: '尚无名单。',
  /** 名单 12家（15条），王小明 2018年12月3日 */
  summary: (counted: string, entries: number) => `共${entries}条，计数${counted}`,
  lastSaved: (name: string, at: string) => `${name} 保存于${at}`,
  open: '打开名单',
  begin: '建立名单',
  named: (action: string, name: string) => `${action}：${name}`,
  lead: '保存后，本项数值按名单计数：同名只计一次。空格、全角半角、括号写法不同视为同名。',
  leadIncremental: '本项只计新增：基期已有的也请列出并勾选“基期已有”，不计入数量。',
  counted: '计数',
  countedOf: (counted: string, entries: number, twice: number, baseline: number): string => {
    const parts = [
      ...(twice > 0 ? [`同名${twice}条不重复计`] : []),
      ...(baseline > 0 ? [`基期已有${baseline}条不计`] : []),
    ];
    const beside = parts.length === 0 ? '' : `（${parts.join('，')}）`;
    return `${counted}，共${entries}条${beside}`;
  },
  number: '序号',
  baseline: '基期已有',
  evidence: '佐证材料',
  noEvidence: '未指定',
  remark: '备注',
  twice: (line: number) => `与第${line}条同名`,
  fromPrevious: (year: number) => `取自${year}年名单`,
  work: '操作',
  remove: '删除',
  removeNamed: (line: number) => `删除第${line}条`,
  cell: (line: number, column: string) => `第${line}条${column}`,
  add: '加一条',
  empty: '名单还是空的。可以从 Excel 或 WPS 粘贴，也可以逐条添加。',
  emptySaved: '名单是空的：空名单不等于0，本项数值会被清空。如确为0，请关闭名单后在数值处填0。',
  find: '查找名称',
  page: (from: number, to: number, all: number) => `第${from}–${to}条，共${all}条`,
  before: '上一页',
  after: '下一页',
  paste: '从 Excel 或 WPS 粘贴',
  pasteHint: '每行一条，列的顺序为：名称、认定文号、认定日期、数量。可以带表头。在框内按 Ctrl+V。',
  pasteBox: '粘贴到这里',
  chooseFile: '或从 CSV、TXT 文件读入',
  notText: '这个文件不是文本。请在 Excel 或 WPS 中打开它，复制后粘贴到这里，或另存为 CSV。',
  fileTooLarge: '这个文件超过2 MB，名单最多5000条，请核对。',
  read: (rows: number, problems: number, twice: number) =>
    [
      `读到${rows}条`,
      ...(problems > 0 ? [`其中${problems}处无法识别`] : []),
      ...(twice > 0 ? [`${twice}条与已有的同名`] : []),
    ].join('，'),
  readNothing: '没有读到名称，请核对粘贴的内容。',
  left: (rows: number) => `名单最多5000条，余下${rows}条未读入。`,
  problemAt: (line: number, text: string) => `第${line}行：${text}`,
  moreProblems: (more: number) => `还有${more}处`,
  headings: '第一行是表头，已按表头认列。',
  take: (rows: number) => `加入${rows}条`,
  dropPaste: '不要了',
  taken: (rows: number) => `已加入${rows}条，尚未保存。`,
  previous: (year: number, entries: number) =>
    `${year}年的名单有${entries}条，可以以它为基础修改。`,
  takePrevious: (year: number) => `取用${year}年名单`,
  previousTaken: (rows: number) => `已取用${rows}条，请逐条核对本年是否仍有效，尚未保存。`,
  scopeChange: '如本年口径有变，请在数据说明中勾选“本年统计口径有变化”并写明原因。',
  save: '保存名单',
  saving: '正在保存…',
  saved: (counted: string) => `名单已保存，计数${counted}。`,
  cancel: '取消',
  leaveTitle: '名单有未保存的改动',
  leaveBody: '关闭后，这些改动会丢失。',
  leave: '不保存，关闭',
  stay: '继续编辑',
  checkRows: '有几处需要更正：',
  reread: '放弃改动，重新读取',
};
