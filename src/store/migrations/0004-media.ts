/** Photos and videos, forms that wait for their sender, and what people and organizations are told. */
export const media = `
  create table media (
    city_id text not null references city,
    id uuid not null,
    -- Unguessable: the name of its files and of its public address.
    key text not null unique,
    draft_key uuid not null,
    report_id uuid,
    event_seq bigint,
    kind text not null check (kind in ('photo', 'video')),
    type text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    hidden boolean not null default false,
    created_at timestamptz not null,
    primary key (city_id, id),
    foreign key (city_id, report_id) references report,
    check ((report_id is null) = (event_seq is null))
  );
  create index media_report on media (city_id, report_id, id);
  create index media_draft on media (city_id, draft_key);
  create index media_unclaimed on media (created_at) where report_id is null;

  -- A form sent before its sender signed in, or with a mistake: kept a week, found by its key alone.
  create table draft (
    city_id text not null references city,
    key uuid not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    primary key (city_id, key)
  );
  create index draft_age on draft (saved_at);

  create table notice (
    city_id text not null references city,
    id uuid not null,
    event_seq bigint not null,
    report_id uuid not null,
    person_id uuid references person on delete cascade,
    organization_id text,
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    primary key (city_id, id),
    check (num_nonnulls(person_id, organization_id) = 1),
    unique nulls not distinct (city_id, event_seq, person_id, organization_id),
    foreign key (city_id, event_seq) references report_event,
    foreign key (city_id, report_id) references report,
    foreign key (city_id, organization_id) references organization
  );
  create index notice_person on notice (person_id);

  -- The private way of an organization without an account to one report. Only the secret's hash is kept.
  create table private_link (
    city_id text not null references city,
    id uuid not null,
    secret_hash text not null unique,
    report_id uuid not null,
    organization_id text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (city_id, id),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, organization_id) references organization
  );
  create index private_link_report on private_link (city_id, report_id);
`
