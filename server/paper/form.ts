import type { IFontAttributesProperties } from 'docx';
import type { Paper } from '../../shared/paper.ts';
import { type Faces, facesOf, LATIN } from './fonts.ts';

/** Lengths are twentieths of a point, as the file has them. */
export const TWIPS_PER_MM = 1440 / 25.4;

export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);

/** How text looks: its font, its size in half points, what is pressed out of each character. */
export interface Look {
  readonly face: keyof Pick<Faces, 'title' | 'heading' | 'aside' | 'body' | 'number'>;
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly spacing?: number;
}

/** How a page and its text are laid out: one form for official papers, one for ordinary ones. */
export interface Form {
  readonly official: boolean;
  readonly faces: Faces;
  readonly margins: {
    readonly upright: Margins;
    readonly across: Margins;
  };
  /** Line height of the body; null: as high as its font. */
  readonly exactLine: number | null;
  readonly looks: {
    readonly title: Look;
    readonly subtitle: Look;
    readonly headings: readonly [Look, Look, Look, Look];
    readonly body: Look;
    readonly small: Look;
    readonly caption: Look;
    readonly cell: Look;
    readonly head: Look;
    readonly pageNumber: Look;
    readonly mark: Look;
  };
}

/** Of a page; `footer` is the distance of its foot from the edge. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly footer: number;
  readonly header: number;
}

/** A4, in twips. */
export const A4 = { width: 11906, height: 16838 } as const;

/** 22 lines on the 225 mm of a page; one twip more and only 21 fit. */
const EXACT_LINE = 579;
/** A quarter of a point less for each character: 28 of them on 156 mm. */
const TIGHT = -5;
const THREE = 32;

const OFFICIAL_MARGINS = {
  upright: { top: 2098, right: 1474, bottom: 1984, left: 1588, footer: 1304, header: 1134 },
  // The sheet is turned: what binds it stays where it was.
  across: { top: 1588, right: 2098, bottom: 1474, left: 1984, footer: 794, header: 794 },
} as const;

const ORDINARY_MARGINS = {
  upright: { top: 1417, right: 1417, bottom: 1417, left: 1417, footer: 720, header: 720 },
  across: { top: 1417, right: 1417, bottom: 1417, left: 1417, footer: 720, header: 720 },
} as const;

/** The form of a paper. */
export function formOf({ layout, fonts }: Pick<Paper, 'layout' | 'fonts'>): Form {
  const faces = facesOf(fonts);
  return layout === 'official' ? officialForm(faces) : ordinaryForm(faces);
}

function officialForm(faces: Faces): Form {
  const body: Look = { face: 'body', size: THREE, spacing: TIGHT };
  return {
    official: true,
    faces,
    margins: OFFICIAL_MARGINS,
    exactLine: EXACT_LINE,
    looks: {
      title: { face: 'title', size: 44, bold: faces.titleBold },
      subtitle: { face: 'aside', size: THREE },
      headings: [
        { face: 'heading', size: THREE, spacing: TIGHT },
        { face: 'aside', size: THREE, spacing: TIGHT },
        body,
        body,
      ],
      body,
      small: { face: 'body', size: 21 },
      caption: { face: 'heading', size: 28 },
      cell: { face: 'body', size: 21 },
      head: { face: 'heading', size: 21 },
      pageNumber: { face: 'number', size: 28 },
      mark: { face: 'heading', size: 24 },
    },
  };
}

function ordinaryForm(faces: Faces): Form {
  return {
    official: false,
    faces,
    margins: ORDINARY_MARGINS,
    exactLine: null,
    looks: {
      title: { face: 'number', size: 36, bold: true },
      subtitle: { face: 'number', size: 24, color: '424E5A' },
      headings: [
        { face: 'number', size: 28, bold: true },
        { face: 'number', size: 24, bold: true },
        { face: 'number', size: 22, bold: true },
        { face: 'number', size: 22, italics: true },
      ],
      body: { face: 'number', size: 22 },
      small: { face: 'number', size: 18 },
      caption: { face: 'number', size: 20, bold: true },
      cell: { face: 'number', size: 18 },
      head: { face: 'number', size: 18, bold: true },
      pageNumber: { face: 'number', size: 18 },
      mark: { face: 'number', size: 20, bold: true },
    },
  };
}

/** One face as the file names it: Latin beside Chinese, and which of the two “—” and quotes are. */
export function fontOf({ official, faces }: Form, face: Look['face']): IFontAttributesProperties {
  const eastAsia = faces[face];
  const latin = official && face === 'number' ? eastAsia : LATIN;
  return {
    ascii: latin,
    hAnsi: latin,
    eastAsia,
    cs: LATIN,
    ...(official ? { hint: 'eastAsia' } : {}),
  };
}

/** The width between the margins, in twips. */
export function textWidth({ margins }: Form, landscape: boolean): number {
  const { left, right } = landscape ? margins.across : margins.upright;
  return (landscape ? A4.height : A4.width) - left - right;
}
