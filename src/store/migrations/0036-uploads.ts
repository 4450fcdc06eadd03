/**
 * Files on their way, piece by piece. What has arrived lies with the files, under the upload's id; the row says how far
 * it got, and a piece is part of it only when the row was still where the piece begins: of two that come at once, one is.
 */
export const uploads = `
  create table upload (
    city_id text not null references city,
    -- Unguessable: the end of its address, and the folder of its pieces.
    id text not null,
    draft_key uuid not null,
    -- Who began it, if signed in: it goes on for nobody else.
    person_id uuid references person on delete cascade,
    length integer not null check (length > 0),
    received integer not null default 0,
    -- Their names in the folder, in order.
    pieces text[] not null default '{}',
    -- What the whole file became.
    media_id uuid,
    -- When its last piece came, or it began.
    moved_at timestamptz not null,
    primary key (city_id, id),
    foreign key (city_id, media_id) references media on delete cascade,
    check (received between 0 and length),
    check ((media_id is not null) = (received = length))
  );
  create index upload_person on upload (person_id) where person_id is not null;
  create index upload_media on upload (city_id, media_id) where media_id is not null;
  create index upload_moved on upload (moved_at);
`
