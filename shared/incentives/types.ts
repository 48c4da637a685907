/**
 * A money rule of a document as data, and what it makes of a case. Amounts of rules are in 万元 as the
 * document writes them; amounts of answers are whole fen (money.ts).
 */
export type RuleKind =
  | 'subsidy'
  | 'award'
  | 'purchaseSubsidy'
  | 'startupFund'
  | 'taxDeduction'
  | 'taxAmortisation'
  | 'nonMonetary'
  | 'caseByCase'
  | 'other';

export type Operator = '=' | '<' | '<=' | '>' | '>=';

export interface Tier {
  readonly labelZh: string;
  readonly labelEn: string;
  readonly amountWan: number | null;
  readonly capWan: number | null;
  readonly ratePercent: number | null;
  /** 按不超过…%: the office may give less. */
  readonly maxRatePercent: number | null;
  /** What another level of government adds. */
  readonly provinceRatePercent: number | null;
  /** Of units bought; null: from the first, without an end. */
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
}

export interface Condition {
  /** What is asked; rules that ask the same share it. */
  readonly field: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly operator: Operator;
  readonly value: number | string;
  readonly unitZh: string | null;
  readonly unitEn: string | null;
}

export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** 家: once an enterprise; anything else is counted (项, 场, 台（套）); null: the text does not say. */
  readonly per: string | null;
  /** null: the text does not say. */
  readonly oneOff: boolean | null;
  readonly amountWan: number | null;
  readonly capWan: number | null;
  readonly floorWan: number | null;
  readonly ratePercent: number | null;
  readonly rateBase: string | null;
  /** The field whose answer is the base of the rate; null: it is asked by itself. */
  readonly rateBaseField: string | null;
  readonly grantor: string | null;
  readonly tiers: readonly Tier[];
  readonly conditions: readonly Condition[];
  readonly caseByCase: boolean;
}

/**
 * What is known of an enterprise. By rule where a question is the rule's own, by field where several
 * rules ask the same. Money is in 万元, foreign money in its own unit; whatever is left out is unknown.
 */
export interface Case {
  /** Whether it is what the rule is for, with all that has to be recognised. */
  readonly claims: Readonly<Record<string, boolean>>;
  /** The grade of the rule, by its place. */
  readonly tiers: Readonly<Record<string, number>>;
  /** How many: units bought, standards, workshops held. */
  readonly quantities: Readonly<Record<string, number>>;
  /** The base of the rate in 万元: for several units, of all together. */
  readonly bases: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, number | string>>;
}

/** A fact that the rule still needs. */
export type Need =
  | { readonly kind: 'claim' | 'tier' | 'quantity' | 'base' }
  | { readonly kind: 'value'; readonly field: string };

/** `exact`; `upTo`: 不超过, the office decides; `atLeast`: 不少于; `deduction`: of taxes, not paid out. */
export type AmountForm = 'exact' | 'upTo' | 'atLeast' | 'deduction';
export interface Amount {
  readonly form: AmountForm;
  readonly fen: bigint;
}

/** How a sum came about; the client words it. Amounts are in fen. */
export type Step =
  | {
      readonly code: 'fixed';
      readonly amount: bigint;
      readonly count: number;
      readonly sum: bigint;
    }
  | {
      readonly code: 'rate' | 'maxRate' | 'province';
      readonly base: bigint;
      readonly percent: number;
      readonly sum: bigint;
    }
  | {
      readonly code: 'band' | 'provinceBand';
      readonly base: bigint;
      readonly units: number;
      readonly of: number;
      readonly percent: number;
      readonly sum: bigint;
    }
  | { readonly code: 'cap'; readonly cap: bigint; readonly sum: bigint }
  | { readonly code: 'underCap'; readonly cap: bigint }
  | { readonly code: 'ceiling'; readonly cap: bigint }
  | { readonly code: 'floor'; readonly floor: bigint }
  | { readonly code: 'added'; readonly one: bigint; readonly other: bigint; readonly sum: bigint }
  | {
      readonly code: 'perYear';
      readonly total: bigint;
      readonly years: number;
      readonly sum: bigint;
    };

/** An open question that the sum hangs on, and how this reading answers it. */
export type Assumption =
  /** 超过: whether the number itself is in. */
  | { readonly question: 'boundary'; readonly answer: 'excluded' | 'included' }
  /** 除法律另有规定外: whether another law allows what the rule does not. */
  | { readonly question: 'otherLaw'; readonly answer: 'none' | 'exists' }
  /** Whether the rate of a grade holds for every unit or for those of the grade alone. */
  | { readonly question: 'rateScope'; readonly answer: 'allUnits' | 'bandedUnits' }
  /** Whether the cap of the next grade holds for one that states none. */
  | { readonly question: 'capScope'; readonly answer: 'noCap' | 'nextCap' }
  /** Whether the cap counts what another level of government adds. */
  | { readonly question: 'capShares'; readonly answer: 'ownAlone' | 'together' };

/** One way to read the text, and what the case gets by it. */
export interface Reading {
  readonly assumptions: readonly Assumption[];
  /** null: by this reading the case gets nothing. */
  readonly amount: Amount | null;
  /** What each level gives; null: one gives all, or the text does not divide it. */
  readonly shares: { readonly own: bigint; readonly province: bigint } | null;
  readonly steps: readonly Step[];
}

/** What the text leaves open. It is said beside the answer and never decided. */
export type Question =
  | { readonly code: 'boundaryStrict' | 'boundaryIncluded'; readonly field: string }
  | { readonly code: 'noCap' }
  | { readonly code: 'rateScope' }
  | { readonly code: 'capScope'; readonly cap: bigint }
  | { readonly code: 'capShares'; readonly cap: bigint }
  | { readonly code: 'beyondLastTier'; readonly last: number }
  /** One unit more or less is another grade: what it would give at the same price a unit. */
  | {
      readonly code: 'cliff';
      readonly quantity: number;
      readonly other: number;
      readonly here: bigint;
      readonly there: bigint;
    }
  | { readonly code: 'discretion' }
  | { readonly code: 'noUpperBound' }
  | { readonly code: 'onceOrYearly' }
  | { readonly code: 'upgrade' }
  | { readonly code: 'noLimitOfCount' }
  | { readonly code: 'grantorNotNamed' }
  | { readonly code: 'foreignCurrency'; readonly unit: string }
  | { readonly code: 'otherLaw' }
  | { readonly code: 'caseByCase' };
export type QuestionCode = Question['code'];

export interface CheckedCondition {
  readonly condition: Condition;
  /** In the unit of the condition; null: not known. */
  readonly given: number | string | null;
  readonly met: boolean | null;
  /** It stands exactly on the number. */
  readonly onBoundary: boolean;
}

/**
 * `applies`; `depends`: by one reading it does, by another not; `notMet`; `needsFacts`;
 * `negotiated`: 一事一议, no sum follows from the text; `noMoney`: help of another kind; `outside`: the
 * text has no grade for it.
 */
export type Verdict =
  | 'applies'
  | 'depends'
  | 'notMet'
  | 'needsFacts'
  | 'negotiated'
  | 'noMoney'
  | 'outside';

export interface Result {
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly needs: readonly Need[];
  readonly conditions: readonly CheckedCondition[];
  /** Every way to read the text that gives another sum; [] while facts are missing. */
  readonly readings: readonly Reading[];
  readonly questions: readonly Question[];
}
