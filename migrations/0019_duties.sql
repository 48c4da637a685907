-- What was sent back before its year had a round was never signed: once a round is opened it goes to
-- the department head like everything else (shared/workflow.ts, returningDuty).

update readings set returned_by_duty = 'head'
where returned_by_duty = 'reviewer'
  and not exists (
    select 1 from rounds o
    join indicators i on i.plan_id = o.plan_id
    where i.id = readings.indicator_id and o.year = readings.year
      and o.created_at <= (
        select max(v.at) from reading_revisions v
        where v.reading_id = readings.id and v.action = 'return'
      )
  );
