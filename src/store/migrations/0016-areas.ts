const lyingIn = (reports: string) => `
  insert into report_area (city_id, number, area_id, submitted_at)
    select r.city_id, r.number, a.id, r.submitted_at
    from ${reports} as r join area a on a.city_id = r.city_id and st_covers(a.shape, r.location)`

/**
 * The parts of a city, and which reports lie in which (decision 0033). Triggers keep that in the statement that saves a
 * report, whoever sends it. All who save one hold the city's row by then, as does who replaces the areas: so no report
 * comes in between unseen.
 */
export const areas = `
  create table area (
    city_id text not null references city,
    id text not null,
    -- The order of the city's own file.
    at smallint not null,
    kind text not null check (kind in ('district', 'neighbourhood')),
    name jsonb not null,
    approximate boolean not null,
    shape geometry(MultiPolygon, 4326) not null constraint area_shape_valid check (st_isvalid(shape)),
    primary key (city_id, id)
  );
  create index area_shape on area using gist (city_id, shape);

  -- Where a city's areas come from. Those that were imported stay when the city's folder is read again.
  create table area_source (
    city_id text primary key references city,
    imported boolean not null,
    licence text check (licence in ('openstreetmap', 'stated')),
    attribution text not null
  );

  -- What a report's page shows of areas is newer since then.
  alter table city add column areas_seq bigint not null default 0;

  alter table responsibility add column area_id text;
  alter table responsibility drop constraint responsibility_city_id_category_id_group_id_key;
  alter table responsibility add unique nulls not distinct (city_id, area_id, category_id, group_id);
  alter table responsibility add foreign key (city_id, area_id) references area deferrable initially deferred;

  -- The time stands here too, so that the list of an area is a range of an index in the list's own order. Written by the
  -- statements below alone, a million rows at once when areas are replaced: so without foreign keys.
  create table report_area (
    city_id text not null,
    number integer not null,
    area_id text not null,
    submitted_at timestamptz not null,
    primary key (city_id, number, area_id)
  );
  create index report_area_list on report_area (city_id, area_id, submitted_at desc, number desc);

  create function put_in_areas() returns trigger language plpgsql set search_path from current as $$
    begin ${lyingIn('new_rows')}; return null; end $$;
  create trigger report_area_on_insert after insert on report referencing new table as new_rows
    for each statement execute function put_in_areas();

  create function move_to_areas() returns trigger language plpgsql set search_path from current as $$
    begin
      delete from report_area where city_id = old.city_id and number = old.number;
      ${lyingIn('(select new.*)')};
      return null;
    end $$;
  create trigger report_area_on_update after update on report for each row
    when (old.location is distinct from new.location or old.submitted_at is distinct from new.submitted_at
      or old.number is distinct from new.number)
    execute function move_to_areas();

  create function take_from_areas() returns trigger language plpgsql set search_path from current as $$
    begin
      delete from report_area a using old_rows r where a.city_id = r.city_id and a.number = r.number;
      return null;
    end $$;
  create trigger report_area_on_delete after delete on report referencing old table as old_rows
    for each statement execute function take_from_areas();
`
