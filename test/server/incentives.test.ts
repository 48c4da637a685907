import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incentive } from '../../shared/incentives.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { addPerson } from '../support/people.ts';
import { loadRealPlan, REAL_TEXT } from '../support/real-plan.ts';
import { RULES } from '../support/rules.ts';

let t: TestApp;
let items: readonly Incentive[];
beforeAll(async () => {
  t = await startApp();
  await loadRealPlan(t);
  const leader = await addPerson(t, { roles: ['leader'] });
  items = (await leader.get('/api/plans/qetdz-2016/incentives')).json<{ items: Incentive[] }>()
    .items;
});
afterAll(() => t.close());

describe('the money rules over the wire', () => {
  it('are those of the plan file, figure by figure, as the engine takes them', () => {
    expect(items).toHaveLength(27);
    for (const rule of RULES) {
      const told = items.find(({ id }) => id === rule.id);
      const { id, kind, per, oneOff, amountWan, capWan, floorWan, ratePercent } = rule;
      const { rateBase, rateBaseField, grantor, tiers, conditions, caseByCase } = rule;
      expect(told).toMatchObject({
        id,
        kind,
        per,
        oneOff,
        amountWan,
        capWan,
        floorWan,
        ratePercent,
      });
      expect(told).toMatchObject({
        rateBase,
        rateBaseField,
        grantor,
        caseByCase,
        tiers,
        conditions,
      });
    }
  });

  it('name their clause, word for word, and both languages', () => {
    for (const { quote, start, end, titleZh, titleEn, notes } of items) {
      expect(REAL_TEXT.slice(start, end)).toBe(quote);
      expect(titleZh).toMatch(/\p{Script=Han}/u);
      expect(titleEn).toMatch(/^[A-Z]/);
      for (const { textZh, textEn } of notes) expect(textZh).not.toBe(textEn);
    }
  });
});
