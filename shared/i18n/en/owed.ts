const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

/** @example owedWords(3, 1) // '3 indicators and 1 report on a measure' */
export function owedWords(indicators: number, reports: number): string {
  const said = [
    indicators === 0 ? '' : count(indicators, 'indicator', 'indicators'),
    reports === 0 ? '' : count(reports, 'report on a measure', 'reports on measures'),
  ];
  return said.filter((part) => part !== '').join(' and ');
}
