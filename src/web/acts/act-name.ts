import type { ActKind } from '#src/domain/act.ts'
import type { Report } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'

/** What the form of an act is known by where it waits for a connection, beside others. */
export function nameOfAct(t: Say, act: ActKind, { number }: Pick<Report, 'number'>): string {
  return `${t(`act.${act}`)} · ${t('report.number', { number })}`
}
