/**
 * A photo that an author sends with an answer or a reopening waits hidden until a moderator has looked at it. Hidden
 * alone does not say whether one has: then nobody finds what waits.
 */
export const unseenMedia = `
  alter table media add column unseen boolean not null default false;
  update media m set unseen = true from report_event e
    where e.city_id = m.city_id and e.seq = m.event_seq and e.act in ('answer', 'reopen') and m.hidden
      and not exists (select from report_event d where d.city_id = m.city_id and d.report_id = m.report_id
        and d.act = 'hide_media' and d.body ->> 'media' = m.id::text);
  alter table media add check (hidden or not unseen);
  create index media_unseen on media (city_id, event_seq) include (report_id) where unseen;
`
