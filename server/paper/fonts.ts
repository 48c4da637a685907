import type { FontScheme } from '../../shared/paper.ts';

/** The typefaces of a document by what they are for. */
export interface Faces {
  /** 小标宋: the title. */
  readonly title: string;
  /** Where 小标宋 is bold 宋体 instead. */
  readonly titleBold: boolean;
  /** 黑体: headings of the first level, heads of tables, labels. */
  readonly heading: string;
  /** 楷体: headings of the second level. */
  readonly aside: string;
  /** 仿宋: everything else. */
  readonly body: string;
  /** 宋体: page numbers. */
  readonly number: string;
}

/** Latin letters and digits, in every scheme. */
export const LATIN = 'Times New Roman';

const FACES: Readonly<Record<FontScheme, Faces>> = {
  gb2312: {
    title: '方正小标宋简体',
    titleBold: false,
    heading: '黑体',
    aside: '楷体_GB2312',
    body: '仿宋_GB2312',
    number: '宋体',
  },
  windows: {
    title: '宋体',
    titleBold: true,
    heading: '黑体',
    aside: '楷体',
    body: '仿宋',
    number: '宋体',
  },
  xinchuang: {
    title: '方正小标宋_GBK',
    titleBold: false,
    heading: '方正黑体_GBK',
    aside: '方正楷体_GBK',
    body: '方正仿宋_GBK',
    number: '方正书宋_GBK',
  },
};

export function facesOf(scheme: FontScheme): Faces {
  return FACES[scheme];
}

/** What a program takes that has not got the font, so that 仿宋 does not come out as a sans serif. */
const INSTEAD: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  方正小标宋_GBK: '宋体',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
  方正黑体_GBK: '黑体',
  方正楷体_GBK: '楷体',
  方正仿宋_GBK: '仿宋',
  方正书宋_GBK: '宋体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  仿宋: 'FangSong',
  楷体: 'KaiTi',
};

/**
 * Every font of the scheme and its substitute, in the list of fonts (`word/fontTable.xml`), which the
 * library leaves empty.
 */
export function withFonts(list: string, scheme: FontScheme): string {
  const { title, heading, aside, body, number } = FACES[scheme];
  const chinese = [...new Set([title, heading, aside, body, number])].map((name) => {
    const instead = INSTEAD[name];
    const other = instead === undefined ? '' : `<w:altName w:val="${instead}"/>`;
    return `<w:font w:name="${name}">${other}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  const latin = `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return list.replace(/\/>$/, `>${latin}${chinese.join('')}</w:fonts>`);
}
