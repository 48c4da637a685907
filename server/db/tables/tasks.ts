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

export interface TaskTables {
  tasks: Tasks;
  taskDepartments: TaskDepartments;
}
