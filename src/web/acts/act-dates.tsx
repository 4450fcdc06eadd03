import { dayOf, endOf } from '#src/domain/deadline.ts'
import { latestExtension } from '#src/domain/term.ts'
import { dayInWords } from '#src/text/time.ts'
import { TextField } from '../form/field.tsx'
import { text } from '../form/fields.ts'
import type { PartProps } from './act-form.tsx'

/** The day that a postponement promises. */
export function Until({ t, guide, now, typed = {}, problemAt }: PartProps) {
  return (
    <TextField
      name="until"
      id="postpone-until"
      type="date"
      label={t('acting.until')}
      hint={t('acting.until_hint')}
      min={dayOf(now, guide.city.timeZone).add({ days: 1 }).toString()}
      value={text(typed, 'until')}
      problem={problemAt('until')}
    />
  )
}

/** The last day of a term that is extended. */
export function NewTerm({ t, guide: { city }, report, now, typed = {}, problemAt }: PartProps) {
  const { timeZone } = city
  const latest = latestExtension(report, city)
  return (
    <TextField
      name="until"
      id="extend-until"
      type="date"
      label={t('acting.new_term')}
      hint={
        latest ? t('acting.new_term_hint', { day: dayInWords(endOf(latest, city), { timeZone, now }, t) }) : undefined
      }
      min={dayOf(report.termEnds ?? now, timeZone)
        .add({ days: 1 })
        .toString()}
      {...(latest && { max: latest.toString() })}
      value={text(typed, 'until')}
      problem={problemAt('until')}
    />
  )
}
