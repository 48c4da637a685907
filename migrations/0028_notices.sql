-- A notice calls in reports on measures as it calls in figures: its items say which they are.

alter table round_notice_items add column subject text not null default 'indicator'
  check (subject in ('indicator', 'measure'));
