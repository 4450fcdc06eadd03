-- Makes as many reports as are wanted of the two thousand that were told, with their events and files: a million takes
-- some minutes. It finds the tables `wanted` (city, reports, residents, first_names, last_names) and `told` (what).
-- The same stories give the same database. What was decided stays; a copy takes its life from one story, its words from
-- another of the same category, and its place from a third.
select setseed(0.26);
set jit = off;
set maintenance_work_mem = '256MB';
set work_mem = '64MB';

-- Version 7, as the product's own mint makes them.
create function pg_temp.id_at(at timestamptz) returns uuid language sql volatile as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(chance, 1, 3) || '8' || substr(chance, 4, 15))::uuid
  from (select md5(random()::text) as chance) as thrown
$$;

-- Rows go in much faster without what is kept up with each of them. Put back at the end, it checks all of them.
create temp table put_aside as
  select 1 as turn, indexdef as put_back, format('drop index %I', indexname) as take_away
  from pg_indexes i
  where schemaname = 'public' and tablename in ('report', 'report_event', 'media')
    and not exists (select from pg_constraint c where c.conindid = format('%I', i.indexname)::regclass)
  union all
  select 2, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
    format('alter table %s drop constraint %I', conrelid::regclass, conname)
  from pg_constraint
  where contype = 'f' and conrelid in ('report'::regclass, 'report_event'::regclass, 'media'::regclass);
do $$ declare one text; begin
  for one in select take_away from put_aside loop execute one; end loop;
end $$;

insert into person (id, email, email_verified, first_name, last_name, name)
select pg_temp.id_at(now() - interval '3 years'), 'resident-' || n || '@people.example', true, first, last, first || ' ' || last
from wanted, generate_series(1, residents) as n,
  lateral (select first_names[1 + n % array_length(first_names, 1)] as first, last_names[1 + n / 7 % array_length(last_names, 1)] as last) as named;
create temp table resident as
  select row_number() over (order by id) as n, id from person where email like 'resident-%@people.example';
create unique index on resident (n);

create temp table life as
select *, row_number() over (partition by open order by story) as turn,
  row_number() over (partition by category_id order by story) as turn_in_category, row_number() over (order by story) as turn_of_all
from (
  select story, "into" as into_story, r."categoryId" as category_id, r.*, st_setsrid(st_makepoint((location ->> 'lng')::float, (location ->> 'lat')::float), 4326) as point,
    status in ('submitted', 'accepted', 'in_progress', 'awaiting_answer', 'postponed') as open
  from told, jsonb_to_record(what) as w(story int, "into" int, report jsonb),
    jsonb_to_record(w.report) as r("categoryId" text, location jsonb, address text, description text, answers jsonb,
      "nameShown" text, locale text, organization text, status text, "statusSince" timestamptz, "acceptedAt" timestamptz,
      "termEnds" timestamptz, "answerDue" timestamptz, "dueSince" timestamptz, confirmed boolean, "submittedAt" timestamptz)
) as one;
create unique index on life (open, turn);
create unique index on life (category_id, turn_in_category);
create unique index on life (turn_of_all);
create unique index on life (story);
analyze life (story, open, category_id, turn, turn_in_category, turn_of_all);

create temp table step as
select (what ->> 'story')::int as story, step, e.*
from told, jsonb_array_elements(what -> 'events') with ordinality as event(one, step),
  jsonb_to_record(one) as e(act text, body jsonb, "from" text, "to" text, "byKind" text, "byPerson" uuid, "byOrganization" text,
    at timestamptz, photos int);
create index on step (story);
analyze step (story);

-- One report in sixteen is open. The others go back up to three years, by whole weeks, so that seasons and weekdays stay.
create temp table copy as
with thrown as materialized (
  select n, random() < 1.0 / 16 as open, random() as life, random() as words, random() as place,
    interval '364 days' * floor(random() * 3) + interval '7 days' * floor(random() * 6) as long_ago,
    interval '1 day' * floor(random() * 6) as lately, interval '1 second' * floor(random() * 2400) as moments,
    0.3 + 0.7 * random() as pull, (random() - 0.5) * 0.004 as east, (random() - 0.5) * 0.0025 as north, random() as author
  from wanted, generate_series(1, reports) as n
),
size as materialized (
  select count(*) as lives, count(*) filter (where open) as open, count(*) filter (where not open) as closed from life
),
in_category as materialized (select category_id, count(*) as lives from life group by category_id),
middle as materialized (select st_pointonsurface(outline) as point from city, wanted where id = city)
select row_number() over (order by l."submittedAt" - back, t.n) as number, pg_temp.id_at(l."submittedAt" - back) as id, l.story, back,
  l."submittedAt" - back as submitted_at, words.description, words.locale, words.answers, place.address,
  case when l.point is not null then st_setsrid(st_makepoint(
    st_x(middle.point) + (st_x(coalesce(place.point, l.point)) - st_x(middle.point)) * pull + east,
    st_y(middle.point) + (st_y(coalesce(place.point, l.point)) - st_y(middle.point)) * pull + north), 4326) end as location,
  coalesce(place.point, l.point) as told_location, resident.id as reporter_id
