interface Moments {
  id: string;
  planId: string;
  year: number;
  revision: number;
  sha256: string;
  takenAt: string;
  takenBy: string;
}

interface Displays {
  id: string;
  name: string;
  place: string;
  tokenHash: Buffer;
  address: string;
  pairedAt: string;
  pairedBy: string;
  seenAt: string;
  unpairedAt: string | null;
}

interface LiveChanges {
  kind: 'board' | 'meeting';
  subject: string;
  sequence: number;
  revision: number;
}

export interface DisplayTables {
  moments: Moments;
  displays: Displays;
  liveChanges: LiveChanges;
}
