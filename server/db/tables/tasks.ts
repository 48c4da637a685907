interface Tasks {
  planId: string;
  year: number;
  subject: 'indicator' | 'measure';
  subjectId: string;
  leadDepartmentId: string | null;
  principalLeader: string;
  leaderInCharge: string;
  handler: string;
  task: string;
  target: number | null;
  unit: string;
  dueOn: string | null;
  requirement: string;
  version: number;
  changedBy: string;
  changedAt: string;
}

interface TaskDepartments {
  planId: string;
  year: number;
  subject: 'indicator' | 'measure';
  subjectId: string;
  departmentId: string;
  position: number;
}

interface TaskRevisions {
  planId: string;
  year: number;
  subject: string;
  subjectId: string;
  version: number;
  at: string;
  byUser: string;
  byName: string;
  byDepartment: string | null;
  leadDepartmentId: string | null;
  principalLeader: string;
  leaderInCharge: string;
  handler: string;
  task: string;
  target: number | null;
  unit: string;
  dueOn: string | null;
  requirement: string;
}

interface TaskRevisionDepartments {
  planId: string;
  year: number;
  subject: string;
  subjectId: string;
  version: number;
  departmentId: string;
  position: number;
}

export interface TaskTables {
  taskRevisions: TaskRevisions;
  taskRevisionDepartments: TaskRevisionDepartments;
  tasks: Tasks;
  taskDepartments: TaskDepartments;
}
