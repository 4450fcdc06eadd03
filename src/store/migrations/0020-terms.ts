/**
 * The end of the term apart from the day an answer is due: a day that was promised within the term moves the second and
 * never the first, so that how late an answer was stays to be seen. When the day was set says which reminders it is
 * too late for. Of reports that were postponed or closed before, the term is a month to the day, which is as near as can
 * be told.
 */
export const terms = `
  alter table report add column term_ends timestamptz;
  alter table report add column due_since timestamptz;
  -- A million rows change in what nothing is counted by: whoever counts rests meanwhile.
  alter table report disable trigger user;
  -- Taken out of the city's document once: it is kept compressed, and would be opened for every report.
  with clock as materialized (select id, coalesce(document #>> '{city,timeZone}', 'Europe/Kyiv') as zone from city)
  update report set
    due_since = case when answer_due is not null then accepted_at end,
    term_ends = case when answer_due is not null and not exists (select from report_event e
        where e.city_id = report.city_id and e.report_id = report.id and e.act = 'postpone') then answer_due
      else least(answer_due, (date_trunc('day', accepted_at at time zone zone) + interval '1 month 1 day') at time zone zone
      - interval '1 second') end
  from clock
  where clock.id = report.city_id and accepted_at is not null;
  alter table report enable trigger user;
  alter table report add check (answer_due is null or term_ends <= answer_due);

  -- Which of the open ones are overdue is read from the index alone.
  drop index report_public_open;
  create index report_public_open on report (city_id, submitted_at desc, number desc) include (answer_due, status, status_since)
    where public and status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed');

  create or replace view public_report as
    select r.city_id, r.id, r.number, r.category_id, r.location, r.address, r.description, r.answers,
      case when r.name_shown = 'first_name' then nullif(p.first_name, '') end as author_name,
      r.locale, r.organization_id, r.status, r.status_since, r.accepted_at, r.answer_due, r.confirmed,
      m.number as merged_into_number, r.submitted_at, r.last_seq, r.supporters, r.term_ends
    from report r
    left join person p on p.id = r.reporter_id
    left join report m on m.city_id = r.city_id and m.id = r.merged_into
    where r.public;
`
