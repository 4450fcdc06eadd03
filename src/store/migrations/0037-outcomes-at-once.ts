/**
 * The outcomes of a city with a million reports are told in a minute: triggers rest meanwhile, since to count what each
 * row changes of millions is a longer way than to count them all once.
 */
export const outcomesAtOnce = `
  create or replace function tell_outcomes(of_city text) returns void language plpgsql
    set search_path from current set work_mem = '256MB' set jit = off as $$
    begin
      alter table report_outcome disable trigger user;
      delete from report_outcome where city_id = of_city;
      delete from outcome_count where city_id = of_city;

      insert into report_outcome
      -- Taken out of the city's document once: it is kept compressed, and would be opened for every report.
      with clock as materialized (select document -> 'city' ->> 'timeZone' as zone from city where id = of_city),
      -- Read once from end to end: to look for the events of each is too long a way among millions.
      accepted as (
        select report_id, min(at) as at from report_event
        where city_id = of_city and to_status = 'accepted' group by report_id),
      declined as (
        select distinct on (report_id) report_id, body ->> 'reason' as reason from report_event
        where city_id = of_city and act = 'decline' order by report_id, seq desc),
      spoken as (
        select report_id, verdict_on(of_city, report_id) as verdict
        from (select distinct report_id from opinion where city_id = of_city) as said)
      select r.city_id, r.number, r.submitted_at, date_trunc('month', r.submitted_at at time zone zone)::date,
        coalesce(r.organization_id, ''), r.category_id, outcome_of(r.status),
        case when r.status = 'not_resolved' then coalesce(d.reason, 'unknown')
          when r.status = 'awaiting_answer' and r.status_since <= r.answer_due then 'waiting' else '' end,
        first.accepted_on, (r.answer_due at time zone zone)::date,
        case when outcome_of(r.status) <> 'open' then coalesce((r.status_since at time zone zone)::date - first.accepted_on, 0) end,
        r.status in ('resolved', 'not_resolved') and coalesce(r.status_since > r.term_ends, false), coalesce(s.verdict, 0)
      from clock
      cross join report r
      left join accepted a on a.report_id = r.id
      left join declined d on d.report_id = r.id
      left join spoken s on s.report_id = r.id
      cross join lateral (select (coalesce(a.at, r.accepted_at) at time zone zone)::date as accepted_on) as first
      where r.city_id = of_city and r.public;

      insert into outcome_count
      with everywhere as (
        select number, '' as area_id from report_outcome where city_id = of_city
        union all select number, area_id from report_area where city_id = of_city
      ),
      -- As fine as any of the four cuts: they are sums of this.
      fine as materialized (
        select area_id, month, organization_id, category_id, outcome, reason, coalesce(days, -1) as days,
          case when days is null then accepted_on else 'infinity' end as accepted_on,
          case when days is null then coalesce(due_on, 'infinity') else 'infinity' end as due_on,
          count(*) as reports, sum(late::int) as late, sum((verdict = 1)::int) as found_solved,
          sum((verdict = -1)::int) as found_unsolved
        from report_outcome join everywhere using (number)
        where city_id = of_city
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      )
      select of_city, area_id, cut, month, case when cut in ('organization', 'both') then organization_id else '' end,
        case when cut in ('category', 'both') then category_id else '' end, outcome, reason, days, accepted_on, due_on,
        sum(reports), sum(late), sum(found_solved), sum(found_unsolved)
      from fine cross join unnest(array['', 'organization', 'category', 'both']) as cut
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

      alter table report_outcome enable trigger user;
    end $$;
  select tell_outcomes(id) from city;
`
