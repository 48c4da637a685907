/** 封存：填报期页面的一节和确认窗口。 */
export const seals = {
  title: '封存',
  notYet: '尚未封存。',
  closeFirst: '填报期关闭后才能封存。',
  wouldSeal: (count: number) =>
    `将封存${count}项已审核通过的数据，连同说明、名单、佐证校验值、目标和基期的版本、责任单位名称。`,
  undecided: (count: number) => `${count}项已报送、尚未审结，须先审核通过或退回`,
  undecidedReports: (count: number) => `${count}份措施进展报告尚未审结，须先审核通过或退回`,
  toReports: '去办理',
  notHandedIn: (count: number) => `${count}项未报，封存时须逐项说明原因`,
  noLead: (count: number) => `${count}项无责任单位或牵头待定，封存时自动列明。`,
  figure: (code: string, name: string, department: string, status: string) =>
    `${code} ${name}（${department === '' ? '' : `${department}，`}${status}）`,
  nothing: '未填报',
  open: '封存…',
  blocked: '请先处理上面列出的数据。',
  dialogTitle: (year: number) => `封存${year}年度数据`,
  warning: '封存后，本年度数据只能经申请更正修改，封存包本身永不改变。封存人不能审批本年度的更正。',
  reasons: (count: number) => `${count}项未报的原因（写入封存包）`,
  common: '同一原因',
  fill: '填入空白各项',
  seal: '确认封存',
  done: (year: number) => `${year}年度数据已封存`,
  sealedBy: (name: string, on: string) => `${name}于${on}封存。`,
  holds: (readings: number, lists: number, evidence: number, unreported: number, reports: number) =>
    `封存包含${readings}项数据、${reports}份措施进展、${lists}份名单、${evidence}份佐证材料的校验值；另列明${unreported}项未报及原因。`,
  download: (kilobytes: string) => `下载封存包（JSON，${kilobytes} KB）`,
  prove: '下载的文件按上面的 SHA-256 校验；服务器上用命令 verify 校验全部封存包。',
};
