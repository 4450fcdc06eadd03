import type { PublicEvent } from '#src/store/public-reports.ts'
import type { Say } from '#src/text/catalogue.ts'
import { languageOf } from '../ui/language.ts'
import { type Step, Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'
import { reasonWords, untilWords, wordsWith } from './event-words.ts'
import { nameOf, outcomeEvent, type ReportProps } from './outcome.tsx'
import { Photos } from './photos.tsx'

/** Everything that happened to a report, newest first. What it came to was told in full above. */
export function History(props: ReportProps) {
  const { t, report } = props
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">{t('report.timeline')}</h2>
      <Timeline steps={report.events.toReversed().map((event) => stepOf(props, event))} />
    </section>
  )
}

function stepOf(props: ReportProps, event: PublicEvent): Step {
  const { t, clock, report } = props
  const said = wordsWith(event) ?? ''
  const language = languageOf(said, t, event.by === 'author' ? report.locale : undefined)
  const words = event === outcomeEvent(report) ? {} : { reason: reasonWords(t, event), said, language }
  return {
    key: event.seq,
    status: event.to,
    title: event.act === 'postpone' || event.act === 'extend' ? untilWords(props, event) : title(t, event),
    when: <When t={t} at={event.at} clock={clock} />,
    ...words,
    more: <More {...props} event={event} />,
  }
}

function title(t: Say, { act, by }: PublicEvent): string {
  return act === 'add' && by === 'author' ? t('addition.by_author') : t(`did.${act}`)
}

/** Where the report went, what was attached, and whose words these are. */
function More({ t, to, guide, report, event }: ReportProps & { readonly event: PublicEvent }) {
  const passedTo = nameOf(guide, event.body.organization ?? null, t)
  const isShownAbove = event.act === 'submitted' || event.act === 'revise' || event === outcomeEvent(report)
  const media = isShownAbove ? [] : report.media.filter(({ seq }) => seq === event.seq)
  return (
    <>
      {passedTo && <p>{t('report.passed_to', { organization: passedTo })}</p>}
      <Photos t={t} to={to} number={report.number} media={media} sizes="(width >= 60rem) 16rem, 50vw" />
      {event.by === 'organization' && <p class="soft">{nameOf(guide, event.organization, t)}</p>}
    </>
  )
}
