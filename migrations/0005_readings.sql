-- Everybody who typed something into a reading. The revisions say so, too, but there a reading that
-- was saved a thousand times has a thousand rows to read at the next change.

create table reading_typists (
  reading_id text not null references readings (id),
  user_id text not null references users (id),
  primary key (reading_id, user_id)
) strict, without rowid;

insert into reading_typists (reading_id, user_id)
select distinct reading_id, by_user from reading_revisions
where action in ('enter', 'change', 'correct');

create trigger reading_revisions_name_typists after insert on reading_revisions
when new.action in ('enter', 'change', 'correct')
begin
  insert or ignore into reading_typists (reading_id, user_id) values (new.reading_id, new.by_user);
end;
