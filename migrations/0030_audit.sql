-- What was taken out, who signed in, who approved: asked by action, in a log that ten years make long.
create index audit_log_by_action on audit_log (action);
-- The refused ones are few. The words of `where` are those of the query (server/audit/store.ts).
create index audit_log_refused on audit_log (outcome) where outcome <> 'ok';
