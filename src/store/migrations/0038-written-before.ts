/**
 * A report that was written without a connection arrives hours or days later. Its terms count from then; when its author
 * saw what it tells of is known only from the device.
 */
export const writtenBefore = `
  alter table report add column written_at timestamptz;
  alter table report add check (written_at < submitted_at);
`
