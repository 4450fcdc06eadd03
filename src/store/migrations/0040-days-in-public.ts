/** Open data say of each report what figures count of it: its days to the answer too, beside what it came to. */
export const daysInPublic = `
  create or replace view public_outcome as
    select city_id, number, submitted_at, outcome, reason, due_on, late, verdict, days from report_outcome;
`
