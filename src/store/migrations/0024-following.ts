/**
 * Who follows what, and the letters that tell them (decision 0043). A follower is an address that was proven, by signing
 * in or by a link sent to it: whoever has an account and follows without it is one and the same.
 */
export const following = `
  create table follower (
    city_id text not null references city,
    id uuid not null default gen_random_uuid(),
    email text not null check (email = lower(email)),
    -- For whoever has no account that says it.
    locale text not null check (locale in ('uk', 'en')),
    -- What a letter's way out carries instead of a session.
    key uuid not null default gen_random_uuid(),
    -- When the last letter was made: a pause follows it.
    written_at timestamptz,
    primary key (city_id, id),
    unique (city_id, email),
    unique (city_id, key)
  );
  create index follower_email on follower (email);

  create table subscription (
    city_id text not null references city,
    -- Random: the letter that asks for a confirmation has it, and nobody else.
    id uuid not null default gen_random_uuid(),
    follower_id uuid not null,
    report_id uuid,
    area_id text,
    category_id text,
    organization_id text,
    location geometry(Point, 4326),
    metres integer check (metres between 50 and 5000),
    frequency text not null check (frequency in ('at_once', 'daily')),
    since timestamptz not null,
    -- Until when it can still be confirmed; null once it is.
    confirm_until timestamptz,
    primary key (city_id, id),
    foreign key (city_id, follower_id) references follower on delete cascade,
    foreign key (city_id, report_id) references report,
    foreign key (city_id, area_id) references area on delete cascade,
    foreign key (city_id, category_id) references category,
    foreign key (city_id, organization_id) references organization,
    unique nulls not distinct (city_id, follower_id, report_id, area_id, category_id, organization_id, location, metres),
    check (num_nonnulls(report_id, area_id, category_id, organization_id, location) = 1),
    check ((location is null) = (metres is null))
  );
  create index subscription_report on subscription (city_id, report_id, follower_id) where report_id is not null;
  create index subscription_area on subscription (city_id, area_id, follower_id) where area_id is not null;
  create index subscription_category on subscription (city_id, category_id, follower_id) where category_id is not null;
  create index subscription_organization on subscription (city_id, organization_id, follower_id)
    where organization_id is not null;
  create index subscription_location on subscription using gist (city_id, location) where location is not null;
  create index subscription_unconfirmed on subscription (confirm_until) where confirm_until is not null;

  create table letter (
    city_id text not null references city,
    id uuid not null,
    follower_id uuid not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    primary key (city_id, id),
    foreign key (city_id, follower_id) references follower on delete cascade
  );
  create index letter_follower on letter (city_id, follower_id);
  -- What happens while a letter cannot be sent waits for the next one.
  create unique index letter_unsent on letter (city_id, follower_id) where sent_at is null and failed_at is null;

  create table delivery (
    city_id text not null references city,
    event_seq bigint not null,
    follower_id uuid not null,
    subscription_id uuid not null,
    at_once boolean not null,
    created_at timestamptz not null,
    letter_id uuid,
    primary key (city_id, event_seq, follower_id),
    foreign key (city_id, event_seq) references report_event,
    foreign key (city_id, follower_id) references follower on delete cascade,
    foreign key (city_id, subscription_id) references subscription on delete cascade,
    foreign key (city_id, letter_id) references letter on delete cascade
  );
  create index delivery_waiting on delivery (city_id, follower_id) where letter_id is null;
  create index delivery_follower on delivery (city_id, follower_id);
  create index delivery_subscription on delivery (city_id, subscription_id);
  create index delivery_letter on delivery (city_id, letter_id) where letter_id is not null;

  -- Who follows a report that was merged follows the main one.
  create index report_merged on report (city_id, merged_into) where merged_into is not null;
`
