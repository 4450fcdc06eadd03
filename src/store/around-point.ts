import { sql } from 'kysely'

import type { Area } from '#src/domain/area.ts'
import type { PlaceSource } from '#src/domain/places/place.ts'
import type { Around } from '#src/domain/places/place-at.ts'
import type { Point } from '#src/domain/report.ts'
import { areasAsJson } from './areas.ts'
import type { Tx } from './store.ts'

/** What lies around a point, and in which areas it lies; widest first. */
export type Surroundings = Around & {
  readonly areas: readonly Area[]
  /** Whose data all this is. */
  readonly sources: readonly PlaceSource[]
}

/** What the city's gazetteer and its areas say of a point. One statement. */
export async function aroundPoint({ city, db }: Tx, { lng, lat }: Point): Promise<Surroundings> {
  const point = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`
  const position = (geometry: string) =>
    sql.raw(`json_build_object('lng', st_x(${geometry}), 'lat', st_y(${geometry}))`)
  const { rows } = await sql<Surroundings>`
    with street as materialized (
      -- By degrees, which are shorter to the east: the nearest by metres is among the first.
      select p.id, p.name, p.english, p.shape, st_distance(p.shape::geography, ${point}::geography) as metres
      from (select * from place p where p.city_id = ${city} and p.kind in ('street', 'square')
        order by p.shape <-> ${point} limit 4) p
      order by metres limit 1
    )
    select
      (select coalesce(json_agg(json_build_object('name', p.name, 'english', p.english, 'shown', h.shown,
          'at', ${position('h.location')})), '[]')
        from (select * from house h where h.city_id = ${city} order by h.location <-> ${point} limit 6) h
        join place p on p.city_id = ${city} and p.id = h.place_id) as houses,
      (select json_build_object('name', s.name, 'english', s.english, 'metres', s.metres,
        'houses', (select coalesce(json_agg(json_build_object('shown', h.shown, 'at', ${position('h.location')})), '[]')
          from (select * from house h where h.city_id = ${city} and h.place_id = s.id
            order by st_distance(h.location, ${point}) limit 16) h),
        'crossings', (select coalesce(json_agg(json_build_object('name', o.name, 'english', o.english,
            'at', ${position('o.meets')})), '[]')
          from (select o.name, o.english, st_closestpoint(s.shape, o.shape) as meets
            from place o where o.city_id = ${city} and o.id <> s.id and o.kind = 'street'
              and o.shape && st_expand(${point}, 0.005) and st_dwithin(o.shape, s.shape, 0.0002)
            order by st_distance(o.shape, ${point}) limit 12) o))
        from street s) as street,
      (select json_build_object('name', l.name, 'english', l.english, 'at', ${position('l.location')})
        from place l where l.city_id = ${city} and l.kind in ('landmark', 'stop')
        order by l.shape <-> ${point} limit 1) as landmark,
      ${areasAsJson(sql`from area a where a.city_id = ${city} and st_covers(a.shape, ${point})`)} as areas,
      (select coalesce(json_agg(json_build_object('licence', s.licence, 'attribution', s.attribution) order by s.at), '[]')
        from (select licence, attribution, min(at) as at
          from (select licence, attribution, at from place_source where city_id = ${city}
            union all select licence, attribution, 1000 from area_source where city_id = ${city} and licence is not null) w
          group by licence, attribution) s) as sources`.execute(db)
  const [around] = rows
  return around ?? { houses: [], street: null, landmark: null, areas: [], sources: [] }
}
