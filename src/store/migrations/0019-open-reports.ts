/** Open reports are few and mostly new: a list of several open statuses was looked for through all reports. */
export const openReports = `
  create index report_public_open on report (city_id, submitted_at desc, number desc)
    where public and status in ('accepted', 'in_progress', 'awaiting_answer', 'postponed');
`
