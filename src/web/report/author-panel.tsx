import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Appeal } from '#src/domain/appeal.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey } from '#src/domain/id.ts'
import { hideable, reopenUntil } from '#src/domain/lifecycle.ts'
import { isPublic, type Report } from '#src/domain/report.ts'
import type { Media, ReportMedia } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, whenInWords } from '#src/text/time.ts'
import { ActForm } from '../acts/act-form.tsx'
import { LostAct } from '../acts/lost-act.tsx'
import { SentFiles } from '../acts/sent-files.tsx'
import type { FormProblem } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { InstallOffer } from '../install/install-offer.tsx'
import { MapFrame } from '../map/map-frame.tsx'
import { type Asked, AskSolved, type ReturnedOpinion } from '../opinion/ask-solved.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import { Said } from '../ui/said.tsx'
import { When } from '../ui/when.tsx'
import { reasonWords, wordsWith } from './event-words.ts'
import { OwnAppeal } from './own-appeal.tsx'
import type { ShownReport } from './shown-report.ts'

/** A form that came back, with all that was typed and attached. */
export type Returned = {
  readonly act: ActKind
  readonly problem: FormProblem | null
  readonly typed: FieldsOf
  readonly formKey: DraftKey
  readonly files: readonly Media[]
}

export type AuthorPanelProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  readonly report: Report
  readonly shown: ShownReport
  /** All files of the report. */
  readonly media: readonly ReportMedia[]
  /** The number of the report's last change, for forms to carry. */
  readonly seen: number
  /** The acts that are open to the author now. */
  readonly acts: readonly ActKind[]
  /** What the author is asked of the answer; null while there is none. */
  readonly asked: Asked | null
  /** An opinion that could not be taken. */
  readonly opinion: ReturnedOpinion | null
  /** What made the report a formal appeal. */
  readonly appeal: Appeal | null
  /** When it was written, where that was well before it came. */
  readonly written: Temporal.Instant | null
  readonly returned: Returned | null
  /** The act that was just done. */
  readonly done: ActKind | null
  /** The report itself was just sent. */
  readonly wasSent: boolean
  /** What may be wanted after that. */
  readonly offer: ComponentChildren
}

/** What the report waits for, and what its author can do about it. */
export function AuthorPanel(props: AuthorPanelProps) {
  const { t, to, guide, clock, report, shown, acts, asked, written, returned, wasSent, offer } = props
  // A page that is opened again says no longer what was done: others have gone on.
  const done = shown.events.at(-1)?.act === props.done ? props.done : null
  const others = acts.filter((act) => !inQuestion.includes(act) && act !== 'add')
  return (
    <section class="mine card" aria-labelledby="mine">
      <h2 id="mine">{t('mine.title')}</h2>
      {wasSent && <Notice kind="done">{t('mine.sent', { number: report.number })}</Notice>}
      {done && isDone(done) && <Notice kind="done">{t(`mine.done.${done}`)}</Notice>}
      {returned && !acts.includes(returned.act) && asked?.no !== 'opinion' && <LostAct t={t} {...returned} />}
      {written && (
        <p class="soft">
          {t('report.written')} <When t={t} at={written} clock={clock} />
        </p>
      )}
      {done !== 'confirm' && done !== 'withdraw' && <p>{t(waitsFor(report, guide))}</p>}
      {!isPublic(report) && <p class="soft">{t('mine.unseen')}</p>}
      {offer}
      {wasSent && <InstallOffer t={t} to={to} city={guide.city.id} />}
      <Prompt {...props} />
      <Solved {...props} />
      {others.map((act) => (
        <Act key={act} {...props} act={act} folded={!unfolded.includes(act)} />
      ))}
      <OwnAppeal {...props} />
      {acts.includes('reopen') && (
        <p class="soft">{t('mine.reopen_until', { when: whenInWords(reopenUntil(report, guide.city), clock, t) })}</p>
      )}
    </section>
  )
}

