import { beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../shared/paper.ts';
import { writePaper } from '../../server/paper/workshop.ts';
import { FONT_SCHEMES } from '../../shared/paper.ts';
import { all, attribute, type Element, officeParts, outOfOrder, xml } from '../support/office.ts';
import { SAMPLE_PAPER } from '../support/sample-paper.ts';

interface Made {
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, Buffer>;
  readonly document: Element;
}

async function made(change: Partial<Paper> = {}): Promise<Made> {
  const bytes = await writePaper({ ...SAMPLE_PAPER, ...change });
  const parts = await officeParts(bytes);
  return { bytes, parts, document: xml(textOf(parts, 'word/document.xml')) };
}

function textOf(parts: ReadonlyMap<string, Buffer>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`no ${name}`);
  return part.toString();
}

let paper: Made;
beforeAll(async () => {
  paper = await made();
});

/** The paragraph that begins with these words, after the table of contents. */
function paragraph(words: string): Element {
  const found = all(paper.document, 'w:p').filter(({ text }) => text.startsWith(words));
  const last = found.at(-1);
  if (last === undefined) throw new Error(`no ${words}`);
  return last;
}

describe('the official form (GB/T 9704)', () => {
  it('has A4 with margins of 37, 28, 26 and 35 mm and lines of 28.95 pt', () => {
    const [upright] = all(paper.document, 'w:sectPr');
    if (upright === undefined) throw new Error('no section');
    const [size] = all(upright, 'w:pgSz');
    const [margin] = all(upright, 'w:pgMar');
    const [grid] = all(upright, 'w:docGrid');
    expect(attribute(size, 'w:w')).toBe('11906');
    expect(attribute(size, 'w:h')).toBe('16838');
    const sides = ['top', 'left', 'right', 'bottom'].map((side) => attribute(margin, `w:${side}`));
    expect(sides).toEqual(['2098', '1588', '1474', '1984']);
    expect(attribute(grid, 'w:type')).toBe('lines');
    expect(attribute(grid, 'w:linePitch')).toBe('579');
    // 22 lines fit on the page, 23 do not.
    const height = 16838 - 2098 - 1984;
    expect([22 * 579 <= height, 23 * 579 <= height]).toEqual([true, false]);
  });

  it('has 28 characters a line: 16 pt with a quarter of a point pressed out of each', () => {
    const [run] = all(paragraph('截至'), 'w:rPr');
    if (run === undefined) throw new Error('no run');
    expect(attribute(all(run, 'w:sz')[0], 'w:val')).toBe('32');
    expect(attribute(all(run, 'w:spacing')[0], 'w:val')).toBe('-5');
    const width = (11906 - 1588 - 1474) / 20;
    expect(Math.floor(width / (16 - 5 / 20))).toBe(28);
  });

  const styles = () => xml(textOf(paper.parts, 'word/styles.xml'));
  const style = (id: string): Element | undefined =>
    all(styles(), 'w:style').find((one) => attribute(one, 'w:styleId') === id);

  it('begins a paragraph with two characters, on an exact line', () => {
    const body = style('PaperBody');
    if (body === undefined) throw new Error('no style');
    const [indent] = all(body, 'w:ind');
    const [spacing] = all(body, 'w:spacing');
    expect(attribute(indent, 'w:firstLineChars')).toBe('200');
    expect([attribute(spacing, 'w:line'), attribute(spacing, 'w:lineRule')]).toEqual([
      '579',
      'exact',
    ]);
  });

  it.each([
    { words: '科技经济发展局关于', face: '方正小标宋简体', size: '44', why: '标题二号小标宋' },
    { words: '一、', face: '黑体', size: '32', why: '一级标题黑体' },
    { words: '（一）', face: '楷体_GB2312', size: '32', why: '二级标题楷体' },
    { words: '1. 自动化', face: '仿宋_GB2312', size: '32', why: '三级标题仿宋' },
    { words: '截至', face: '仿宋_GB2312', size: '32', why: '正文三号仿宋' },
    { words: '附件1', face: '黑体', size: '32', why: '附件序号黑体' },
  ])('$why', ({ words, face, size }) => {
    const [fonts] = all(paragraph(words), 'w:rFonts');
    expect(attribute(fonts, 'w:eastAsia')).toBe(face);
    expect(attribute(all(paragraph(words), 'w:sz')[0], 'w:val')).toBe(size);
  });

  it('numbers pages — 1 — in 四号宋体, odd ones at the right, even ones at the left', () => {
    const settings = xml(textOf(paper.parts, 'word/settings.xml'));
    expect(all(settings, 'w:evenAndOddHeaders')).toHaveLength(1);
    const feet = [...paper.parts.keys()]
      .filter((name) => /^word\/footer\d+\.xml$/.test(name))
      .map((name) => xml(textOf(paper.parts, name)));
    expect(new Set(feet.map(({ text }) => text))).toEqual(new Set(['— PAGE1 —']));
    const sides = feet.map((foot) => attribute(all(foot, 'w:jc')[0], 'w:val'));
    expect(sides.filter((side) => side === 'left')).toHaveLength(sides.length / 2);
    expect(attribute(all(feet[0] ?? paper.document, 'w:sz')[0], 'w:val')).toBe('28');
  });

  it('turns the sheet for wide tables', () => {
    const across = all(paper.document, 'w:sectPr').at(-1);
    if (across === undefined) throw new Error('no section');
    const [size] = all(across, 'w:pgSz');
    expect(['w', 'h', 'orient'].map((name) => attribute(size, `w:${name}`))).toEqual([
      '16838',
      '11906',
      'landscape',
    ]);
  });

  it.each(FONT_SCHEMES)(
    'names the Chinese font on every run and what stands in for it (%s)',
    async (fonts) => {
      const { document, parts } = await made({ fonts });
      const runs = all(document, 'w:r').filter(({ text }) => text.trim() !== '');
      const named = runs.filter(
        (run) => attribute(all(run, 'w:rFonts')[0], 'w:eastAsia') !== undefined,
      );
      const inContents = runs.length - named.length;
      // Those of the table of contents have it from their style, as Word writes it anew.
      expect(inContents).toBe(
        all(all(document, 'w:sdt')[0] ?? document, 'w:r').filter(({ text }) => text.trim() !== '')
          .length,
      );
      const table = xml(textOf(parts, 'word/fontTable.xml'));
      const known = new Set(all(table, 'w:font').map((font) => attribute(font, 'w:name')));
      const used = new Set(
        all(document, 'w:rFonts').flatMap((font) => [
          attribute(font, 'w:eastAsia'),
          attribute(font, 'w:ascii'),
        ]),
      );
      expect([...used].filter((name) => !known.has(name))).toEqual([]);
      expect(/等线|Calibri/.test(textOf(parts, 'word/theme/theme1.xml'))).toBe(false);
    },
  );
});

