-- The annual report (年度工作进展情况报告): what people write into it, version by version, what they
-- remark, and the papers that were issued. Figures and tables are never here: they come from the
-- readings, and of an issued paper from the sealed package.

create table reports (
  id text primary key,
  plan_id text not null references plans (id),
  year integer not null,
  -- 'zone': the merged report; otherwise the department whose report it is
  scope text not null,
  version integer not null,
  changed_by text not null references users (id),
  changed_at text not null,
  unique (plan_id, year, scope)
) strict;

-- A part of a report as it was written in one version; it stands until the next of its section.
create table report_texts (
  report_id text not null references reports (id),
  section text not null check (section in ('opening', 'results', 'measures', 'problems', 'nextSteps',
    'addressee', 'signatory', 'signedOn', 'contact')),
  version integer not null,
  text text not null,
  changed_by text not null references users (id),
  changed_at text not null,
  primary key (report_id, section, version)
) strict, without rowid;
create trigger report_texts_stay before update on report_texts
begin select raise(abort, 'what was written stays'); end;
create trigger report_texts_remain before delete on report_texts
begin select raise(abort, 'what was written stays'); end;

create table report_comments (
  id text primary key,
  report_id text not null references reports (id),
  section text not null,
  text text not null,
  created_by text not null references users (id),
  created_at text not null,
  -- null: still open
  settled_by text references users (id),
  settled_at text
) strict;
create index report_comments_by_report on report_comments (report_id, created_at);

create table issued_reports (
  id text primary key,
  report_id text not null unique references reports (id),
  -- of the text
  version integer not null,
  title text not null,
  fonts text not null check (fonts in ('gb2312', 'windows', 'xinchuang')),
  -- SHA-256, hex, of the sealed package that its figures are from
  package_sha256 text not null,
  document_sha256 text not null references files (sha256),
  workbook_sha256 text not null references files (sha256),
  issued_by text not null references users (id),
  issued_at text not null
) strict;
create trigger issued_reports_stay before update on issued_reports
begin select raise(abort, 'an issued report is never changed'); end;
create trigger issued_reports_remain before delete on issued_reports
begin select raise(abort, 'an issued report is never changed'); end;
