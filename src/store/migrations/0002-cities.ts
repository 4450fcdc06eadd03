/** A city's own data. The document is what the city wrote; the rows are what other tables refer to. */
export const cities = `
  create table city (
    id text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
    document jsonb not null,
    outline geometry(MultiPolygon, 4326) not null,
    -- The numbers of reports and events are taken under this row's lock, so that they commit in order.
    last_number integer not null default 0,
    last_seq bigint not null default 0
  );

  create table organization (
    city_id text not null references city,
    id text not null,
    email text not null,
    primary key (city_id, id)
  );

  create table category (
    city_id text not null references city,
    id text not null,
    group_id text not null,
    primary key (city_id, id)
  );

  create table responsibility (
    city_id text not null references city,
    category_id text,
    group_id text,
    organization_id text not null,
    check (num_nonnulls(category_id, group_id) = 1),
    unique nulls not distinct (city_id, category_id, group_id),
    foreign key (city_id, organization_id) references organization,
    foreign key (city_id, category_id) references category
  );

  -- By address, not by person: an officer may be named before signing in for the first time.
  create table membership (
    city_id text not null references city,
    email text not null check (email = lower(email)),
    role text not null check (role in ('moderator', 'officer', 'administrator')),
    organization_id text,
    check ((role = 'officer') = (organization_id is not null)),
    unique nulls not distinct (city_id, email, role, organization_id),
    foreign key (city_id, organization_id) references organization
  );
  create index membership_email on membership (email);
`
