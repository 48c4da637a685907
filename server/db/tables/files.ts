interface Files {
  sha256: string;
  size: number;
  mediaType: string;
  storedAt: string;
  damagedAt: string | null;
}

interface Evidence {
  id: string;
  sha256: string;
  name: string;
  addedBy: string;
  addedAt: string;
  removedBy: string | null;
  removedAt: string | null;
}

interface BackupRuns {
  id: string;
  kind: 'nightly' | 'manual' | 'upgrade' | 'drill';
  startedAt: string;
  endedAt: string | null;
  outcome: 'ok' | 'partial' | 'failed' | null;
  fault: string | null;
  fileName: string | null;
  size: number | null;
  sha256: string | null;
  auditRows: number | null;
  damagedFiles: number | null;
  secondCopy: 'ok' | 'failed' | null;
  startedBy: string | null;
}

export interface FileTables {
  files: Files;
  evidence: Evidence;
  backupRuns: BackupRuns;
}
