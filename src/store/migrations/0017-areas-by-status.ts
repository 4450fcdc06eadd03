const columns = 'city_id, number, area_id, submitted_at, status'
const lyingIn = (reports: string) => `
  insert into report_area (${columns})
    select r.city_id, r.number, a.id, r.submitted_at, r.status
    from ${reports} as r join area a on a.city_id = r.city_id and st_covers(a.shape, r.location)`

/**
 * A status stands with the areas that a report lies in. What is rare in an area (the postponed of one neighbourhood) was
 * looked for through all of its reports, or through all that are as rare in the city: among a million, some thousands.
 */
export const areasByStatus = `
  alter table report_area add column status text;
  update report_area k set status = r.status from report r where r.city_id = k.city_id and r.number = k.number;
  alter table report_area alter column status set not null;
  drop index report_area_list;
  create index report_area_list on report_area (city_id, area_id, submitted_at desc, number desc) include (status);
  create index report_area_status on report_area (city_id, area_id, status, submitted_at desc, number desc);

  create or replace function put_in_areas() returns trigger language plpgsql set search_path from current as $$
    begin ${lyingIn('new_rows')}; return null; end $$;

  create or replace function move_to_areas() returns trigger language plpgsql set search_path from current as $$
    begin
      if old.location is distinct from new.location or old.submitted_at <> new.submitted_at or old.number <> new.number then
        delete from report_area where city_id = old.city_id and number = old.number;
        ${lyingIn('(select new.*)')};
      else
        update report_area set status = new.status where city_id = new.city_id and number = new.number;
      end if;
      return null;
    end $$;
  drop trigger report_area_on_update on report;
  create trigger report_area_on_update after update on report for each row
    when (old.location is distinct from new.location or old.submitted_at is distinct from new.submitted_at
      or old.number is distinct from new.number or old.status is distinct from new.status)
    execute function move_to_areas();
`
