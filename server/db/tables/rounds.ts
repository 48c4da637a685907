interface Rounds {
  planId: string;
  year: number;
  opensOn: string;
  dueOn: string;
  closedAt: string | null;
  closedBy: string | null;
  sealedAt: string | null;
  sealedBy: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
}

interface RoundNotices {
  planId: string;
  year: number;
  number: number;
  departmentId: string;
  departmentZh: string;
  departmentEn: string;
  issuerZh: string | null;
  issuerEn: string | null;
  dueOn: string;
  issuedAt: string;
  issuedBy: string;
  issuedByName: string;
}

interface RoundNoticeItems {
  planId: string;
  year: number;
  number: number;
  position: number;
  code: string;
  nameZh: string;
  nameEn: string;
  subject: 'indicator' | 'measure';
}

interface Seals {
  id: string;
  planId: string;
  year: number;
  sealedAt: string;
  sealedBy: string;
  sealedByName: string;
  sha256: string;
  package: string;
}

export interface RoundTables {
  rounds: Rounds;
  roundNotices: RoundNotices;
  roundNoticeItems: RoundNoticeItems;
  seals: Seals;
}
