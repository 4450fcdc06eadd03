/** A file that is sent again, because its answer was lost on the way, is known by its content: a form has it once. */
export const sameFileOnce = `
  -- SHA-256 of the file as it was sent; null for those from before.
  alter table media add column source text;
  create unique index media_source on media (city_id, draft_key, source);
`
