const key = (of: string) =>
  [
    'city_id',
    'area_id',
    'cut',
    'month',
    'organization_id',
    'category_id',
    'outcome',
    'reason',
    'days',
    'accepted_on',
    'due_on',
  ]
    .map((name) => `${of}.${name}`)
    .join(', ')
const sameKey = `(${key('known')}) = (${key('change')})`
const counts = ['reports', 'late', 'found_solved', 'found_unsolved']
const sums = 'sum(sign), sum(sign * late::int), sum(sign * (verdict = 1)::int), sum(sign * (verdict = -1)::int)'
const more = (left: string, right: string) => counts.map((name) => `${name} = ${left}.${name} + ${right}.${name}`)

/** What rows of `report_outcome`, each with a `sign` and the `area_id` it is counted in, change of the counts. */
const counted = (rows: string) => `
  with change as materialized (
    select city_id, area_id, cut, month, case when cut in ('organization', 'both') then organization_id else '' end as organization_id,
      case when cut in ('category', 'both') then category_id else '' end as category_id, outcome, reason,
      coalesce(days, -1) as days, case when days is null then accepted_on else 'infinity' end as accepted_on,
      case when days is null then coalesce(due_on, 'infinity') else 'infinity' end as due_on,
      sum(sign)::int as reports, sum(sign * late::int)::int as late, sum(sign * (verdict = 1)::int)::int as found_solved,
      sum(sign * (verdict = -1)::int)::int as found_unsolved
    from (${rows}) as stood
    cross join unnest(array['', 'organization', 'category', 'both']) as cut
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    having (${sums}) <> (0, 0, 0, 0)
  ), emptied as (
    delete from outcome_count as known using change
      where ${sameKey} and known.reports + change.reports = 0
      returning ${key('known')}
  ), changed as (
    update outcome_count as known set ${more('known', 'change')}
      from change where ${sameKey} and known.reports + change.reports <> 0
      returning ${key('known')}
  )
  insert into outcome_count
    select change.* from change
      where (${key('change')}) not in (select * from emptied union all select * from changed)
  on conflict (${key('x').replaceAll('x.', '')}) do update set ${more('outcome_count', 'excluded')}`

/** In the whole city, and in each area that the report lies in. */
const everywhere = (rows: string) => `
  select o.*, a.area_id from (${rows}) as o cross join lateral (
    select '' as area_id union all
    select k.area_id from report_area k where k.city_id = o.city_id and k.number = o.number) as a`

const within = (sign: number, rows: string) => `
  select ${sign} as sign, o.*, k.area_id from ${rows} as k
  join report_outcome o on o.city_id = k.city_id and o.number = k.number`

const trigger = (name: string, table: string, event: string, tables: string, rows: string) => `
  create function ${name}_on_${event}() returns trigger language plpgsql set search_path from current as $$
    begin ${counted(rows)}; return null; end $$;
  create trigger ${name}_on_${event} after ${event} on ${table} referencing ${tables}
    for each statement execute function ${name}_on_${event}();`

const added = 'select 1 as sign, * from new_rows'
const taken = 'select -1 as sign, * from old_rows'

/**
 * What came of each public report, and how many came to what, after how many days: all figures of a city are sums of
 * these counts, whatever they are narrowed by (decision 0046). Triggers keep both within the statement that changes a
 * report, its areas or what is said of its answer.
 */
