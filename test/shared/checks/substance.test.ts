import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSubstance } from '../../../shared/checks/substance.ts';

const REASONS = [
  ['两条自动化产线12月投产', 'what happened and when'],
  ['企业停产检修三个月', 'nine characters that say why'],
  ['因疫情影响停产', 'seven characters'],
  ['新增三家规上企业', 'the number in words'],
  ['数据无误，系企业搬迁减少', 'the phrase is empty, the rest is not'],
  ['经核实，A企业退库，分母减少', 'the same, with a letter'],
  ['上年含市外分厂，本年剔除', 'a change of scope'],
  ['统计口径按新办法调整', 'a change of method'],
  ['更换ERP系统后重算', 'Chinese and Latin added up: five characters and a word'],
  ['ABB机器人新到40台', 'a name counts as a word'],
  ['12月认定文件（泉经信〔2018〕9号）', 'a document'],
  ['１２月两条产线投产', 'full width digits'],
  ['工业园停电\n产量下降', 'two lines'],
  ['情况属实：龙头企业倒闭', 'an empty phrase and a reason'],
  ['two lines started in December', 'five words'],
  ['Plant closed in May', 'four words'],
  ['New ERP system', 'three words'],
  ['Checked: largest producer left the zone', 'an empty word and a reason'],
  ['scope changed to the new roster', 'words of substance among small ones'],
  ['3 enterprises went bankrupt', 'a figure and what it means'],
] as const;

const NO_REASONS = [
  ['', 'nothing'],
  ['   \n', 'white space'],
  ['核实无误', 'what the statistics offices refuse'],
  ['核实无误。', 'with a stop'],
  ['核 实 无 误', 'with spaces'],
  ['核实无误，情况属实，数据无误', 'three empty phrases are no reason'],
  ['以上数据经核实确实无误，特此说明。', 'wrapped in politeness'],
  ['已核对，数据真实有效', 'another form'],
  ['经审核，该数据真实准确', 'another form'],
  ['情况基本正常，无异常', 'nothing happened'],
  ['与上年基本一致，无变化', 'no reason why'],
  ['正常', 'too short'],
  ['无', 'too short'],
  ['停产', 'two characters: says something, and too little'],
  ['企业停产了', 'five characters'],
  ['！！！……——？？？', 'punctuation only'],
  ['啊啊啊啊啊啊啊', 'one character over and over'],
  ['11111111', 'digits only'],
  ['2018 2019 2020', 'three numbers are no words'],
  ['ok', 'too short'],
  ['no change', 'two empty words'],
  ['verified', 'one empty word'],
  ['Checked and verified, all correct.', 'five empty words'],
  ['The data are correct and verified', 'six empty words'],
  ['N/A n/a N/A', 'not applicable, three times'],
  ['see attachment, thanks', 'points elsewhere'],
  ['test test test test', 'one word over and over'],
  ['Plant closed', 'two words'],
  ['数据 OK, verified', 'both languages, and empty in both'],
] as const;

describe('a reason of substance', () => {
  it.each(REASONS)('「%s」 is one: %s', (text) => {
    expect(hasSubstance(text)).toBe(true);
  });

  it.each(NO_REASONS)('「%s」 is none: %s', (text) => {
    expect(hasSubstance(text)).toBe(false);
  });

  it('stays one whatever empty phrase stands before or after it', () => {
    const phrase = fc.constantFrom(
      '核实无误，',
      '情况属实。',
      'verified, ',
      '数据无误；',
      '  ',
      '\n',
    );
    const reason = fc.constantFrom(...REASONS.map(([text]) => text));
    fc.assert(
      fc.property(phrase, reason, phrase, (before, text, after) =>
        hasSubstance(`${before}${text}${after}`),
      ),
    );
  });

  it('is never made of empty phrases, however many', () => {
    const phrases = fc.array(
      fc.constantFrom(
        '核实无误',
        '情况属实',
        '数据无误',
        '已核实',
        '正常',
        '无',
        'no change',
        'verified',
      ),
    );
    const between = fc.constantFrom('，', '。', ' ', ', ', '\n');
    fc.assert(fc.property(phrases, between, (said, joint) => !hasSubstance(said.join(joint))));
  });
});
