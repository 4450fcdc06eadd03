import { areaKinds } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import { SelectField } from '../form/field.tsx'
import { sourceWords } from '../places/place-sources.tsx'

type Props = { readonly t: Say; readonly guide: Guide; readonly value: string }

/** A choice among the city's parts; where their borders are drawn by eye, or somebody else's work, it says so. */
export function AreaField({ t, guide: { areas, areaSources }, value }: Props) {
  if (areas.size === 0) return null
  const all = [...areas.values()]
  const groups = areaKinds.map((kind) => ({
    words: t(`area.kind.${kind}`),
    choices: all.filter((area) => area.kind === kind).map(({ id, name }) => ({ value: id, words: name[t.locale] })),
  }))
  const whose = sourceWords({ t, whose: areaSources })
  const notes = [
    ...(all.some(({ approximate }) => approximate) ? [t('area.approximate')] : []),
    ...(whose.length > 0 ? [t('area.sources', { sources: whose.join(', ') })] : []),
  ]
  return (
    <SelectField
      name="area"
      label={t('area.label')}
      hint={notes.join('. ') || undefined}
      none={t('area.any')}
      value={value}
      choices={groups.filter(({ choices }) => choices.length > 0)}
    />
  )
}
