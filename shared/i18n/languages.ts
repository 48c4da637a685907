/** The languages of the product, its own first. The codes are what `<html lang>` and Intl take. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
