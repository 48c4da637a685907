interface Meetings {
  id: string;
  planId: string;
  number: number;
  title: string;
  year: number;
  heldOn: string;
  startsAt: string | null;
  place: string;
  chairName: string;
  chairOffice: string;
  chairId: string | null;
  recorder: string;
  state:
    | 'planned'
    | 'calledOff'
    | 'running'
    | 'ended'
    | 'drafted'
    | 'presented'
    | 'confirmed'
    | 'closed';
  stage: string | null;
  momentId: string | null;
  documentSha256: string | null;
  createdBy: string;
  createdAt: string;
  startedBy: string | null;
  startedAt: string | null;
  endedBy: string | null;
  endedAt: string | null;
  presentedBy: string | null;
  presentedAt: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  closedBy: string | null;
  closedAt: string | null;
  version: number;
}

interface MeetingAttendees {
  meetingId: string;
  position: number;
  name: string;
  office: string;
  kind: 'member' | 'observer';
  presence: 'present' | 'absent' | 'deputised';
  deputy: string;
}

interface AgendaItems {
  id: string;
  meetingId: string;
  position: number;
  title: string | null;
  slideKey: string | null;
  notes: string;
  notesVersion: number;
}

interface MeetingSlides {
  meetingId: string;
  position: number;
  slideKey: string;
  shown: 0 | 1;
}

interface Decisions {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  position: number;
  text: string;
  leadDepartmentId: string | null;
  dueOn: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  createdBy: string;
  createdAt: string;
  version: number;
}

interface DecisionDepartments {
  decisionId: string;
  departmentId: string;
  position: number;
}

interface DecisionIndicators {
  decisionId: string;
  indicatorId: string;
}

interface DecisionMeasures {
  decisionId: string;
  planId: string;
  measureId: string;
}

interface Minutes {
  meetingId: string;
  number: number;
  text: string;
  generated: 0 | 1;
  savedBy: string;
  savedByName: string;
  savedAt: string;
}

interface ActionItems {
  decisionId: string;
  planId: string;
  year: number;
  number: number;
  state: 'issued' | 'received' | 'reported' | 'sentBack' | 'verified' | 'closed' | 'withdrawn';
  dueOn: string;
  reportedOn: string | null;
  reportedBy: string | null;
  extensionDueOn: string | null;
  extensionBy: string | null;
  issuedAt: string;
  version: number;
}

interface ActionRecords {
  decisionId: string;
  number: number;
  step: string;
  at: string;
  byUser: string;
  byName: string;
  departmentId: string | null;
  text: string;
  dueOn: string | null;
}

interface ActionEvidence {
  decisionId: string;
  evidenceId: string;
}

export interface MeetingTables {
  meetings: Meetings;
  meetingAttendees: MeetingAttendees;
  agendaItems: AgendaItems;
  meetingSlides: MeetingSlides;
  decisions: Decisions;
  decisionDepartments: DecisionDepartments;
  decisionIndicators: DecisionIndicators;
  decisionMeasures: DecisionMeasures;
  minutes: Minutes;
  actionItems: ActionItems;
  actionRecords: ActionRecords;
  actionEvidence: ActionEvidence;
}
