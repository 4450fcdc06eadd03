const key = (of: string) => ['city_id', 'level', 'about', 'cell', 'status'].map((name) => `${of}.${name}`).join(', ')
const sameKey = `(${key('known')}) = (${key('change')})`

/** What rows of `report` change of the counts: each row counts `sign` at every level, under every filter. */
const counted = (rows: string) => `
  with change as materialized (
    select city_id, level, about, cell >> (2 * (26 - level)) as cell, status, sum(sign)::integer as reports,
      sum(sign * lng)::bigint as lng, sum(sign * lat)::bigint as lat, sum(sign * number)::bigint as number
    from (
      select r.sign, r.city_id, r.cell, r.status, r.number, (st_x(r.location) * 1e7)::bigint as lng,
        (st_y(r.location) * 1e7)::bigint as lat, r.category_id, c.group_id
      from (${rows}) as r join category c on c.city_id = r.city_id and c.id = r.category_id
      where r.public and r.cell is not null
    ) as shown
    cross join unnest(array[12, 14, 16, 18, 20]) as level
    cross join unnest(array['', 'group:' || group_id, 'category:' || category_id]) as about
    group by city_id, level, about, cell >> (2 * (26 - level)), status
    having (sum(sign), sum(sign * lng), sum(sign * lat), sum(sign * number)) <> (0, 0, 0, 0)
  ), emptied as (
    delete from report_count as known using change
      where ${sameKey} and known.reports + change.reports = 0
      returning ${key('known')}
  ), changed as (
    update report_count as known set reports = known.reports + change.reports, lng = known.lng + change.lng,
      lat = known.lat + change.lat, number = known.number + change.number
      from change where ${sameKey} and known.reports + change.reports <> 0
      returning ${key('known')}
  )
  insert into report_count (city_id, level, about, cell, status, reports, lng, lat, number)
    select change.* from change
      where (${key('change')}) not in (select * from emptied union all select * from changed)
  on conflict (city_id, level, about, cell, status) do update set
    reports = report_count.reports + excluded.reports, lng = report_count.lng + excluded.lng,
    lat = report_count.lat + excluded.lat, number = report_count.number + excluded.number`

const trigger = (event: string, tables: string, rows: string) => `
  create function count_on_${event}() returns trigger language plpgsql set search_path from current as $$
    begin ${counted(rows)}; return null; end $$;
  create trigger report_count_on_${event} after ${event} on report referencing ${tables}
    for each statement execute function count_on_${event}();`

/**
 * How many public reports stand in each cell of the map, so that a tile costs the same however many there are (decision
 * 0030). Triggers count within the statement that changes reports, whoever sends it: no way to change one leaves it out.
 */
export const reportCounts = `
  create function spread_bits(bits bigint) returns bigint
    language sql immutable strict parallel safe set search_path from current as $$
    select (d | (d << 1)) & 6148914691236517205 from
      (select (c | (c << 2)) & 3689348814741910323 as d from
        (select (b | (b << 4)) & 1085102592571150095 as c from
          (select (a | (a << 8)) & 71777214294589695 as b from
            (select (bits | (bits << 16)) & 281470681808895 as a) as s1) as s2) as s3) as s4
  $$;

  -- Which of the 2^26 by 2^26 cells of the web's map a point lies in, 0.4 m of a city here. The bits of column and row
  -- take turns, as in a tile's quadkey: a tile, and each cell of a lower level, is an unbroken range of these numbers.
  create function report_cell(location geometry) returns bigint
    language sql immutable strict parallel safe set search_path from current as $$
    select spread_bits(least(greatest(floor((st_x(location) + 180) / 360 * 67108864), 0), 67108863)::bigint)
      | (spread_bits(least(greatest(floor((1 - asinh(tan(radians(least(greatest(st_y(location), -85.05), 85.05)))) / pi())
        / 2 * 67108864), 0), 67108863)::bigint) << 1)
  $$;

  -- Stored, not computed again: what is taken from a cell is what was added to it, whichever machine calculates.
  alter table report add column cell bigint generated always as (report_cell(location)) stored;
  create index report_cell on report (city_id, cell) where public;

  create table report_count (
    city_id text not null references city,
    level smallint not null,
    -- Nothing for all, else 'group:' or 'category:' and its id.
    about text not null,
    cell bigint not null,
    status text not null,
    reports integer not null check (reports > 0),
    -- Sums, of degrees times 10^7 and of numbers: the middle of a cell's reports, and where there is one, which it is.
    lng bigint not null,
    lat bigint not null,
    number bigint not null,
    primary key (city_id, level, about, cell, status)
  ) with (fillfactor = 80);
  ${trigger('insert', 'new table as new_rows', 'select 1 as sign, * from new_rows')}
  ${trigger('update', 'old table as old_rows new table as new_rows', 'select 1 as sign, * from new_rows union all select -1, * from old_rows')}
  ${trigger('delete', 'old table as old_rows', 'select -1 as sign, * from old_rows')}
  ${counted('select 1 as sign, * from report')};

  -- What a map shows of single reports.
  create view public_pin as
    select city_id, number, cell, status, category_id, submitted_at, location from report
    where public and location is not null;
`
