/** Administrators who wish it hear of each overdue report themselves, beside the city's own address. */
export const overdueToAdministrators = `
  create table overdue_wish (
    city_id text not null references city,
    person_id uuid not null references person on delete cascade,
    primary key (city_id, person_id)
  );
  create index overdue_wish_person on overdue_wish (person_id);

  alter table reminder
    add column person_id uuid references person on delete cascade,
    drop constraint reminder_recipient_check,
    add constraint reminder_recipient_check check (recipient in ('organization', 'head', 'city', 'administrator')),
    add constraint reminder_person_check check ((recipient = 'administrator') = (person_id is not null));
  create index reminder_person on reminder (person_id) where person_id is not null;
  drop index reminder_of_term;
  create unique index reminder_of_term on reminder (city_id, report_id, term, point, recipient, person_id)
    nulls not distinct where report_id is not null;
`
