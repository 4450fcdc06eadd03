/**
 * Who appeals and where they live, apart from the report: no view, event or list reads this table, and its rows go
 * while reports stay. Each reading of them is written down (Law No. 2297-VI), and goes with what was read.
 */
export const formalAppeals = `
  create table formal_appeal (
    city_id text not null references city,
    report_id uuid not null,
    surname text not null check (char_length(surname) between 1 and 80),
    name text not null check (char_length(name) between 1 and 80),
    patronymic text not null check (char_length(patronymic) between 1 and 80),
    residence text not null check (char_length(residence) between 1 and 300),
    given_at timestamptz not null,
    primary key (city_id, report_id),
    foreign key (city_id, report_id) references report
  );

  create table appeal_reading (
    city_id text not null references city,
    report_id uuid not null,
    read_at timestamptz not null,
    organization_id text not null,
    -- An officer, until they erase the account, or the private link of an organization without any.
    person_id uuid references person on delete set null,
    link_id uuid,
    foreign key (city_id, report_id) references formal_appeal on delete cascade
  );
  create index appeal_reading_report on appeal_reading (city_id, report_id);
  create index appeal_reading_person on appeal_reading (person_id);
`
