/** Addresses that people went by until they changed them, each kept until it has been told so. */
export const addressChanges = `
  create table address_change (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    email text not null check (email = lower(email)),
    changed_at timestamptz not null
  );
  create index address_change_person on address_change (person_id);
`
