/**
 * Devices that a person is told on, and what waits to be shown on them (decision 0052). A device is that of a session:
 * whoever signs out, there or everywhere, stays away until the session ends or erases the account is told nothing more.
 */
export const devices = `
  create table device (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person on delete cascade,
    session_id uuid not null unique references session on delete cascade,
    way text not null check (way in ('web', 'fcm', 'apns')),
    -- Where its push service takes messages for it: an address of the web, or a token.
    address text not null check (char_length(address) between 1 and 1500),
    -- What messages to a browser are encrypted by (RFC 8291), and the key of ours that it takes them from (RFC 8292).
    p256dh text,
    auth text,
    trusts text,
    -- What it is, for its owner to know it by: a browser and a system.
    name text not null check (char_length(name) <= 60),
    since timestamptz not null,
    unique (way, address),
    check (num_nonnulls(p256dh, auth, trusts) = case way when 'web' then 3 else 0 end)
  );
  create index device_person on device (person_id);

  -- What a person wants to see there; the usual for who never chose.
  create table push_choice (
    person_id uuid primary key references person on delete cascade,
    kinds text[] not null check (kinds <@ array['question', 'outcome', 'progress', 'followed', 'inbox', 'due']),
    -- At night messages wait for the morning.
    quiet boolean not null
  );

  -- The newest of a report that a device is told: newer takes the place of older, on the screen and here.
  create table push (
    city_id text not null references city,
    device_id uuid not null references device on delete cascade,
    report_id uuid not null,
    about text not null check (about in ('step', 'term')),
    -- As what the device's owner hears of it.
    kind text not null,
    event_seq bigint,
    -- Goes up each time something newer takes its place.
    turn integer not null default 1,
    tries integer not null default 0,
    made_at timestamptz not null,
    -- Not before then: while it is being sent, or after a try that failed.
    due_at timestamptz not null,
    done_at timestamptz,
    primary key (city_id, device_id, report_id, about),
    foreign key (city_id, report_id) references report,
    foreign key (city_id, event_seq) references report_event,
    check ((about = 'step') = (event_seq is not null))
  );
  create index push_waiting on push (city_id, due_at) where done_at is null;
  create index push_device on push (device_id);
`
