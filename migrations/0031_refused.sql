-- The refused rows of the log are few, and an inspector asks for them in a log that ten years make long.
-- The words of `where` are those of the query (server/audit/store.ts).
create index audit_log_refused on audit_log (outcome) where outcome <> 'ok';
