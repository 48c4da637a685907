import type { CheckCode } from '../../checks/codes.ts';
import type { IssueCode, ProblemCode } from '../../problems.ts';
import { names } from './checks.ts';

/** What a sentence may be told: the seconds to wait, the bounds that were crossed. */
export type Details = Readonly<Record<string, string | number | undefined>>;
export type Sentence = string | ((details: Details) => string);

/** 30 秒以上按分钟说。 */
function wait(seconds: number | string | undefined): string {
  const count = Number(seconds ?? 0);
  if (!(count > 0)) return '稍后';
  return count < 60 ? `${Math.ceil(count)}秒后` : `${Math.ceil(count / 60)}分钟后`;
}

/** 每条拒绝：发生了什么、是否丢失、怎么办。 */
const refusals: Record<ProblemCode, Sentence> = {
  malformedJson: '发送的内容无法读取，未作任何保存。请刷新页面后重试。',
  malformedRequest: '这次请求无法识别，未作任何保存。请刷新页面后重试。',
  notSignedIn: '登录已失效，您填写的内容仍在页面上。请重新登录后继续。',
  wrongCredentials: '用户名或密码不正确，请核对后再试。',
  forbidden: '您的账号没有这项权限，未作任何改动。如有需要，请联系安全管理员。',
  foreignOrigin: '这次请求不是从本系统页面发出的，未作任何保存。请从本系统页面操作。',
  codeNeeded: '该账号已启用动态验证码，请输入验证器上的6位数字。',
  codeWrong: '验证码不正确、已用过或已过期，请输入验证器上当前的6位数字。',
  secondFactorRequired: '本系统要求管理员启用动态验证码，请先在“密码与登录设备”中启用。',
  passwordChangeRequired: '请先修改一次性密码，然后再继续。',
  ownEntry: '不能签审或审核自己填报的数据，数据未作改动。请由另一位有权限的人员办理。',
  ownDepartment: '不能核验、处理本单位的考核事项，未作改动。请由其他单位的考核人员办理。',
  ownSeal: '封存本年度的审核人不能审批它的更正，数据未作改动。请由另一位审核人办理。',
  insecureTransport:
    '当前连接未加密，不能登录。请使用以 https:// 开头的地址，或在服务器本机上操作。',
  notFound: '没有找到该内容，可能已被移除，或您无权查看。',
  methodNotAllowed: '此处不支持这项操作，未作任何改动。请刷新页面后重试。',
  requestTimeout: '发送超时，内容未保存但仍在页面上。请检查网络后重试。',
  conflict: '相同的记录已经存在，未重复保存。请刷新后查看已有的记录。',
  wrongState: '当前状态不允许这一步，数据未作改动。请刷新后查看最新状态。',
  roundNotOpen: '本年度的填报尚未开始，未作任何保存。请在开放日期之后填报。',
  roundClosed: '本年度的填报已经截止，未作任何保存。截止后只能修改被退回的数据。',
  roundSealed: '本年度的数据已经封存，未作任何保存。如确有错误，请申请更正。',
  signatureNeeded: '单位负责人尚未签审，不能审核通过，数据未作改动。请等待签审，或退回。',
  correctionOutdated: '申请之后这条数据又有变动，不能再按此更正。请由填报单位撤回后重新申请。',
  notSealed: '该年度尚未封存，没有“当时上报”的版本。请查看现在所知的数据。',
  roundNotReady: '该年度还有未了结的数据，尚未封存。请先审核或退回，并为每项未报填写原因。',
  acceptanceNotReady: '还有未了结的考核事项，不能进行这一步。请先按页面所列办完。',
  sheetIncomplete: '评分表还有项目未定分值或计分办法，不能据此开展考核。请修订后送领导小组审定。',
  roundInUse: '这一填报期内已有报送或催报，不能撤销。可以修改日期或关闭。',
  setupClosed: '初始设置已经完成，无需再次设置。请直接登录。',
  idempotencyMismatch: '这次提交与之前的提交冲突，未重复保存。请刷新后核对。',
  setupLinkDead: '设置链接已使用或已过期。请重新启动服务，以获取新的链接。',
  evidenceMissing: '服务器上的这份文件已丢失或损坏，不能下载。请联系系统管理员从备份恢复。',
  staleVersion: '其他人刚刚修改过这条记录，您填写的内容仍在页面上。请核对最新内容后再保存。',
  tooLarge: '内容过大，未保存但仍在页面上。请精简后重试。',
  uriTooLong: '地址过长，无法处理。请减少筛选条件后重试。',
  unsupportedMediaType: '不支持这种内容格式，未作任何保存。',
  fileTypeNotAllowed:
    '只接收 pdf、png、jpg、xlsx、docx 文件，这份文件未保存。请另存为其中一种后再上传。',
  fileTypeMismatch: '文件内容与文件名后缀不符，未保存。请用原软件打开，另存为正确的格式后再上传。',
  fileEmpty: '文件是空的，未保存。请核对后重新选择。',
  fileEncrypted: '文件设有密码，或是旧版 Office 格式，未保存。请去掉密码、另存为新格式后再上传。',
  fileUnsafe: '文件含有宏、外部链接或嵌入的程序，未保存。请去掉后另存为 xlsx 或 docx 再上传。',
  fileUnreadable: '文件已损坏或不完整，未保存。请重新导出或另存后再上传。',
  fileTooComplex: '文件解压后过大或部件过多，未保存。请拆分或精简后再上传。',
  sheetNotXlsx: '这不是 .xlsx 表格文件，未读取。请在 WPS 或 Excel 中打开，另存为 .xlsx 后再试。',
  sheetOldFormat:
    '这是旧格式的表格（.xls、.et 或 .ods），未读取。请在 WPS 或 Excel 中“另存为”.xlsx 后再上传。',
  sheetTooLarge:
    '表格的单元格、行数或合并区域过多，未读取（最多20,000个）。请使用从本系统下载的表格。',
  sheetTooSlow: '表格过于复杂，未能在规定时间内读取。请使用从本系统下载的表格。',
  exportTooLarge:
    '要导出的内容过多，未能在规定时间内做成 xlsx 表格。请按年度分别导出，或改为导出 CSV。',
  sheetNotTemplate:
    '这不是从本系统下载的填报表，或其中的隐藏标记已丢失，未读取。请重新下载填报表，把数据填入后再上传。',
  sheetOfAnother: '这是其他方案、年度或单位的填报表，未读取。请核对后重新选择。',
  invalid: '有些内容需要更正，您填写的内容都还在页面上。',
  versionRequired: '无法确认您修改的是哪个版本，未作任何保存。请刷新页面后重试。',
  locked: ({ retryAfter }) =>
    `密码输错次数过多，账号已暂时锁定。请${wait(retryAfter)}再试，或联系安全管理员解锁。`,
  tooManyRequests: ({ retryAfter }) =>
    `操作过于频繁，这次未保存，内容仍在页面上。请${wait(retryAfter)}再试。`,
  headersTooLarge: '请求信息过大，无法处理。请清除浏览器缓存后重试。',
  internal: '系统出错，这次没有保存，您填写的内容仍在页面上。请重试；若仍出错，请联系系统管理员。',
  busy: ({ retryAfter }) => `系统繁忙，这次未保存，内容仍在页面上。请${wait(retryAfter)}再试。`,
  databaseSilent: '数据库没有响应，这次没有保存。请联系系统管理员检查服务器。',
  databaseDamaged: '数据库已损坏，暂停一切保存，已有数据未被改动。请立即联系系统管理员从备份恢复。',
  storageFull: '服务器磁盘已满，这次没有保存，您填写的内容仍在页面上。请联系系统管理员。',
};

