/**
 * What is known of an address that letters go to: whether they come back, and the key of the address that they come back
 * to. Belongs to no city, as a person does: what comes back in one comes back in all.
 */
export const mailAddresses = `
  create table mail_address (
    email text primary key check (email = lower(email)),
    -- In the return address of each letter to it: who does not have such a letter cannot say that it came back.
    return_key uuid not null unique default gen_random_uuid(),
    -- Letters that came back for a passing reason, at most one counted a day.
    soft_bounces integer not null default 0,
    bounced_at timestamptz,
    stopped text check (stopped in ('bounced', 'complained')),
    written_at timestamptz not null
  );
`
