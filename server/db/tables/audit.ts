interface AuditLog {
  seq: number;
  at: string;
  userId: string | null;
  username: string | null;
  roles: string;
  departmentId: string | null;
  address: string;
  action: string;
  targetType: string | null;
  targetId: string | null;
  before: string | null;
  after: string | null;
  outcome: string;
  requestId: string;
  previousHash: string;
  hash: string;
}

interface AuditSubjects {
  seq: number;
  indicatorId: string;
}

export interface AuditTables {
  auditLog: AuditLog;
  auditSubjects: AuditSubjects;
}
