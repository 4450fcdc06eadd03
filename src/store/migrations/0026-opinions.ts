/**
 * Whether a closing was true, in the words of those whom the report concerns: its author and its supporters, each once
 * for each closing. A declined report is not said to be solved: of it one can only disagree.
 */
export const opinions = `
  create table opinion (
    city_id text not null references city,
    report_id uuid not null,
    -- The event that closed the report: what is said is said of this answer alone.
    closing_seq bigint not null,
    closing text not null check (closing in ('resolve', 'decline')),
    -- Null once the person erased the account: the opinion is counted on.
    person_id uuid references person on delete set null,
    said_by text not null check (said_by in ('author', 'supporter')),
    solved boolean not null,
    -- For those who work on the report; the public reads what is counted.
    note text not null check (char_length(note) <= 3000),
    said_at timestamptz not null,
    unique (city_id, report_id, closing_seq, person_id),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, closing_seq) references report_event,
    check (closing = 'resolve' or not solved)
  );
  create index opinion_person on opinion (person_id);

  -- Authors who confirmed and reopened before this table was there have said it by that.
  insert into opinion (city_id, report_id, closing_seq, closing, person_id, said_by, solved, note, said_at)
  select distinct on (e.city_id, e.report_id, c.seq) e.city_id, e.report_id, c.seq, c.act, p.id, 'author', e.act = 'confirm', '', e.at
  from report_event e
  join lateral (select seq, act from report_event before
    where before.city_id = e.city_id and before.report_id = e.report_id and before.seq < e.seq and before.act in ('resolve', 'decline')
    order by before.seq desc limit 1) c on true
  left join person p on p.id = e.by_person
  where e.act in ('confirm', 'reopen') and e.by_kind = 'resident'
  order by e.city_id, e.report_id, c.seq, e.seq desc;

  create view public_opinion as
    select o.city_id, o.report_id, o.closing_seq, o.closing, o.said_by, o.solved
    from opinion o
    join report r on r.city_id = o.city_id and r.id = o.report_id
    where r.public;

  -- What a letter's link carries instead of a session: for one person, about one closing. Only the secret's hash is kept.
  create table opinion_link (
    city_id text not null references city,
    id uuid not null,
    secret_hash text not null,
    report_id uuid not null,
    closing_seq bigint not null,
    person_id uuid not null references person on delete cascade,
    expires_at timestamptz not null,
    primary key (city_id, id),
    unique (city_id, secret_hash),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, closing_seq) references report_event
  );
  create index opinion_link_person on opinion_link (person_id);
  create index opinion_link_age on opinion_link (expires_at);
`
