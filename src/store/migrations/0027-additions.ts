/**
 * What residents add to open reports. The words are in the event, the files wait hidden as all that residents add; here
 * is what became of it, which an event cannot say of itself: it is public once a moderator shows it.
 */
export const additions = `
  create table addition (
    city_id text not null references city,
    -- Of the event that holds its words.
    seq bigint not null,
    report_id uuid not null,
    added_by text not null check (added_by in ('author', 'supporter', 'resident')),
    person_id uuid references person on delete set null,
    state text not null default 'waiting' check (state in ('waiting', 'shown', 'declined')),
    -- Of the event that showed or declined it last.
    decided_seq bigint,
    primary key (city_id, seq),
    foreign key (city_id, seq) references report_event,
    foreign key (city_id, report_id) references report,
    check ((state = 'waiting') = (decided_seq is null))
  );
  create index addition_report on addition (city_id, report_id, seq);
  create index addition_waiting on addition (city_id, seq) include (report_id) where state = 'waiting';
  create index addition_person on addition (person_id);

  create or replace view public_report_event as
    select e.city_id, e.seq, e.report_id, e.kind, e.act,
      case when e.act in ('assign', 'start', 'merge') then e.body - 'note' - 'into'
           when e.act = 'approve' then jsonb_build_object('kind', 'approve', 'organization', e.body -> 'organization')
           else e.body end as body,
      case when e.from_status = 'rejected' then 'submitted' else e.from_status end as from_status, e.to_status,
      case when e.by_kind in ('officer', 'correspondent') then 'organization'
           when e.act = 'add' then a.added_by
           when e.by_kind = 'resident' then 'author' else 'moderator' end as by,
      e.by_organization, e.at
    from report_event e
    join report r on r.city_id = e.city_id and r.id = e.report_id
    left join addition a on a.city_id = e.city_id and a.seq = e.seq and e.act = 'add'
    where r.public and (e.act is null or e.act not in
      ('reject', 'revise', 'note', 'hide_media', 'show_media', 'add', 'show_addition', 'decline_addition')
      or a.state = 'shown');
`
