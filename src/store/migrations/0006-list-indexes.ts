/**
 * Indexes in the order that lists are read in, so that a page costs the same however many reports there are.
 *
 * Public lists go by the time a report came, not by its number: a period is then a range of the index that gives the
 * order, where by number it was looked for through all reports. What the desk reads of open reports is kept apart from
 * the closed ones, which are many and grow: each folder is a range of an index in its own order.
 */
export const listIndexes = `
  drop index report_public;
  drop index report_public_status;
  drop index report_public_category;
  drop index report_public_organization;
  drop index report_submitted_at;
  drop index report_inbox;
  create index report_public on report (city_id, submitted_at desc, number desc) where public;
  create index report_public_status on report (city_id, status, submitted_at desc, number desc) where public;
  create index report_public_category on report (city_id, category_id, submitted_at desc, number desc) where public;
  create index report_public_organization on report (city_id, organization_id, submitted_at desc, number desc) where public;

  create index report_inbox on report (city_id, organization_id, status, answer_due)
    where status in ('submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed');
  create index report_due on report (city_id, answer_due, number)
    where status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed');
  create index report_closed on report (city_id, status_since desc, number)
    where status in ('rejected', 'resolved', 'not_resolved', 'merged');
  create index report_closed_organization on report (city_id, organization_id, status_since desc, number)
    where status in ('rejected', 'resolved', 'not_resolved', 'merged');
`
