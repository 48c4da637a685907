import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { blockOf } from './blocks.ts';
import { contentsPages } from './contents.ts';
import { finishPaper } from './finish.ts';
import { A4, type Form, formOf } from './form.ts';
import { LATIN } from './fonts.ts';
import type { Paper, PaperSection } from '../../shared/paper.ts';
import { runOf, STYLE, stylesOf } from './styles.ts';

/** Makes a document. Runs in the thread only. The same paper gives the same bytes. */
export async function makePaper(paper: Paper): Promise<Buffer> {
  const form = formOf(paper);
  const { properties, sections } = paper;
  const theme = { latin: LATIN, eastAsia: form.faces.body, scripts: {} };
  const document = new Document({
    title: properties.title,
    creator: properties.author,
    lastModifiedBy: properties.author,
    ...(properties.subject === undefined ? {} : { subject: properties.subject }),
    customProperties: Object.entries(properties.custom).map(([name, value]) => ({ name, value })),
    evenAndOddHeaderAndFooters: form.official,
    defaultTabStop: 640,
    theme: { name: 'Paper', fonts: { headings: theme, body: theme } },
    styles: stylesOf(form),
    sections: sections.map((section, at) => sectionOf(form, paper, section, at)),
  });
  return finishPaper(await Packer.toBuffer(document), paper, contentsPages(form, sections));
}

function sectionOf(form: Form, paper: Paper, section: PaperSection, at: number): ISectionOptions {
  const across = section.landscape === true;
  const margin = across ? form.margins.across : form.margins.upright;
  const headers = headersOf(form, paper);
  return {
    properties: {
      ...(at === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      page: {
        size: {
          ...A4,
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, gutter: 0 },
      },
      ...(form.exactLine === null
        ? {}
        : { grid: { type: DocumentGridType.LINES, linePitch: form.exactLine } }),
    },
    ...(headers === null ? {} : { headers }),
    footers: footersOf(form),
    children: section.blocks.flatMap((block) => blockOf(form, block, across)),
  };
}

/** 草稿 and 示例数据 on every page, once across it and once in words at its head. */
function headersOf(
  form: Form,
  { draft, mark }: Paper,
): NonNullable<ISectionOptions['headers']> | null {
  const words = [draft, mark].filter((one) => one !== null).join(' · ');
  if (words === '') return null;
  const header = () =>
    new Header({
      children: [
        new Paragraph({
          style: STYLE.small,
          alignment: AlignmentType.RIGHT,
          children: [
            ...(draft === null
              ? []
              : [
                  new TextWatermark({
                    text: draft,
                    font: form.faces.heading,
                    width: 300,
                    height: 150,
                    color: 'C8CDD2',
                  }),
                ]),
            new TextRun({ text: words, ...runOf(form, form.looks.mark) }),
          ],
        }),
      ],
    });
  return form.official ? { default: header(), even: header() } : { default: header() };
}

/** — 1 — at the outer edge, one character from it; “1 / 9” in the middle of an ordinary page. */
function footersOf(form: Form): NonNullable<ISectionOptions['footers']> {
  const look = runOf(form, form.looks.pageNumber);
  const words = (text: string) => new TextRun({ text, ...look });
  const field = (child: (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [child], ...look });
  if (!form.official) {
    const children = [field(PageNumber.CURRENT), words(' / '), field(PageNumber.TOTAL_PAGES)];
    return { default: new Footer({ children: [centred(children)] }) };
  }
  const footer = (align: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          style: STYLE.small,
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [align]: ONE_CHARACTER },
          children: [words('— '), field(PageNumber.CURRENT), words(' —')],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}

/** Of 四号, 14 points. */
const ONE_CHARACTER = 280;

function centred(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ style: STYLE.small, alignment: AlignmentType.CENTER, children });
}
