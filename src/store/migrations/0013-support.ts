/**
 * Whom else a report concerns, and what is open around a place. When a report was touched is told apart from its last
 * event: a name that is corrected, or one more supporter, makes its pages newer, but not the forms drawn from it stale.
 */
export const support = `
  create table support (
    city_id text not null references city,
    report_id uuid not null,
    person_id uuid not null references person on delete cascade,
    since timestamptz not null,
    -- The report that brought this person here when it was merged; null for who came here.
    merged_from uuid,
    -- What a letter's way out of it carries instead of a session.
    stop_key uuid not null default gen_random_uuid(),
    primary key (city_id, report_id, person_id),
    unique (city_id, stop_key),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, merged_from) references report
  );
  create index support_person on support (person_id);
  create index support_merged on support (city_id, merged_from) where merged_from is not null;

  alter table report add column supporters integer not null default 0 check (supporters >= 0);
  alter table report add column touched_seq bigint not null default 0;

  -- The statuses stand in the query letter by letter, so that the planner knows this index fits.
  create index report_open_location on report using gist (location)
    where status in ('submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed');

  create or replace view public_report as
    select r.city_id, r.id, r.number, r.category_id, r.location, r.address, r.description, r.answers,
      case when r.name_shown = 'first_name' then nullif(p.first_name, '') end as author_name,
      r.locale, r.organization_id, r.status, r.status_since, r.accepted_at, r.answer_due, r.confirmed,
      m.number as merged_into_number, r.submitted_at, r.last_seq, r.supporters
    from report r
    left join person p on p.id = r.reporter_id
    left join report m on m.city_id = r.city_id and m.id = r.merged_into
    where r.public;
`