export const outcomes = `
  create table report_outcome (
    city_id text not null,
    number integer not null,
    -- The list of those that came to something is a range of an index in the list's own order.
    submitted_at timestamptz not null,
    -- Its first day, in the city.
    month date not null,
    organization_id text not null,
    category_id text not null,
    outcome text not null check (outcome in ('open', 'resolved', 'not_resolved', 'merged')),
    -- Why it was declined; of an open one 'waiting' while it waits for its author, who was asked within the term.
    reason text not null,
    -- When it was accepted first, whatever happened since. Unknown of one that was merged before anybody accepted it.
    accepted_on date,
    -- By when an answer is due, while it is open.
    due_on date,
    -- From the first acceptance to what stands now; null while it is open.
    days integer check ((days is null) = (outcome = 'open')),
    -- Answered after the term had ended that the law and the city give (decision 0040).
    late boolean not null,
    -- What most of those whom it concerns say of its being resolved, each by their last word: 1, -1, or 0 for nobody.
    verdict smallint not null,
    primary key (city_id, number)
  );
  create index report_outcome_due on report_outcome (city_id, submitted_at desc, number desc) include (due_on) where outcome = 'open';
  create index report_outcome_late on report_outcome (city_id, submitted_at desc, number desc) where late;
  create index report_outcome_reason on report_outcome (city_id, reason, submitted_at desc, number desc) where reason <> '';
  create index report_outcome_verdict on report_outcome (city_id, verdict, submitted_at desc, number desc) where verdict <> 0;
  create view public_outcome as
    select city_id, number, submitted_at, outcome, reason, due_on, late, verdict from report_outcome;

  create table outcome_count (
    city_id text not null,
    -- Nothing for the whole city.
    area_id text not null,
    -- By what else it is counted apart: nothing, 'organization', 'category' or 'both'; the other ids are empty.
    cut text not null,
    month date not null,
    organization_id text not null,
    category_id text not null,
    outcome text not null,
    reason text not null,
    -- Of what has ended, how long it took; -1 while it is open: then the days that it can be counted from.
    days integer not null,
    accepted_on date not null,
    due_on date not null,
    reports integer not null check (reports > 0),
    late integer not null,
    found_solved integer not null,
    found_unsolved integer not null,
    primary key (${key('x').replaceAll('x.', '')})
  ) with (fillfactor = 80);
  ${trigger('outcome_count', 'report_outcome', 'insert', 'new table as new_rows', everywhere(added))}
  ${trigger('outcome_count', 'report_outcome', 'update', 'old table as old_rows new table as new_rows', everywhere(`${added} union all ${taken}`))}
  ${trigger('outcome_count', 'report_outcome', 'delete', 'old table as old_rows', everywhere(taken))}
  ${trigger('outcome_area', 'report_area', 'insert', 'new table as new_rows', within(1, 'new_rows'))}
  ${trigger('outcome_area', 'report_area', 'delete', 'old table as old_rows', within(-1, 'old_rows'))}

  -- What most say of a report's being resolved: the last word of its author, and of each whom it concerns too.
  create function verdict_on(of_city text, of_report uuid) returns smallint
    language sql stable set search_path from current as $$
    with said as (
      select solved, closing_seq, case when said_by = 'author' then said_by else coalesce(person_id::text, closing_seq || ' ' || said_at) end as who
      from opinion where city_id = of_city and report_id = of_report and closing = 'resolve'
    )
    -- As many of one as of the other: not solved.
    select coalesce(sign(sum(case when solved then 1 else -1 end) - 0.5), 0)::smallint
    from (select distinct on (who) solved from said order by who, closing_seq desc) as last_words
  $$;

  create function keep_verdict() returns trigger language plpgsql set search_path from current as $$
    begin
      -- As whoever moves a report: the city before its counts, or the two would wait for each other.
      perform from city where id = new.city_id for no key update;
      update report_outcome o set verdict = verdict_on(r.city_id, r.id)
        from report r where r.city_id = new.city_id and r.id = new.report_id and o.city_id = r.city_id and o.number = r.number;
      return null;
    end $$;
  create trigger report_outcome_on_opinion after insert or update of solved on opinion
    for each row execute function keep_verdict();

  create function outcome_of(status text) returns text language sql immutable as $$
    select case when status in ('resolved', 'not_resolved', 'merged') then status else 'open' end
  $$;

  create function keep_outcome() returns trigger language plpgsql set search_path from current as $$
    declare
      known report_outcome;
      fresh report_outcome;
      zone text;
    begin
      if not new.public then
        delete from report_outcome where city_id = new.city_id and number = new.number;
        return null;
      end if;
      select * into known from report_outcome where city_id = new.city_id and number = new.number;
      select document -> 'city' ->> 'timeZone' into zone from city where id = new.city_id;
      fresh := row(new.city_id, new.number, new.submitted_at, date_trunc('month', new.submitted_at at time zone zone)::date,
        coalesce(new.organization_id, ''), new.category_id, outcome_of(new.status), '',
        coalesce(known.accepted_on, (new.accepted_at at time zone zone)::date), (new.answer_due at time zone zone)::date, null, false,
        coalesce(known.verdict, 0));
      if fresh.outcome <> 'open' then
        fresh.days := coalesce((new.status_since at time zone zone)::date - fresh.accepted_on, 0);
        fresh.late := fresh.outcome <> 'merged' and coalesce(new.status_since > new.term_ends, false);
      elsif new.status = 'awaiting_answer' and new.status_since <= new.answer_due then
        fresh.reason := 'waiting';
      end if;
      if fresh.outcome = 'not_resolved' then
        fresh.reason := coalesce((select body ->> 'reason' from report_event
          where city_id = new.city_id and report_id = new.id and act = 'decline' order by seq desc limit 1), 'unknown');
      end if;
      if known.number is null then
        insert into report_outcome select fresh.*;
      else
        update report_outcome set (submitted_at, month, organization_id, category_id, outcome, reason, accepted_on, due_on, days, late)
          = (fresh.submitted_at, fresh.month, fresh.organization_id, fresh.category_id, fresh.outcome, fresh.reason, fresh.accepted_on,
            fresh.due_on, fresh.days, fresh.late)
          where city_id = new.city_id and number = new.number;
      end if;
      return null;
    end $$;
  create trigger report_outcome_on_update after update on report for each row
    when ((old.status, old.status_since, old.organization_id, old.category_id, old.submitted_at, old.accepted_at, old.answer_due, old.term_ends)
      is distinct from (new.status, new.status_since, new.organization_id, new.category_id, new.submitted_at, new.accepted_at, new.answer_due, new.term_ends))
    execute function keep_outcome();
`