function waitsFor({ status, confirmed }: Report, { city }: Guide) {
  if (status === 'awaiting_answer' && city.policy.waitingStopsTerm) return 'mine.waits.awaiting_answer_stopped'
  return confirmed ? 'mine.waits.resolved_confirmed' : (`mine.waits.${status}` as const)
}

/** What the author is asked for; the other acts are a choice, and fold. */
const unfolded: readonly ActKind[] = ['revise', 'answer']

/** What the author says of an answer, where it is asked whether the problem is solved. */
const inQuestion: readonly ActKind[] = ['confirm', 'reopen']

const withFiles: readonly ActKind[] = ['revise', 'answer', 'reopen']

function Solved(props: AuthorPanelProps) {
  const { t, to, guide, report, seen, acts, asked, opinion, returned } = props
  if (!asked) return null
  const { city } = guide
  const reopens = acts.includes('reopen')
  return (
    <>
      {asked.no === 'opinion' && <p>{t('opinion.too_late')}</p>}
      <AskSolved
        {...{ t, asked, seen }}
        chosen={returned?.act === 'reopen' ? 'no' : null}
        returned={opinion ?? (reopens ? null : reopening(returned))}
        say={to.sayOpinion(city.id, report.number)}
        confirm={to.moveReport(city.id, report.number, 'confirm')}
        reopen={reopens && <Act {...props} act="reopen" folded={false} />}
      />
    </>
  )
}

/** The time to reopen ran out while it was written: what was written is an opinion's. */
function reopening(returned: Returned | null): ReturnedOpinion | null {
  if (returned?.act !== 'reopen' || !returned.problem) return null
  return { solved: false, note: text(returned.typed, 'note'), words: returned.problem.words }
}

function Act({ act, folded, ...props }: AuthorPanelProps & { readonly act: ActKind; readonly folded: boolean }) {
  const { t, to, guide, clock, report, media, seen, returned } = props
  const back = returned?.act === act ? returned : null
  const formKey = back?.formKey ?? freshKey()
  const { city } = guide
  const form = (
    <ActForm
      t={t}
      guide={guide}
      report={report}
      act={act}
      action={to.moveReport(city.id, report.number, act)}
      formKey={formKey}
      seen={seen}
      now={clock.now}
      {...(back ? { typed: back.typed, problem: back.problem } : {})}
      sent={
        act === 'revise' && (
          <SentFiles {...{ t, to }} files={media} offered={hideable(report)} typed={back?.typed ?? {}} />
        )
      }
      map={act === 'revise' && <MapFrame use={{ kind: 'place' }} locale={t.locale} guide={guide} />}
      files={
        withFiles.includes(act) && (
          <PhotoField
            t={t}
            to={to}
            city={city.id}
            formKey={formKey}
            files={back?.files ?? []}
            most={city.policy.mostMedia}
          />
        )
      }
    />
  )
  if (!folded) return form
  return (
    <details id={`act-${act}`} open={back !== null}>
      <summary>{t(`act.${act}`)}</summary>
      {form}
    </details>
  )
}

/** What a moderator or the organization wrote to the author, and waits for an answer to. */
function Prompt({ t, report, shown }: AuthorPanelProps) {
  if (report.status === 'rejected') {
    const event = shown.events.findLast(({ act }) => act === 'reject')
    const reason = event && reasonWords(t, event)
    return (
      <Notice kind="warning">
        {reason && (
          <p>
            <b>{t('mine.rejected', { reason })}</b>
          </p>
        )}
        {event && <Said t={t} words={wordsWith(event)} />}
      </Notice>
    )
  }
  if (report.status !== 'awaiting_answer') return null
  const question = shown.events.findLast(({ act }) => act === 'ask')
  return (
    <Notice>
      <p>
        <b>{t('mine.question')}</b>
      </p>
      {question && <Said t={t} words={wordsWith(question)} />}
    </Notice>
  )
}

const doneActs = ['revise', 'answer', 'confirm', 'reopen', 'withdraw'] as const

function isDone(act: ActKind): act is (typeof doneActs)[number] {
  return (doneActs as readonly ActKind[]).includes(act)
}
