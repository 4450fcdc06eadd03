import type { Area } from '#src/domain/area.ts'
import type { Say } from '#src/text/catalogue.ts'

type Props = {
  readonly t: Say
  readonly areas: readonly Area[]
  /** Where the other reports of an area are; without it names alone stand here. */
  readonly hrefOf?: (area: Area) => string
}

/** The parts of the city that a report lies in, on a line of its own; that their borders are drawn by eye is said beside them. */
export function AreasOfReport({ t, areas, hrefOf }: Props) {
  if (areas.length === 0) return null
  return (
    <p class="soft">
      {areas.map((area, at) => (
        <>
          {at > 0 && ', '}
          {hrefOf ? <a href={hrefOf(area)}>{area.name[t.locale]}</a> : area.name[t.locale]}
        </>
      ))}
      {areas.some(({ approximate }) => approximate) && ` (${t('area.approximate').toLocaleLowerCase(t.locale)})`}
    </p>
  )
}
