/** People, how they sign in, what they agreed to, and how often a stranger may try. Column names outside our style are better-auth's. */
export const people = `
  create table person (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null default false,
    name text not null default '',
    image text,
    first_name text not null default '' check (char_length(first_name) <= 80),
    last_name text not null default '' check (char_length(last_name) <= 80),
    locale text not null default 'uk' check (locale in ('uk', 'en')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );

  -- What a person agreed to, word for word: the proof of consent that Law 2297-VI art. 2 asks for.
  create table consent (
    person_id uuid not null references person on delete cascade,
    version text not null,
    locale text not null,
    text text not null,
    given_at timestamptz not null,
    primary key (person_id, version)
  );

  create table session (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index session_person on session (person_id);

  create table account (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text, refresh_token text, id_token text,
    access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
    scope text, password text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index account_person on account (person_id);

  create table verification (
    -- Some are hashes that the identity library makes.
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  create index verification_identifier on verification (identifier);

  -- Counted in the database, so that a limit holds across processes. Keys are hashed: no address is kept.
  create table rate_limit (
    key text not null,
    window_start timestamptz not null,
    hits integer not null,
    primary key (key, window_start)
  );
  create index rate_limit_age on rate_limit (window_start);
`
