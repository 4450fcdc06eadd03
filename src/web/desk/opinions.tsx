import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { opinionWords } from '../opinion/opinion-words.ts'
import { Said } from '../ui/said.tsx'
import { When } from '../ui/when.tsx'
import type { Opened } from './opened.ts'

/** What those whom a report concerns say of its answer, and why. */
export function Opinions({
  t,
  clock,
  opened: { opinions },
}: {
  readonly t: Say
  readonly clock: Clock
  readonly opened: Opened
}) {
  if (!opinions) return null
  const { closing, count, notes } = opinions
  return (
    <section class="stack tight" id="opinions">
      <h2>{t('opinion.heading')}</h2>
      {count && <p>{opinionWords(closing, count, t)}</p>}
      <ul class="desk-additions">
        {notes.map((one) => (
          <li key={`${one.seq} ${one.at}`}>
            <p class="staff-line">
              <b>{t(`addition.from.${one.by}`)}</b>
              <span class="soft">
                <When t={t} at={one.at} clock={clock} />
              </span>
            </p>
            <Said t={t} words={one.note} />
          </li>
        ))}
      </ul>
    </section>
  )
}
