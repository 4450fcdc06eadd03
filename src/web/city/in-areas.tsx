import type { Area } from '#src/domain/area.ts'
import type { AreaId, CityId } from '#src/domain/id.ts'
import type { CityFigures } from '#src/store/city-figures.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'

export type InAreas = { readonly areas: readonly Area[]; readonly figures: ReadonlyMap<AreaId, CityFigures> }

type Props = InAreas & { readonly t: Say; readonly to: Paths; readonly city: CityId }

/** What came lately to each part of the city, in figures that lead to the reports themselves. Nothing where nothing came. */
export function FiguresInAreas({ t, to, city, areas, figures }: Props) {
  const [first] = areas
  if (!first || figures.size === 0) return null
  return (
    <section class="stack tight" aria-labelledby="in-areas">
      <h2 id="in-areas">{t(`city.by.${first.kind}`)}</h2>
      <ul class="figures-in-areas">
        {areas.map(({ id, name }) => {
          const { came, resolved } = figures.get(id) ?? { came: 0, resolved: 0 }
          return (
            <li key={id}>
              <a href={`${to.reports(city)}?${new URLSearchParams({ area: id })}`}>{name[t.locale]}</a>
              <span class="soft">{t('city.came_to', { count: came, resolved })}</span>
            </li>
          )
        })}
      </ul>
      {areas.some(({ approximate }) => approximate) && <p class="soft">{t('area.approximate')}</p>}
    </section>
  )
}
