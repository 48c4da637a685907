/**
 * The fonts that a document names (字体方案). None is embedded: the reader's machine has them. gb2312:
 * the four that offices install; windows: those that Windows brings; xinchuang: those of 麒麟 and 统信.
 */
export const FONT_SCHEMES = ['gb2312', 'windows', 'xinchuang'] as const;
export type FontScheme = (typeof FONT_SCHEMES)[number];

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