from thrown t
cross join size
cross join middle
cross join wanted
join life l on l.open = t.open and l.turn = 1 + floor(t.life * case when t.open then size.open else size.closed end)::bigint
join in_category c on c.category_id = l.category_id
join life words on words.category_id = l.category_id and words.turn_in_category = 1 + floor(t.words * c.lives)::bigint
join life place on place.turn_of_all = 1 + floor(t.place * size.lives)::bigint
join resident on resident.n = 1 + floor(t.author * t.author * residents)::bigint
cross join lateral (select case when t.open then lately else long_ago end + moments as back) as shifted;
-- Before rows change: one made afterwards, of rows that this transaction changed, would not be read in it.
create index on copy (story, submitted_at);
-- Pulled towards the middle a point may leave the city where its outline bends inwards.
update copy set location = told_location from city, wanted
where city.id = wanted.city and location is not null and not st_covers(outline, location);
analyze copy (number, story, submitted_at);

create temp table happened as
select row_number() over (order by at, number, step) as seq, e.*
from (
  select c.number, c.id as report_id, c.reporter_id, s.step, s.act, s.body, s."from", s."to", s."byKind", s."byPerson", s."byOrganization",
    s.at - c.back as at, s.photos
  from copy c join step s on s.story = c.story
) as e;
create index on happened (number, seq);
analyze happened (number, seq);

-- Into the copy of the other story that came last before it.
create temp table merged as
select c.number, (
  select m.id from copy m where m.story = l.into_story and m.submitted_at <= c.submitted_at order by m.submitted_at desc limit 1
) as main
from copy c join life l on l.story = c.story where l.into_story is not null;
update merged set main = (select c.id from copy c join life l on l.story = c.story where l.status = 'resolved' limit 1) where main is null;
create unique index on merged (number);
analyze merged;

insert into report (city_id, id, number, draft_key, category_id, location, address, description, answers, reporter_id,
  name_shown, locale, organization_id, status, status_since, accepted_at, term_ends, answer_due, due_since, confirmed, merged_into, submitted_at, last_seq)
select city, c.id, c.number, gen_random_uuid(), l.category_id, c.location, c.address, c.description, c.answers, c.reporter_id,
  l."nameShown", c.locale, l.organization, l.status, l."statusSince" - back, l."acceptedAt" - back, l."termEnds" - back,
  l."answerDue" - back, l."dueSince" - back,
  l.confirmed, m.main, c.submitted_at, h.last
from copy c
join life l on l.story = c.story
join (select number, max(seq) as last from happened group by number) as h on h.number = c.number
left join merged m on m.number = c.number
cross join wanted
order by c.number;

insert into report_event (city_id, seq, report_id, kind, act, body, from_status, to_status, by_kind, by_person, by_organization, at)
select city, seq, report_id, case when act is null then 'submitted' else 'moved' end, act,
  case when act = 'merge' then jsonb_set(body, '{into}', to_jsonb(main)) else body end, "from", "to",
  "byKind", coalesce("byPerson", reporter_id), "byOrganization", at
from happened h left join merged m on m.number = h.number cross join wanted
order by seq;

-- Rows alone: no figure opens a photo. What residents add later waits for a moderator.
insert into media (city_id, id, key, draft_key, report_id, event_seq, kind, type, width, height, hidden, created_at)
select city, pg_temp.id_at(at), md5(random()::text), gen_random_uuid(), report_id, seq, 'photo', 'image/webp', 1600, 1200,
  coalesce(act in ('answer', 'reopen'), false), at
from happened, wanted, generate_series(1, photos)
order by seq;

update city set last_number = (select count(*) from copy), last_seq = (select count(*) from happened)
from wanted where id = city;

do $$ declare one text; begin
  for one in select put_back from put_aside order by turn loop execute one; end loop;
end $$;
-- What they came to is told by what happened, which stands here only now.
select tell_outcomes(city) from wanted;
drop table put_aside, resident, life, step, copy, happened, merged;
