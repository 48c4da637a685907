/**
 * The money rules once more, rule by rule from the words of the document, with plain whole numbers of
 * fen and no data: what the engine makes of the plan file has to agree. Nothing of the engine is used.
 */
export interface Facts {
  readonly claim: boolean;
  readonly tier: number;
  readonly quantity: number;
  /** 分. */
  readonly base: number;
  readonly values: Readonly<Record<string, number | string>>;
}

export interface Told {
  readonly verdict: string;
  /** `form fen`, or `nothing`. */
  readonly sums: readonly string[];
}

const WAN = 1_000_000;
const wan = (amount: number): number => Math.round(amount * WAN);
const NO: Told = { verdict: 'notMet', sums: [] };

const exact = (sum: number): Told => ({ verdict: 'applies', sums: [`exact ${sum}`] });
const upTo = (sum: number): Told => ({ verdict: 'applies', sums: [`upTo ${sum}`] });

/** Half up, in whole numbers that stay below 2^53. */
function share(of: number, percent: number): number {
  const whole = Math.floor(of / 100) * percent;
  const rest = (of % 100) * percent;
  return whole + Math.floor((rest * 2 + 100) / 200);
}

/** The share of some of the units: base × units × percent ÷ (all × 100), half up. */
function part(base: number, units: number, all: number, percent: number): number {
  const top = BigInt(base) * BigInt(units) * BigInt(percent);
  const bottom = BigInt(all) * 100n;
  return Number((top * 2n + bottom) / (bottom * 2n));
}

const numberOf = (value: number | string | undefined): number =>
  typeof value === 'number' ? value : NaN;

/** 超过: below is no, exactly on it hangs on a word, above is yes. */
function above(value: number, bound: number): 'no' | 'open' | 'yes' {
  if (value === bound) return 'open';
  return value > bound ? 'yes' : 'no';
}

function withBoundary(answers: readonly ('no' | 'open' | 'yes')[], told: Told): Told {
  if (answers.includes('no')) return NO;
  if (!answers.includes('open')) return told;
  return { verdict: 'depends', sums: ['nothing', ...told.sums] };
}

/** 采购补贴. */
function purchase(quantity: number, base: number): Told {
  if (quantity > 100) return { verdict: 'outside', sums: [] };
  const applies = (...sums: readonly number[]): Told => ({
    verdict: 'applies',
    sums: sums.map((sum) => `exact ${sum}`),
  });
  if (quantity <= 10) {
    const sum = share(base, 20);
    return sum > wan(300) ? applies(sum, wan(300)) : applies(sum);
  }
  const first = part(base, 10, quantity, 20);
  if (quantity <= 50) {
    const all = share(base, 15);
    const banded = first + part(base, quantity - 10, quantity, 15);
    return applies(Math.min(all, wan(300)), Math.min(banded, wan(300)));
  }
  const pair = (own: number, province: number): number[] => {
    const alone = Math.min(own, wan(500)) + province;
    return own + province > wan(500) ? [alone, wan(500)] : [alone];
  };
  const third = part(base, quantity - 50, quantity, 5);
  const banded = first + part(base, 40, quantity, 15) + third;
  return applies(...pair(share(base, 5), share(base, 5)), ...pair(banded, third));
}

/** What the document says of one rule. */
export function otherwise(rule: string, { claim, tier, quantity, base, values }: Facts): Told {
  if (!claim) return NO;
  const value = (field: string): number => numberOf(values[field]);
  const inZone = (field: string): 'no' | 'yes' => (values[field] === '开发区' ? 'yes' : 'no');
  const pick = (amounts: readonly number[]): number => wan(amounts[tier] ?? NaN);
  switch (rule) {
    case 'm04-i1':
      return upTo(Math.min(share(base, tier === 0 ? 60 : 30), wan(500)));
    case 'm04-i2':
      return exact(Math.min(share(base, 30), wan(100)));
    case 'm05-i1':
      return upTo(pick([100, 50]));
    case 'm06-i1':
      return { verdict: 'applies', sums: [`deduction ${share(base, 50)}`] };
    case 'm06-i2': {
      const sum = `deduction ${share(base, 150)}`;
      return value('amortisationYears') >= 10
        ? { verdict: 'applies', sums: [sum] }
        : { verdict: 'depends', sums: ['nothing', sum] };
    }
    case 'm07-i1':
      return exact(pick([30, 15, 10, 3]));
    case 'm07-i2':
      return exact(pick([100, 20, 10, 5]) * quantity);
    case 'm08-i1':
      return exact(wan(100));
    case 'm09-i1':
      return upTo(wan(100));
    case 'm10-i1':
      return exact(pick([100, 50, 10]));
    case 'm10-i2':
      return { verdict: 'negotiated', sums: [] };
    case 'm11-i1':
      return purchase(quantity, base);
    case 'm12-i1': {
      const investment = value('investment');
      if (value('floorArea') < 300 || investment < 300) return NO;
      return exact(Math.min(share(wan(investment), 30), wan(100)));
    }
    case 'm12-i2':
      return { verdict: 'applies', sums: [`atLeast ${wan(20)}`] };
    case 'm13-i1':
      return withBoundary(
        [inZone('settlementPlace'), above(value('annualSales'), 10_000)],
        exact(wan(50)),
      );
    case 'm14-i1':
      return withBoundary(
        [
          inZone('registrationAndSettlementPlace'),
          above(value('onlineSales'), 3000),
          above(value('onlineSalesShare'), 50),
        ],
        exact(wan(20)),
      );
    case 'm14-i2':
      if (value('onlineSales') < 10_000) return NO;
      return withBoundary([above(value('onlineSalesShare'), 15)], exact(wan(20)));
    case 'm15-i1':
      return value('annualInternationalLogisticsCost') >= 200 ? exact(wan(20)) : NO;
    case 'm16-i1':
      return exact(pick([50, 20, 10]));
    case 'm17-i1':
      return exact(pick([30, 20, 10]) * quantity);
    case 'm17-i2':
      return exact(wan(5) * quantity);
    case 'm18-i1':
      return upTo(wan(50));
    case 'm19-i1':
      return exact(wan(10));
    case 'm19-i2':
      return { verdict: 'noMoney', sums: [] };
    case 'm20-i1':
      return value('annualOutsourcingRevenue') >= 1000 ? upTo(wan(20)) : NO;
    case 'm20-i2':
      return value('annualOffshoreOutsourcingRevenue') >= 100 ? exact(wan(20)) : NO;
    case 'm21-i1':
      return exact(wan(20));
    default:
      throw new Error(`the document has no rule ${rule}`);
  }
}
