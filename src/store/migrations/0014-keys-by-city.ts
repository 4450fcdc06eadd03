/**
 * A unique key that does not begin with the city cannot be held once a table is distributed by city. A file and a
 * private link are still found by their secret alone, which 192 random bits keep apart in every city.
 */
export const keysByCity = `
  alter table media drop constraint media_key_key;
  alter table media add unique (city_id, key);
  create index media_key on media (key);
  alter table private_link drop constraint private_link_secret_hash_key;
  alter table private_link add unique (city_id, secret_hash);
`
