import { expect, test } from 'vitest';
import {
  around,
  askedClause,
  type Clause,
  sharing,
  within,
} from '../../../client/plans/clauses.ts';
import { paragraphsOf } from '../../../client/plans/paragraphs.ts';
import { runsOf, segmentsOf } from '../../../client/plans/segments.ts';
import { REAL_PLAN, REAL_TEXT } from '../../support/real-plan.ts';

function clause(subject: Clause['subject'], id: string, quote: string, code: string | null = null) {
  const start = REAL_TEXT.indexOf(quote);
  return { subject, id, code, titleZh: id, titleEn: id, start, end: start + quote.length };
}

const CLAUSES: readonly Clause[] = [
  ...REAL_PLAN.indicators.map(({ id, code, quote }) => clause('indicator', id, quote, code)),
  ...REAL_PLAN.measures.map(({ id, number, text }) => clause('measure', id, text, String(number))),
  ...REAL_PLAN.safeguards.map(({ number, text }) =>
    clause('safeguard', String(number), text, String(number)),
  ),
  ...REAL_PLAN.safeguards.flatMap(({ obligations }) =>
    obligations.map(({ id, quote }) => clause('obligation', id, quote)),
  ),
];
const PARAGRAPHS = paragraphsOf(REAL_TEXT);
const styleOf = (line: string) =>
  PARAGRAPHS.find(({ start }) => REAL_TEXT.startsWith(line, start))?.style;

test('the lines joined are the document, to the last character', () => {
  const lines = PARAGRAPHS.map(({ start, end }) => REAL_TEXT.slice(start, end));
  expect(lines.join('\n')).toBe(REAL_TEXT);
});

test.each([
  ['提升质量品牌的实施意见的通知', 'title', 'a title is broken over lines that end openly'],
  ['区直各部门、各单位：', 'salutation', 'it calls upon the addressees and ends with a colon'],
  ['为贯彻落实市委', 'plain', 'it ends with a colon too, but is no address'],
  ['一、总体要求', 'heading1', ''],
  ['（一）推动制造业', 'heading2', 'the number stands before a title alone'],
  ['（一）总体思路：', 'plain', 'the same number leads in a whole paragraph'],
  ['1、深入实施', 'numbered', ''],
  ['本实施意见自下发之日起实施', 'plain', 'it ends with a full stop'],
])('%s is set as %s: %s', (line, style) => {
  expect(styleOf(line)).toBe(style);
});

test('a paragraph is led in up to its first stop', () => {
  const safeguard = PARAGRAPHS.find(({ start }) => REAL_TEXT.startsWith('（二）加强督促', start));
  expect(REAL_TEXT.slice(safeguard?.start, safeguard?.leadEnd)).toBe('（二）加强督促检查。');
});

test('segments join up to their paragraph, whatever is asked for', () => {
  for (const asked of [null, ...CLAUSES]) {
    for (const paragraph of PARAGRAPHS) {
      const said = segmentsOf(paragraph, CLAUSES, asked).map(({ start, end }) =>
        REAL_TEXT.slice(start, end),
      );
      expect(said.join('')).toBe(REAL_TEXT.slice(paragraph.start, paragraph.end));
    }
  }
});

test('what is highlighted is the asked clause exactly and in one piece', () => {
  for (const asked of CLAUSES) {
    const runs = PARAGRAPHS.flatMap((paragraph) => runsOf(segmentsOf(paragraph, CLAUSES, asked)));
    const marked = runs.filter((run) => run.asked);
    expect(marked.length, asked.id).toBe(1);
    const said = marked[0]?.segments.map(({ start, end }) => REAL_TEXT.slice(start, end)).join('');
    expect(said).toBe(REAL_TEXT.slice(asked.start, asked.end));
  }
});

test('an indicator inside the text of a measure stays marked when the measure is asked for', () => {
  const measure = askedClause(CLAUSES, 'measure:1');
  const paragraph = PARAGRAPHS.find(({ start }) => start === measure?.start);
  if (measure === null || paragraph === undefined) throw new Error('no first measure');
  const codes = segmentsOf(paragraph, CLAUSES, measure).flatMap(({ ending }) => ending);
  expect(codes).toEqual(['A10', 'A8', 'A9']);
  expect(within(CLAUSES, measure).map(({ code }) => code)).toEqual(['A8', 'A9', 'A10']);
});

test('energy, COD and SO2 share one clause and are named together behind it', () => {
  const cod = askedClause(CLAUSES, 'indicator:qb-cod-reduction');
  if (cod === null) throw new Error('no COD');
  expect(sharing(CLAUSES, cod).map(({ code }) => code)).toEqual(['C3', 'C4', 'C5']);
  const paragraph = PARAGRAPHS.find(({ start, end }) => start <= cod.start && end >= cod.end);
  if (paragraph === undefined) throw new Error('nowhere');
  const last = segmentsOf(paragraph, CLAUSES, null).find(({ end }) => end === cod.end);
  expect(last?.ending).toEqual(['C3', 'C4', 'C5']);
});

test.each<[key: string, id: string | undefined, why: string]>([
  ['target:qb-so2-reduction', 'qb-so2-reduction', 'a target stands in the clause of its indicator'],
  ['indicator:A1', 'im-automated-enterprise-share', 'people know the code'],
  ['safeguard:2', '2', ''],
  ['obligation:sg2-acceptance', 'sg2-acceptance', ''],
  ['measure:indicator', undefined, 'no such measure'],
  ['nonsense', undefined, 'no kind is named'],
])('%s leads to %s: %s', (key, id) => {
  expect(askedClause(CLAUSES, key)?.id).toBe(id);
});

test('an obligation stands in its safeguard, an indicator of the objectives in nothing', () => {
  const acceptance = askedClause(CLAUSES, 'obligation:sg2-acceptance');
  const share = askedClause(CLAUSES, 'indicator:A1');
  if (acceptance === null || share === null) throw new Error('not found');
  expect(around(CLAUSES, acceptance).map(({ id }) => id)).toEqual(['2']);
  expect(around(CLAUSES, share)).toEqual([]);
});
