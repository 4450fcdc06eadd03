/**
 * What organizations, their heads and the city are reminded of: a row for each point of each term and each who is told,
 * so that it is told once whatever is started again; and a row for each organization's week. Who is told stands in the
 * city's data. `moot`: there is nothing to tell, and nobody has to look again.
 *
 * What was overdue before reminders began is in the weekly digest, and not told one by one.
 */
export const reminders = `
  create table reminder (
    city_id text not null references city,
    id uuid not null,
    organization_id text not null,
    recipient text not null check (recipient in ('organization', 'head', 'city')),
    -- Null for the digest of a week.
    report_id uuid,
    -- When the answer is due; of a digest, the beginning of its week.
    term timestamptz not null,
    -- So many working days before; -1 once it is over.
    point integer check (point >= -1),
    moot boolean not null default false,
    created_at timestamptz not null,
    sent_at timestamptz,
    failed_at timestamptz,
    primary key (city_id, id),
    check ((report_id is null) = (point is null)),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, organization_id) references organization
  );
  create unique index reminder_of_term on reminder (city_id, report_id, term, point, recipient) where report_id is not null;
  create unique index reminder_of_week on reminder (city_id, organization_id, term) where report_id is null;

  insert into reminder (city_id, id, organization_id, recipient, report_id, term, point, moot, created_at)
  select city_id, gen_random_uuid(), organization_id, 'city', id, answer_due, -1, true, now()
  from report where answer_due < now();
`