describe('a table', () => {
  const table = (): Element => {
    const [found] = all(paper.document, 'w:tbl');
    if (found === undefined) throw new Error('no table');
    return found;
  };

  it('has the same widths in its grid, its cells and itself, and fills the line', () => {
    const grid = all(table(), 'w:gridCol').map((column) => Number(attribute(column, 'w:w')));
    const total = grid.reduce((sum, width) => sum + width, 0);
    expect(total).toBe(16838 - 1984 - 2098);
    expect(attribute(all(table(), 'w:tblW')[0], 'w:w')).toBe(String(total));
    expect(attribute(all(table(), 'w:tblLayout')[0], 'w:type')).toBe('fixed');
    const rows = all(table(), 'w:tr').map((row) =>
      all(row, 'w:tcW').map((width) => Number(attribute(width, 'w:w'))),
    );
    expect(rows).toEqual([grid, [total], grid, grid]);
  });

  it('repeats its head and splits no row', () => {
    const rows = all(table(), 'w:tr');
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0]);
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
  });
});

describe('a chart', () => {
  it('is native, with its numbers in a workbook and a gap where there is none', async () => {
    const chart = xml(textOf(paper.parts, 'word/charts/chart1.xml'));
    const [actual] = all(chart, 'c:ser');
    if (actual === undefined) throw new Error('no series');
    const [values] = all(actual, 'c:val');
    const points = all(values ?? actual, 'c:pt').map((point) => [
      attribute(point, 'idx'),
      point.text,
    ]);
    expect(points).toEqual([
      ['0', '30'],
      ['1', '41'],
      ['3', '61'],
    ]);
    expect(attribute(all(chart, 'c:dispBlanksAs')[0], 'val')).toBe('gap');
    const book = paper.parts.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx');
    const sheet = (await officeParts(book ?? Buffer.alloc(0))).get('xl/worksheets/sheet1.xml');
    expect(sheet?.toString()).toMatch(/<v>61<\/v>/);
  });

  it('says in Chinese what it shows', () => {
    const [drawing] = all(paper.document, 'wp:docPr');
    expect(attribute(drawing, 'descr')).toContain('2018年61台');
  });
});

