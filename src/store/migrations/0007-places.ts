/** What a city knows of its places. A gazetteer is replaced as a whole; nothing refers to its rows, whose ids count within it. */
export const places = `
  create table place (
    city_id text not null references city,
    id integer not null,
    kind text not null check (kind in ('street', 'square', 'landmark', 'stop')),
    name text not null,
    english text,
    location geometry(Point, 4326) not null,
    shape geometry(Geometry, 4326) not null,
    primary key (city_id, id)
  );
  create index place_shape on place using gist (city_id, shape);

  -- Every name that a place has or had. The key is what is left of it however it is spelt: src/domain/places/fold.ts.
  create table place_name (
    city_id text not null,
    place_id integer not null,
    at smallint not null,
    name text not null,
    old boolean not null,
    key text not null,
    location geometry(Point, 4326) not null,
    primary key (city_id, place_id, at),
    foreign key (city_id, place_id) references place
  );
  create index place_name_key on place_name using gin (city_id, key gin_trgm_ops);

  create table house (
    city_id text not null,
    place_id integer not null,
    key text not null,
    shown text not null,
    number integer not null,
    location geometry(Point, 4326) not null,
    primary key (city_id, place_id, key),
    foreign key (city_id, place_id) references place
  );
  create index house_number on house (city_id, place_id, number);
  create index house_location on house using gist (city_id, location);

  -- Whose data these are, to be named wherever they are shown.
  create table place_source (
    city_id text not null references city,
    at smallint not null,
    licence text not null check (licence in ('openstreetmap', 'stated')),
    attribution text not null,
    imported_at timestamptz not null,
    primary key (city_id, at)
  )
`
