interface Installation {
  id: number;
  profile: 'simple' | 'mlps' | null;
  illustrative: 0 | 1;
  createdAt: string;
  demandsSecondFactor: 0 | 1;
}

interface SetupLinks {
  tokenHash: Buffer;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

interface Departments {
  id: string;
  shortNameZh: string;
  fullNameZh: string;
  nameEn: string;
  kind: string;
  nameSource: 'document' | 'inferred' | 'entered';
  validFrom: string | null;
  validTo: string | null;
  successorId: string | null;
  version: number;
}

interface Users {
  id: string;
  username: string;
  usernameKey: string;
  name: string;
  passwordHash: string;
  passwordChangedAt: string;
  mustChangePassword: 0 | 1;
  departmentId: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  disabledAt: string | null;
  version: number;
}

interface UserRoles {
  userId: string;
  role:
    | 'administrator'
    | 'securityAdministrator'
    | 'auditor'
    | 'reporter'
    | 'departmentHead'
    | 'reviewer'
    | 'leader'
    | 'display';
}

interface PasswordHistory {
  userId: string;
  number: number;
  passwordHash: string;
}

interface SignInFailures {
  nameHash: string;
  failures: number;
  lastFailedAt: string;
  lockedUntil: string | null;
}

interface Sessions {
  tokenHash: Buffer;
  id: string;
  userId: string;
  kind: 'person' | 'display';
  createdAt: string;
  seenAt: string;
  address: string;
  userAgent: string;
}

interface SecondFactors {
  userId: string;
  secret: Buffer;
  begunAt: string;
  confirmedAt: string | null;
  lastStep: number | null;
}

interface RecoveryCodes {
  userId: string;
  codeHash: string;
  usedAt: string | null;
}

interface IdempotentRequests {
  userId: string;
  key: string;
  operationId: string;
  fingerprint: string;
  status: number;
  answer: string | null;
  createdAt: string;
}

export interface AccountTables {
  installation: Installation;
  setupLinks: SetupLinks;
  departments: Departments;
  users: Users;
  userRoles: UserRoles;
  passwordHistory: PasswordHistory;
  signInFailures: SignInFailures;
  sessions: Sessions;
  secondFactors: SecondFactors;
  recoveryCodes: RecoveryCodes;
  idempotentRequests: IdempotentRequests;
}