describe('the file', () => {
  it('is well-formed in every part, in the order of the schema', () => {
    const wrong = [...paper.parts]
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .flatMap(([name, part]) => outOfOrder(xml(part.toString())).map((one) => `${name} ${one}`));
    expect(wrong).toEqual([]);
  });

  it('has every part of a field in a run of its own, and asks nobody to update it', () => {
    const parts = [...paper.parts].filter(([name]) =>
      /^word\/(document|footer\d)\.xml$/.test(name),
    );
    for (const [, part] of parts) {
      const runs = all(xml(part.toString()), 'w:r');
      const crowded = runs.filter(
        ({ children }) =>
          children.filter(({ name }) => name === 'w:fldChar' || name === 'w:instrText').length > 1,
      );
      expect(crowded).toEqual([]);
      expect(part.toString()).not.toContain('w:dirty');
    }
    expect(textOf(paper.parts, 'word/settings.xml')).not.toContain('updateFields');
  });

  it('lists the pages in its table of contents', () => {
    const [contents] = all(paper.document, 'w:sdt');
    const entries = all(contents ?? paper.document, 'w:p').map((entry) =>
      all(entry, 'w:t')
        .map(({ text }) => text)
        .join(' '),
    );
    expect(entries.slice(0, 3)).toEqual([
      '一、目标任务完成情况 2',
      '（一）智能制造方面 2',
      '二、主要措施及成效 4',
    ]);
  });

  it('says whose it is and which package it was made from, and no clock', () => {
    expect(textOf(paper.parts, 'docProps/core.xml')).toContain('2019-01-15T00:00:00.000Z');
    expect(textOf(paper.parts, 'docProps/core.xml')).toContain('科技经济发展局');
    expect(textOf(paper.parts, 'docProps/custom.xml')).toContain('ab'.repeat(32));
  });

  it('is the same bytes for the same paper, whatever was made before it', async () => {
    await made({ fonts: 'windows' });
    const again = await made();
    expect(again.bytes.equals(paper.bytes)).toBe(true);
  });

  it('says 草稿 on every page as long as it is one', async () => {
    const { parts } = await made({ draft: '草稿', mark: '示例数据' });
    const heads = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(heads).toHaveLength(4);
    for (const [, head] of heads) {
      expect(xml(head.toString()).text).toBe('草稿 · 示例数据');
      expect(head.toString()).toContain('string="草稿"');
    }
  });
});

describe('the ordinary form', () => {
  it('is a plain report with its pages in the middle', async () => {
    const { parts, document } = await made({ layout: 'ordinary' });
    expect(textOf(parts, 'word/footer1.xml')).toContain('NUMPAGES');
    expect(all(document, 'w:docGrid').map((grid) => attribute(grid, 'w:type'))).not.toContain(
      'lines',
    );
    const wrong = [...parts]
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .flatMap(([, part]) => outOfOrder(xml(part.toString())));
    expect(wrong).toEqual([]);
  });
});
