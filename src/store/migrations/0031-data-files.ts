/**
 * A day's files of open data: which were written, and under which key each is stored. A row comes when its file is
 * whole, and there is one for each: whoever writes the same a second time finds it there.
 */
export const dataFiles = `
  create table data_file (
    city_id text not null references city,
    day date not null,
    locale text not null check (locale in ('uk', 'en')),
    format text not null check (format in ('csv', 'geojson')),
    key text not null,
    reports integer not null check (reports >= 0),
    bytes bigint not null check (bytes > 0),
    sha256 text not null,
    written_at timestamptz not null,
    primary key (city_id, day, locale, format),
    unique (city_id, key)
  );
`
