/** 3项指标和5份措施进展报告 */
export function owedWords(indicators: number, reports: number): string {
  const said = [
    indicators === 0 ? '' : `${indicators}项指标`,
    reports === 0 ? '' : `${reports}份措施进展报告`,
  ];
  return said.filter((part) => part !== '').join('和');
}
