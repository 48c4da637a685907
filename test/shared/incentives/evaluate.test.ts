import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../shared/incentives/evaluate.ts';
import {
  fenOfWan,
  percentOf,
  sumWan,
  wanOfFen,
  wanText,
} from '../../../shared/incentives/money.ts';
import { caseOf, ruleOf, RULES, sumsOf } from '../../support/rules.ts';
import { BY_HAND } from './byHand.ts';
import { type Facts, otherwise } from './otherwise.ts';

describe('what a money rule makes of a case, worked by hand from the document', () => {
  it.each(BY_HAND)('$rule $asked: $verdict $sums ($why)', ({ rule, asked, ...expected }) => {
    const result = evaluate(ruleOf(rule), caseOf(rule, asked));
    expect(result.verdict).toBe(expected.verdict);
    expect(sumsOf(result)).toEqual(expected.sums);
    const said = result.questions.map(({ code }) => code);
    expect(said).toEqual(expect.arrayContaining([...(expected.says ?? [])]));
  });

  it('has a case for every rule of the document', () => {
    expect(RULES).toHaveLength(27);
    expect(new Set(BY_HAND.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ id }) => id)));
  });

  it('asks for every fact that it lacks, once, and computes nothing without it', () => {
    const nothing = { claims: {}, tiers: {}, quantities: {}, bases: {}, values: {} };
    const needs = (id: string) => evaluate(ruleOf(id), nothing).needs;
    expect(needs('m11-i1')).toEqual([{ kind: 'claim' }, { kind: 'quantity' }, { kind: 'base' }]);
    expect(needs('m12-i1')).toEqual([
      { kind: 'claim' },
      { kind: 'value', field: 'floorArea' },
      { kind: 'value', field: 'investment' },
    ]);
    for (const rule of RULES) {
      const result = evaluate(rule, nothing);
      expect(result).toMatchObject({ verdict: 'needsFacts', readings: [] });
    }
  });

  it('a base that is finer than a fen is not taken', () => {
    const result = evaluate(ruleOf('m04-i2'), caseOf('m04-i2', { base: 0.0000001 }));
    expect(result).toMatchObject({ verdict: 'needsFacts', needs: [{ kind: 'base' }] });
  });

  it('the cliffs at 10/11 and 50/51 units say both sums', () => {
    const at = (quantity: number) =>
      evaluate(ruleOf('m11-i1'), caseOf('m11-i1', { quantity, base: quantity * 100 }))
        .questions.flatMap((one) => (one.code === 'cliff' ? [one] : []))
        .map(({ other, here, there }) => `${wanText(here)} → ${other}: ${wanText(there)}`);
    // 100 万元 a unit: 10 × 100 × 20% = 200; 11 × 100 × 15% = 165.
    expect(at(10)).toEqual(['200 → 11: 165']);
    expect(at(11)).toEqual(['165 → 10: 200']);
    // 50: 750, capped at 300; 51: own 255 and the province 255.
    expect(at(50)).toEqual(['300 → 51: 510']);
    expect(at(51)).toEqual(['510 → 50: 300']);
    expect(at(30)).toEqual([]);
  });
});

/** Whole numbers, and often exactly those on which a rule turns. */
const on = (...numbers: readonly number[]) =>
  fc.oneof(fc.constantFrom(...numbers), fc.integer({ min: 0, max: 30_000 }));
const place = fc.constantFrom('开发区', '其他');
const FACTS: fc.Arbitrary<Omit<Facts, 'tier'>> = fc.record({
  claim: fc.oneof(
    { arbitrary: fc.constant(true), weight: 9 },
    { arbitrary: fc.boolean(), weight: 1 },
  ),
  quantity: fc.oneof(
    fc.constantFrom(1, 10, 11, 50, 51, 100, 101),
    fc.integer({ min: 1, max: 130 }),
  ),
  base: fc.oneof(
    fc.integer({ min: 0, max: 2_000_000 }),
    fc.integer({ min: 0, max: 20_000_000_000 }),
  ),
  values: fc.record({
    amortisationYears: on(5, 9, 10, 11),
    floorArea: on(299, 300, 301),
    investment: fc.oneof(
      on(299, 300, 333),
      fc.integer({ min: 0, max: 1_000_000_000 }).map((fen) => wanOfFen(BigInt(fen))),
    ),
    settlementPlace: place,
    registrationAndSettlementPlace: place,
    annualSales: on(9999, 10_000, 10_001),
    onlineSales: on(2999, 3000, 3001, 9999, 10_000),
    onlineSalesShare: on(14, 15, 16, 49, 50, 51),
    annualInternationalLogisticsCost: on(199, 200),
    annualOutsourcingRevenue: on(999, 1000),
    annualOffshoreOutsourcingRevenue: on(99, 100),
  }),
});

describe('10,000 cases', () => {
  it('agree with the document told a second time, rule by rule', () => {
    const rules = fc.constantFrom(...RULES);
    fc.assert(
      fc.property(rules, FACTS, fc.nat(), (rule, facts, some) => {
        const tier = rule.tiers.length === 0 ? 0 : some % rule.tiers.length;
        const { quantity, claim, values } = facts;
        const asked = { claim, tier, quantity, base: wanOfFen(BigInt(facts.base)), values };
        const result = evaluate(rule, caseOf(rule.id, asked));
        const told = otherwise(rule.id, { ...facts, tier });
        expect(result.verdict).toBe(told.verdict);
        expect(
          result.readings.map(({ amount }) =>
            amount === null ? 'nothing' : `${amount.form} ${amount.fen}`,
          ),
        ).toEqual(told.sums);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never pass a cap, and own and province are the whole', () => {
    fc.assert(
      fc.property(FACTS, ({ quantity, base }) => {
        const asked = { quantity, base: wanOfFen(BigInt(base)) };
        for (const { amount, shares, steps } of evaluate(ruleOf('m11-i1'), caseOf('m11-i1', asked))
          .readings) {
          if (shares !== null) expect(shares.own + shares.province).toBe(amount?.fen);
          if (shares !== null) expect(shares.own <= 500_000_000n).toBe(true);
          for (const step of steps) if (step.code === 'cap') expect(step.sum).toBe(step.cap);
        }
      }),
    );
  });
});

describe('money', () => {
  it.each([
    [0.1, 100_000n],
    [1234.567891, 1_234_567_891n],
    [1e-6, 1n],
    [1e-7, null],
    [1e15, 10n ** 21n],
    [0, 0n],
  ])('%s 万元 is %s fen', (wan, fen) => {
    expect(fenOfWan(wan)).toBe(fen);
    if (fen !== null) expect(wanOfFen(fen)).toBe(wan);
  });

  it('adds without drift and rounds once, half up', () => {
    expect(sumWan([0.1, 0.2])).toBe(0.3);
    expect(percentOf(1001n, 15)).toBe(150n);
    expect(percentOf(10n, 15)).toBe(2n);
    expect(percentOf(100n, 12.5)).toBe(13n);
  });
});
