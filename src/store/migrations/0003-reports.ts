/** Reports and what happened to them. Every key begins with the city, so that a table can be partitioned or distributed by it. */
export const reports = `
  create table report (
    city_id text not null references city,
    id uuid not null,
    number integer not null check (number > 0),
    draft_key uuid not null,
    category_id text not null,
    location geometry(Point, 4326),
    address text not null check (char_length(address) <= 300),
    description text not null check (char_length(description) between 1 and 5000),
    answers jsonb not null,
    reporter_id uuid references person on delete set null,
    name_shown text not null check (name_shown in ('first_name', 'hidden')),
    locale text not null check (locale in ('uk', 'en')),
    organization_id text,
    status text not null check (status in ('submitted', 'rejected', 'accepted', 'in_progress', 'awaiting_answer',
      'postponed', 'resolved', 'not_resolved', 'merged', 'withdrawn')),
    status_since timestamptz not null,
    accepted_at timestamptz,
    answer_due timestamptz,
    confirmed boolean not null default false,
    merged_into uuid,
    submitted_at timestamptz not null,
    last_seq bigint not null,
    public boolean not null generated always as (status not in ('submitted', 'rejected', 'withdrawn')) stored,
    primary key (city_id, id),
    unique (city_id, number),
    unique (city_id, draft_key),
    foreign key (city_id, category_id) references category,
    foreign key (city_id, organization_id) references organization,
    foreign key (city_id, merged_into) references report,
    check ((status = 'merged') = (merged_into is not null)),
    check (merged_into <> id),
    check (status not in ('accepted', 'in_progress', 'awaiting_answer', 'postponed') or (organization_id is not null and answer_due is not null)),
    check (status not in ('submitted', 'rejected', 'resolved', 'not_resolved', 'merged', 'withdrawn') or answer_due is null),
    check (not confirmed or status = 'resolved')
  );
  create index report_public on report (city_id, number desc) where public;
  create index report_public_status on report (city_id, status, number desc) where public;
  create index report_public_category on report (city_id, category_id, number desc) where public;
  create index report_public_organization on report (city_id, organization_id, number desc) where public;
  create index report_submitted_at on report (city_id, submitted_at);
  create index report_queue on report (city_id, status, status_since);
  create index report_inbox on report (city_id, organization_id, status, answer_due);
  create index report_reporter on report (reporter_id);
  create index report_location on report using gist (location);
  create index report_words on report using gin ((description || ' ' || address) gin_trgm_ops);

  create table report_event (
    city_id text not null references city,
    seq bigint not null,
    report_id uuid not null,
    kind text not null check (kind in ('submitted', 'moved')),
    act text,
    body jsonb,
    from_status text,
    to_status text not null,
    by_kind text not null check (by_kind in ('resident', 'moderator', 'administrator', 'officer', 'correspondent', 'system')),
    by_person uuid,
    by_organization text,
    -- The form's own key: the same act sent twice is done once.
    act_key uuid,
    at timestamptz not null,
    primary key (city_id, seq),
    unique (city_id, act_key),
    foreign key (city_id, report_id) references report,
    check ((kind = 'moved') = (act is not null)),
    check ((kind = 'moved') = (from_status is not null))
  );
  create index report_event_report on report_event (city_id, report_id, seq);
  create index report_event_person on report_event (by_person);

  create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'report_event is append-only'; end $$;
  create trigger report_event_append_only before update or delete on report_event
    for each row execute function refuse_change();
`