/** 哪些检查需要说明原因。 */
function namesOf(checks: string | number): string[] {
  return String(checks)
    .split(',')
    .map((code) => names[code as CheckCode]);
}

const issues: Record<IssueCode, Sentence> = {
  required: '请填写此项。',
  wrongType: '内容的类型不对，请重新填写。',
  unknownField: '系统不认识此项，请刷新页面后重试。',
  notAllowed: '不是可选的内容，请从所列各项中选择。',
  notesWritten: '有会议记录的议题不能删除。请刷新后核对，确需删除的先清空记录。',
  tooSmall: ({ minimum }) =>
    minimum === undefined ? '数值过小，请核对。' : `不能小于${minimum}，请核对。`,
  tooLarge: ({ maximum }) =>
    maximum === undefined ? '数值过大，请核对。' : `不能大于${maximum}，请核对。`,
  tooShort: ({ minimum }) =>
    Number(minimum ?? 1) <= 1 ? '请填写此项。' : `至少需要${minimum}个字符。`,
  tooLong: ({ maximum }) =>
    maximum === undefined ? '内容过长，请精简。' : `最多${maximum}个字符，请精简。`,
  tooMany: ({ maximum }) =>
    maximum === undefined ? '条数过多，请减少。' : `最多${maximum}条，请减少。`,
  badFormat: '格式不正确，请核对。',
  controlCharacters: '含有看不见的控制字符，请删除后重新输入。',
  notFinite: '不是有效的数字，请核对。',
  inexactNumber: '有效数字过多，无法准确保存。最多15位，请核对。',
  notWhole: '应为整数，请核对。',
  duplicateKey: '同一项出现了两次，请只保留一次。',
  yearOutsidePlan: '年度不在本方案范围内，请核对。',
  futureYear: '该年度尚未到来，不能填报。',
  impossibleDate: '没有这一天，请核对日期。',
  unknownReference: '所选内容不存在，可能已被移除。请重新选择。',
  notThisKind: '这类指标不填此项，请清空。',
  computedValue: '此数由分子、分母计算得出，不能直接填写。',
  numeratorAboveDenominator: ({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined
      ? '分子大于分母，请核对。'
      : `分子（${numerator}）大于分母（${denominator}），请核对。`,
  zeroDenominator: '分母不能为0，请核对。',
  aboveHundred: '百分比不能超过100，请核对。',
  negative: '不能为负数，请核对。',
  incomplete: '内容不完整，请补充后再提交。',
  reasonTooThin: ({ checks }) =>
    checks === undefined
      ? '理由过于简单，请写明具体情况。'
      : `请写明具体原因（${namesOf(checks).join('、')}）。只写“核实无误”不算。`,
  check: ({ check }) =>
    check === undefined
      ? '未通过检查，请更正。'
      : `未通过“${names[check as CheckCode]}”检查，请更正。`,
  datesOutOfOrder: '日期先后顺序不对，请核对。',
  componentLocked: '此数与其他指标共用，而那里已提交或审核通过，不能在此修改。',
  listNeeded: '这个数由名单计数，请一并更正名单，数值随名单而定。',
  listDiffers: ({ counted }) =>
    counted === undefined
      ? '与名单计数不一致，数值须与名单一致。'
      : `名单计数为${counted}，数值须与名单一致。`,
  unchanged: '与现有数据相同，没有需要更正的内容。',
  baselineRequired: '请先填写基期值。',
  passwordTooShort: ({ minimum }) => `密码太短，至少需要${minimum ?? 10}个字符。`,
  passwordTooSimple: ({ minimum }) =>
    `密码太简单，请至少使用大写字母、小写字母、数字、符号中的${minimum ?? 3}类。`,
  passwordCommon: '这个密码太常见，容易被猜中，请换一个。',
  passwordPersonal: '密码不能包含用户名、姓名或本系统名称。',
  passwordReused: ({ count }) => `不能与最近${count ?? 5}次用过的密码相同。`,
  codeWrong: '验证码不正确、已用过或已过期。',
  passwordWrong: '当前密码不正确。',
  taken: '已被使用，请换一个。',
  rolesKeptApart: '按等保要求，系统管理员、安全管理员、审计管理员须由不同的人担任。',
  departmentRequired: '填报人和单位负责人必须选择所属单位。',
  lastAdministrator: '这是最后一位可用的管理员，不能停用或取消其角色。',
  notDepartmentLead: '贵单位不是该指标的牵头单位，不能填报。',
  notVerbatim: '引文与原文不一致，请逐字核对。',
};

export const problems = {
  refusals,
  issues,
  /** 页面到不了服务器。 */
  offline: '连接不上服务器，这次未保存，您填写的内容仍在页面上。请检查网络后重试。',
  unreadable: '服务器的答复无法读取，未能确认是否已保存。请刷新页面后核对。',
};
