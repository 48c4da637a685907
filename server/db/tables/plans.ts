interface Plans {
  id: string;
  titleZh: string;
  titleEn: string;
  shortTitleZh: string;
  shortTitleEn: string;
  documentNumber: string | null;
  issueDate: string | null;
  effectiveQuote: string | null;
  baselineYear: number;
  startYear: number;
  endYear: number;
  periodNote: string | null;
  schemaVersion: number;
  contentHash: string;
  revision: number;
  loadedAt: string;
}

interface PlanDocuments {
  planId: string;
  text: string;
  sha256: string;
}

interface Bodies {
  planId: string;
  id: string;
  position: number;
  nameZh: string;
  nameEn: string;
  role: string;
  quote: string;
  quoteStart: number;
}

interface Themes {
  planId: string;
  id: string;
  position: number;
  nameZh: string;
  nameEn: string;
}

interface Components {
  planId: string;
  id: string;
  nameZh: string;
  nameEn: string;
  unitZh: string;
}

interface Safeguards {
  planId: string;
  number: number;
  titleZh: string;
  titleEn: string;
  text: string;
  textStart: number;
}

interface Obligations {
  planId: string;
  id: string;
  safeguardNumber: number;
  position: number;
  nameZh: string;
  nameEn: string;
  responsible: string;
  recipient: string | null;
  frequency: string;
  due: string | null;
  deadlineDate: string | null;
  fourFixes: string | null;
  quote: string;
  quoteStart: number;
}

export interface PlanTables {
  plans: Plans;
  planDocuments: PlanDocuments;
  bodies: Bodies;
  themes: Themes;
  components: Components;
  safeguards: Safeguards;
  obligations: Obligations;
}
