/** What the public may see is a view, not a filter: private columns do not exist in these. */
export const publicViews = `
  create view public_report as
    select r.city_id, r.id, r.number, r.category_id, r.location, r.address, r.description, r.answers,
      case when r.name_shown = 'first_name' then nullif(p.first_name, '') end as author_name,
      r.locale, r.organization_id, r.status, r.status_since, r.accepted_at, r.answer_due, r.confirmed,
      m.number as merged_into_number, r.submitted_at, r.last_seq
    from report r
    left join person p on p.id = r.reporter_id
    left join report m on m.city_id = r.city_id and m.id = r.merged_into
    where r.public;

  -- Notes between staff stay among staff: of an assignment the public sees that it happened, not the note with it.
  -- That a report was rejected before it was accepted is between its author and the moderators.
  create view public_report_event as
    select e.city_id, e.seq, e.report_id, e.kind, e.act,
      case when e.act in ('assign', 'start', 'merge') then e.body - 'note' - 'into'
           when e.act = 'approve' then jsonb_build_object('kind', 'approve', 'organization', e.body -> 'organization')
           else e.body end as body,
      case when e.from_status = 'rejected' then 'submitted' else e.from_status end as from_status, e.to_status,
      case when e.by_kind in ('officer', 'correspondent') then 'organization'
           when e.by_kind = 'resident' then 'author' else 'moderator' end as by,
      e.by_organization, e.at
    from report_event e
    join report r on r.city_id = e.city_id and r.id = e.report_id
    where r.public and (e.act is null or e.act not in ('reject', 'revise', 'note', 'hide_media', 'show_media'));

  create view public_media as
    select m.city_id, m.id, m.key, m.report_id, m.event_seq, m.kind, m.type, m.width, m.height
    from media m
    join report r on r.city_id = m.city_id and r.id = m.report_id
    where r.public and not m.hidden;
`
