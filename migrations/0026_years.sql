-- What is asked for across all plans must not be looked for in all plans: after ten years nearly every
-- reading is approved, and what still lies on somebody's desk is a handful. The words of `where` are
-- those of the queries (server/readings/list-store.ts, server/measures/report-store.ts).

create index readings_on_a_desk on readings (status)
  where status in ('draft', 'submitted', 'signed', 'returned');
create index measure_reports_on_a_desk on measure_reports (status)
  where status in ('draft', 'submitted', 'signed', 'returned');
create index rounds_not_sealed on rounds (year) where sealed_at is null;
-- Which plans name a department (server/todo/store.ts).
create index measure_departments_by_department on measure_departments (department_id, plan_id);
create index measure_reports_by_department on measure_reports (department_id, plan_id);
