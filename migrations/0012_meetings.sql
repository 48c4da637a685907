-- Meetings of the leading group (领导小组成员联席会议): what is called, shown, decided and written down,
-- and what becomes of each decision in its departments (督办) until it is crossed off. Days and hours
-- are those of China, YYYY-MM-DD and HH:MM.

create table meetings (
  id text primary key,
  plan_id text not null references plans (id),
  -- 1, 2, 3 … within the plan
  number integer not null,
  title text not null,
  -- the year whose figures are shown
  year integer not null,
  held_on text not null,
  starts_at text,
  place text not null,
  chair_name text not null,
  chair_office text not null,
  -- the account that confirms the minutes; null: that of every leader
  chair_id text references users (id),
  recorder text not null,
  state text not null check (state in ('planned', 'calledOff', 'running', 'ended', 'drafted',
    'presented', 'confirmed', 'closed')),
  -- the slide on the wall; not under `version`, because it moves while others write
  stage text,
  -- the frozen moment of the board; null: it has not begun
  moment_id text,
  -- the minutes as a document, from the chair's confirmation on
  document_sha256 text references files (sha256),
  created_by text not null references users (id),
  created_at text not null,
  started_by text references users (id),
  started_at text,
  ended_by text references users (id),
  ended_at text,
  presented_by text references users (id),
  presented_at text,
  confirmed_by text references users (id),
  confirmed_at text,
  closed_by text references users (id),
  closed_at text,
  version integer not null,
  unique (plan_id, number)
) strict;
-- One meeting of a plan runs at a time: the wall has one stage.
create unique index meetings_running on meetings (plan_id) where state = 'running';
-- From the chair's confirmation on nothing of it moves but that its file is closed.
create trigger meetings_stay before update on meetings
when old.state in ('confirmed', 'closed') and (
  old.state = 'closed' or new.state <> 'closed'
  or new.document_sha256 is not old.document_sha256 or new.moment_id is not old.moment_id)
begin select raise(abort, 'confirmed minutes are never changed'); end;
create trigger meetings_remain before delete on meetings
begin select raise(abort, 'a meeting is never deleted'); end;

create table meeting_attendees (
  meeting_id text not null references meetings (id),
  position integer not null,
  name text not null,
  office text not null,
  kind text not null check (kind in ('member', 'observer')),
  presence text not null check (presence in ('present', 'absent', 'deputised')),
  -- who came instead; '' unless deputised
  deputy text not null,
  primary key (meeting_id, position)
) strict, without rowid;

create table agenda_items (
  id text primary key,
  meeting_id text not null references meetings (id),
  position integer not null,
  -- null: it is called after its slide
  title text,
  slide_key text,
  -- what the secretary wrote down, with a version of its own: it is saved while one types
  notes text not null,
  notes_version integer not null
) strict;
create index agenda_items_by_meeting on agenda_items (meeting_id, position);

create table meeting_slides (
  meeting_id text not null references meetings (id),
  position integer not null,
  slide_key text not null,
  -- 0: left out
  shown integer not null check (shown in (0, 1)),
  primary key (meeting_id, position)
) strict, without rowid;

create table decisions (
  id text primary key,
  meeting_id text not null references meetings (id),
  -- the item it was taken at; null: none, or it was struck from the agenda since
  agenda_item_id text references agenda_items (id),
  position integer not null,
  text text not null,
  lead_department_id text references departments (id),
  -- as decided; action_items has the day that stands
  due_on text,
  confirmed_by text references users (id),
  confirmed_at text,
  created_by text not null references users (id),
  created_at text not null,
  version integer not null
) strict;
create index decisions_by_meeting on decisions (meeting_id, position);

-- Supporting departments (配合单位).
create table decision_departments (
  decision_id text not null references decisions (id),
  department_id text not null references departments (id),
  position integer not null,
  primary key (decision_id, department_id)
) strict, without rowid;

create table decision_indicators (
  decision_id text not null references decisions (id),
  indicator_id text not null references indicators (id),
  primary key (decision_id, indicator_id)
) strict, without rowid;
create index decision_indicators_by_indicator on decision_indicators (indicator_id);

create table decision_measures (
  decision_id text not null references decisions (id),
  plan_id text not null,
  measure_id text not null,
  primary key (decision_id, measure_id),
  foreign key (plan_id, measure_id) references measures (plan_id, id)
) strict, without rowid;

-- Every save of the minutes is kept; the highest number stands.
create table minutes (
  meeting_id text not null references meetings (id),
  number integer not null,
  text text not null,
  -- 1: written by rules, 0: by hand
  generated integer not null check (generated in (0, 1)),
  saved_by text not null references users (id),
  saved_by_name text not null,
  saved_at text not null,
  primary key (meeting_id, number)
) strict, without rowid;
create trigger minutes_stay before update on minutes
begin select raise(abort, 'a version of the minutes is never changed'); end;
create trigger minutes_remain before delete on minutes
begin select raise(abort, 'a version of the minutes is never deleted'); end;

-- A confirmed decision in the hands of its departments (督办事项).
create table action_items (
  decision_id text primary key references decisions (id),
  plan_id text not null references plans (id),
  -- 督办〔2018〕3号
  year integer not null,
  number integer not null,
  state text not null check (state in ('issued', 'received', 'reported', 'sentBack', 'verified',
    'closed', 'withdrawn')),
  -- the day that stands, after whatever more time was granted
  due_on text not null,
  -- the day in China on which the lead reported it done; null: not, or sent back since
  reported_on text,
  reported_by text references users (id),
  -- more time that was asked for and is not answered
  extension_due_on text,
  extension_by text references users (id),
  issued_at text not null,
  version integer not null,
  unique (plan_id, year, number)
) strict, without rowid;
create trigger action_items_remain before delete on action_items
begin select raise(abort, 'an action item is never deleted'); end;

-- What was done about it, by whom and when. Only ever added.
create table action_records (
  decision_id text not null references action_items (decision_id),
  number integer not null,
  step text not null,
  at text not null,
  by_user text not null references users (id),
  by_name text not null,
  -- null: the committee
  department_id text references departments (id),
  -- what was said; for a file its name
  text text not null,
  -- the day asked for, granted or refused
  due_on text,
  primary key (decision_id, number)
) strict, without rowid;
create trigger action_records_stay before update on action_records
begin select raise(abort, 'a step is never changed'); end;
create trigger action_records_remain before delete on action_records
begin select raise(abort, 'a step is never deleted'); end;

create table action_evidence (
  decision_id text not null references action_items (decision_id),
  evidence_id text not null references evidence (id),
  primary key (decision_id, evidence_id)
) strict, without rowid;
create index action_evidence_by_evidence on action_evidence (evidence_id);

-- A row of the audit log about a decision is about the indicators that it serves.
create trigger audit_log_names_decided after insert on audit_log
when new.target_type in ('decision', 'action')
begin
  insert or ignore into audit_subjects (seq, indicator_id)
  select new.seq, indicator_id from decision_indicators where decision_id = new.target_id;
end;
