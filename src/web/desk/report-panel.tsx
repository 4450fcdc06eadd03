import type { ComponentChildren } from 'preact'

import { mayRead, mayReadEvent, mayReadNote, readerOf } from '#src/domain/disclosure.ts'
import type { Guide } from '#src/domain/guide.ts'
import { belowHeadline } from '#src/domain/headline.ts'
import { asked } from '#src/domain/questions.ts'
import { daysWaited } from '#src/domain/term.ts'
import type { Recorded } from '#src/store/events.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import { type Clock, dateInWords } from '#src/text/time.ts'
import { type FieldsOf, text } from '../form/fields.ts'
import type { Paths } from '../routes.ts'
import { Address } from '../ui/address.tsx'
import { AreasOfReport } from '../ui/areas-of-report.tsx'
import { Due } from '../ui/due.tsx'
import { Elsewhere } from '../ui/elsewhere.tsx'
import { languageOf } from '../ui/language.ts'
import { StatusPill } from '../ui/status-pill.tsx'
import { type Step, Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'
import type { Opened } from './opened.ts'

type Props = { readonly t: Say; readonly guide: Guide; readonly clock: Clock; readonly opened: Opened }

/** What staff read of a report before its words: which it is, its state and how much time is left. */
export function ReportState({
  t,
  to,
  guide,
  clock,
  opened: { report, mergedInto, written },
}: Props & { readonly to: Paths }) {
  const category = guide.categories.get(report.categoryId)
  return (
    <>
      <p class="staff-line">
        <StatusPill t={t} status={report.status} />
        <Due {...{ t, report, city: guide.city, now: clock.now }} />
        {mergedInto !== null && (
          <a href={to.report(guide.city.id, mergedInto)}>{t('report.number', { number: mergedInto })}</a>
        )}
      </p>
      <p class="soft">
        {t('report.number', { number: report.number })} · {category?.name[t.locale]} · {t('desk.submitted')}{' '}
        <When t={t} at={report.submittedAt} clock={clock} />
      </p>
      {written && (
        <p class="soft">
          {t('report.written')} <When t={t} at={written} clock={clock} />
        </p>
      )}
    </>
  )
}

/** The author's words below the headline, as they were written. */
export function ReportWords({ report: { description, locale } }: { readonly report: Opened['report'] }) {
  const words = belowHeadline(description)
  return words ? (
    <p class="said" lang={locale}>
      {words}
    </p>
  ) : null
}

/** The facts beside the words: where, what was asked, whose it is, and who wrote. */
export function ReportFacts({ t, guide, clock, opened }: Props) {
  const { report, reader, names } = opened
  const as = readerOf(reader, report)
  const questions = asked(guide.categories.get(report.categoryId)?.questions ?? [], report.answers)
  const waited = daysWaited(
    opened.events.filter((event) => event.kind === 'moved'),
    clock.now,
  )
  const author = report.reporter ? names.get(report.reporter) : undefined
  return (
    <dl class="facts">
      <dt>{t('desk.place')}</dt>
      <dd>
        {report.address ? <Address t={t} address={report.address} /> : t('desk.no_address')}
        <AreasOfReport t={t} areas={opened.areas} />
        {report.location ? <Elsewhere t={t} point={report.location} /> : <p class="late">{t('desk.no_place')}</p>}
      </dd>
      {questions.map(({ id, label, answer }) => {
        const given = report.answers[id]
        const words =
          answer.kind === 'choice' ? answer.options.find((option) => option.id === given)?.label[t.locale] : given
        return words ? (
          <Fact key={id} name={label[t.locale]}>
            <span lang={answer.kind === 'choice' ? undefined : languageOf(words, t)}>{words}</span>
          </Fact>
        ) : null
      })}
      {report.organization && (
        <Fact name={t('desk.organization')}>{guide.organizations.get(report.organization)?.name[t.locale]}</Fact>
      )}
      {report.acceptedAt && (
        <Fact name={t('did.approve')}>
          <When t={t} at={report.acceptedAt} clock={clock} />
        </Fact>
      )}
      {waited !== null && (
        <Fact name={t(report.status === 'awaiting_answer' ? 'report.waiting' : 'report.waited')}>
          {t('report.waited_days', { days: waited })}
        </Fact>
      )}
      <Fact name={t('desk.author')}>
        {report.reporter === null
          ? t('desk.author_erased')
          : mayRead(as, 'author_surname', report) && author
            ? `${author.firstName} ${author.lastName}, ${author.email}`
            : (report.nameShown === 'first_name' && author?.firstName) || t('desk.author_hidden')}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What others did since a form was drawn; nothing where the form does not say when that was. */
export function NewsSince({ typed, ...props }: Props & { readonly typed: FieldsOf }) {
  const seen = text(typed, 'seen')
  return seen ? <ReportHistory {...props} since={Number(seen)} /> : null
}

/** Everything that happened after a moment, as far as the reader may know it, newest first. */
export function ReportHistory({ t, guide, clock, opened, since = 0 }: Props & { readonly since?: number }) {
  const { report, reader, events } = opened
  const as = readerOf(reader, report)
  const readable = events
    .filter(({ seq }) => seq > since)
    .filter((event) => event.kind === 'submitted' || mayReadStep(event, opened))
  const steps = readable.toReversed().map((event): Step => {
    const may = event.kind === 'moved' && (event.act.kind === 'add' || mayReadNote(as, event.act.kind, report))
    return {
      key: event.seq,
      status: event.kind === 'moved' ? event.to : 'submitted',
      title: t(`did.${event.kind === 'moved' ? event.act.kind : 'submitted'}`),
      when: <When t={t} at={event.at} clock={clock} />,
      ...(may ? wordsOf(event, t) : {}),
      more: <More {...{ t, guide, opened, event }} />,
    }
  })
  return <Timeline steps={steps} />
}

type MoreProps = Omit<Props, 'clock'> & { readonly event: Recorded }

/** By whom, to which organization, and as what a moderator or the author has it now. */
function More({ t, guide, opened, event }: MoreProps) {
  const act = event.kind === 'moved' ? event.act : null
  const organization = act && 'organization' in act && guide.organizations.get(act.organization)?.name[t.locale]
  const category = act && 'categoryId' in act && act.categoryId && guide.categories.get(act.categoryId)?.name[t.locale]
  return (
    <>
      <p class="soft">
        {act?.kind === 'add' ? byAdder(event.seq, opened, t) : byWhom(event, opened, guide, t)}
        {organization && ` → ${organization}`}
      </p>
      {category && <p class="soft">{t('desk.as_category', { category })}</p>}
    </>
  )
}

/** An addition's own step is for whom the addition is. */
function mayReadStep({ seq, act }: Extract<Recorded, { kind: 'moved' }>, { report, reader, additions }: Opened) {
  if (act.kind === 'add') return additions.some((one) => one.seq === seq)
  return mayReadEvent(readerOf(reader, report), act.kind, report)
}

function wordsOf(event: Recorded, t: Say): Pick<Step, 'reason' | 'said' | 'language'> {
  if (event.kind === 'submitted') return {}
  const { act } = event
  const reason = 'reason' in act ? t(`${reasonPrefix[act.kind]}.${act.reason}` as Key) : ''
  const said = 'note' in act ? act.note : 'question' in act ? act.question : 'answer' in act ? act.answer : ''
  const until = 'until' in act ? ` (${dateInWords(act.until, t)})` : ''
  return { reason: reason + until, said, language: languageOf(said, t) }
}

const reasonPrefix = {
  reject: 'reject',
  decline_addition: 'reject',
  postpone: 'delay',
  extend: 'extension',
  decline: 'decline',
} as const

function byAdder(seq: number, { additions }: Opened, t: Say): string {
  const addition = additions.find((one) => one.seq === seq)
  return addition ? t(`addition.from.${addition.by}`) : ''
}

function byWhom({ by }: Recorded, { names, report }: Opened, guide: Guide, t: Say): string {
  const organization = 'organization' in by ? (guide.organizations.get(by.organization)?.name[t.locale] ?? '') : ''
  if (by.kind === 'correspondent') return t('desk.by_link', { organization })
  if (by.kind === 'resident') return t('desk.by_author')
  const person = 'id' in by && by.id !== report.reporter ? names.get(by.id) : undefined
  return [person && `${person.firstName} ${person.lastName}`, organization].filter(Boolean).join(', ')
}
