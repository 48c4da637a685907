-- Which file a row of the journal is about: what came after the marks were announced proves an
-- objection. By the order of the rows, because a clock can be set back. null: the row is about none, or
-- older than this column.
alter table acceptance_records add column evidence_id text references evidence (id);
