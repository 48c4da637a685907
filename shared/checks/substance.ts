/**
 * Whether a written reason says something. 「核实无误」 is no reason: the statistics offices refuse it,
 * and so does this.
 */

/** What people write instead of a reason; longer ones first, so that none is left in halves. */
const EMPTY_PHRASES = [
  '经核实无误',
  '经核对无误',
  '经核查无误',
  '数据真实准确',
  '数据真实有效',
  '真实有效',
  '真实准确',
  '核实无误',
  '核对无误',
  '核查无误',
  '审核无误',
  '情况属实',
  '数据无误',
  '数据属实',
  '数据正确',
  '数据准确',
  '数据真实',
  '确认无误',
  '填报无误',
  '无误',
  '属实',
  '正确',
  '准确',
  '真实',
  '已核实',
  '已核对',
  '已核查',
  '已确认',
  '已审核',
  '核实',
  '核对',
  '核查',
  '确认',
  '审核',
  '情况正常',
  '数据正常',
  '一切正常',
  '正常',
  '无变化',
  '没有变化',
  '没变化',
  '无异常',
  '没有异常',
  '无问题',
  '没有问题',
  '没问题',
  '无特殊情况',
  '无说明',
  '无需说明',
  '不用说明',
  '详见附件',
  '见附件',
  '同上',
  '同去年',
  '同上年',
  '与去年',
  '与上年',
  '和去年',
  '和上年',
  '去年',
  '上年',
  '今年',
  '本年',
  '一致',
  '一样',
  '相同',
  '持平',
  '基本',
  '以上数据',
  '该数据',
  '本数据',
  '上述数据',
  '数据',
  '情况',
  '特此说明',
  '说明',
  '谢谢',
  '暂无',
  '没有',
  '无',
] as const;

/** Characters that carry no reason by themselves once the phrases are gone. */
const FILLERS = /[经已均都皆本该此其的了过为是确实并且和与及也请予]/gu;

const EMPTY_WORDS = new Set(
  (
    'a an the and or is are was were be been has have had it its this that these those we i our my ' +
    'all everything data figure figures value values number numbers info information verified checked ' +
    'confirmed correct true right accurate valid normal ok okay fine good done no not none nothing ' +
    'change changes changed unchanged error errors problem problems issue issues wrong mistake ' +
    'mistakes remark remarks comment comments note notes n na nil same as above before last year see ' +
    'attachment attached reviewed review found here there with by yes thanks thank you please also ' +
    'again double triple been fully completely real really actual per'
  ).split(' '),
);

/** A word weighs as much as two characters: "six Han characters or three words". */
const HAN_IN_A_WORD = 2;
const LEAST_WORDS = 3;
/** One character typed over and over is no sentence. */
const LEAST_DIFFERENT = 4;

/**
 * Whether a text is a reason: at least six Chinese characters or three words (mixed ones are added
 * up), not made of nothing but phrases that say that all is well.
 * @example hasSubstance('核实无误，情况属实') // false
 * @example hasSubstance('新投产两条自动化产线') // true
 */
export function hasSubstance(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  const said = contentOf(plain);
  const different = new Set([...said.han, ...said.words]).size;
  if (weightOf(said) < LEAST_WORDS) return false;
  if (different < (said.han.length > 0 ? LEAST_DIFFERENT : LEAST_WORDS)) return false;
  const left = contentOf(withoutPhrases(plain));
  const words = left.words.filter((word) => !EMPTY_WORDS.has(word));
  // Digits alone repeat the figure.
  const told = words.filter((word) => /\p{L}/u.test(word));
  return left.han.length >= HAN_IN_A_WORD || told.length > 0;
}

interface Content {
  readonly han: readonly string[];
  readonly words: readonly string[];
}

function contentOf(text: string): Content {
  return {
    han: text.match(/\p{Script=Han}/gu) ?? [],
    words: (text.match(/[\p{L}\p{N}]+/gu) ?? [])
      .flatMap((run) => run.split(/\p{Script=Han}+/u))
      .filter((word) => word !== ''),
  };
}

function weightOf({ han, words }: Content): number {
  return han.length / HAN_IN_A_WORD + words.length;
}

function withoutPhrases(text: string): string {
  // Whoever writes 核 实 无 误 with spaces means the same.
  const together = text.replace(/(?<=\p{Script=Han})[\p{P}\p{Z}\s]+(?=\p{Script=Han})/gu, '');
  return EMPTY_PHRASES.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), together).replace(
    FILLERS,
    ' ',
  );
}
