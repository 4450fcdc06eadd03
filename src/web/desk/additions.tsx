import type { ComponentChildren } from 'preact'

import { type ActKind, rejectReasons } from '#src/domain/act.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import type { Refused } from '../acts/offers-of.tsx'
import { AreaField, SelectField } from '../form/field.tsx'
import { text } from '../form/fields.ts'
import { freshKey } from '../report-form/draft-cookie.ts'
import type { Paths } from '../routes.ts'
import { Said } from '../ui/said.tsx'
import { When } from '../ui/when.tsx'
import type { Opened, OpenedAddition } from './opened.ts'
import { ReportMediaList } from './report-media.tsx'

type Props = {
  readonly t: Say
  readonly to: Paths
  readonly clock: Clock
  readonly opened: Opened
  /** Added to the addresses of files, for a reader who shows a private link instead of a session. */
  readonly pass?: string
  /** What a moderator may do with one. */
  readonly moderate?: (addition: OpenedAddition) => ComponentChildren
}

/** What residents added to a report, what no moderator has looked at first. */
export function Additions({ t, to, clock, opened: { report, additions }, pass = '', moderate }: Props) {
  if (additions.length === 0) return null
  const waitingFirst = additions.toSorted((one, other) => rank(one) - rank(other) || one.seq - other.seq)
  return (
    <section class="stack tight" id="additions">
      <h2>{t('addition.residents')}</h2>
      <ul class="desk-additions">
        {waitingFirst.map((addition) => (
          <li key={addition.seq} class={addition.state === 'waiting' ? 'is-waiting' : undefined}>
            <p class="staff-line">
              <b>{t(`addition.from.${addition.by}`)}</b>
              <span class="soft">
                <When t={t} at={addition.at} clock={clock} />
              </span>
              <span class={addition.state === 'waiting' ? 'late' : 'soft'}>{t(stateWords[addition.state])}</span>
            </p>
            <Said t={t} words={addition.words} />
            <ReportMediaList
              {...{ t, to, pass }}
              number={report.number}
              media={addition.files.map((file) => asJudged(file, addition))}
            />
            {moderate?.(addition)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What waits is looked at to be judged: not faded as what a moderator has hidden. */
function asJudged(file: OpenedAddition['files'][number], { state }: OpenedAddition) {
  return state === 'waiting' ? { ...file, hidden: false } : file
}

const stateWords = {
  waiting: 'addition.unchecked',
  shown: 'addition.state.shown',
  declined: 'addition.declined',
} as const

function rank({ state }: OpenedAddition): number {
  return ['waiting', 'shown', 'declined'].indexOf(state)
}

type ModerateProps = {
  readonly t: Say
  readonly addition: OpenedAddition
  /** The last step that the page shows: a decision of somebody else, made since, is not undone unseen. */
  readonly seen: number
  readonly action: (act: ActKind) => string
  /** A form that came back, if it is this addition's. */
  readonly refused: Refused | null
}

/** True when what was typed stands in the form of the addition that it is about: there is none to decline what is declined. */
export function isBackInPlace({ act, typed }: Refused, additions: readonly OpenedAddition[]): boolean {
  const addition = additions.find(({ seq }) => String(seq) === text(typed, 'addition'))
  return act === 'decline_addition' && addition !== undefined && addition.state !== 'declined'
}

/** To show an addition to everyone, or to decline it with a reason; also the other way round, later. */
export function ModerateAddition({ t, addition, seen, action, refused }: ModerateProps) {
  const { seq, files, state } = addition
  const back = refused?.act === 'decline_addition' && text(refused.typed, 'addition') === String(seq) ? refused : null
  const problemAt = (field: string) => (back?.problem?.field === field ? back.problem.words : undefined)
  const carried = (
    <>
      <input type="hidden" name="key" value={freshKey()} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="addition" value={seq} />
      {files.map(({ id }) => (
        <input key={id} type="hidden" name="file" value={id} />
      ))}
    </>
  )
  return (
    <div class="desk-addition-acts">
      {state !== 'shown' && (
        <form method="post" action={action('show_addition')}>
          {carried}
          <button type="submit" class="button small">
            {t('act.show_addition')}
          </button>
        </form>
      )}
      {state !== 'declined' && (
        <details open={back !== null}>
          <summary class="button danger small">{t('act.decline_addition')}</summary>
          <form method="post" action={action('decline_addition')} class="form">
            {carried}
            <SelectField
              name="reason"
              id={`decline-${seq}-reason`}
              label={t('acting.reason')}
              none={t('acting.choose')}
              value={text(back?.typed ?? {}, 'reason')}
              choices={rejectReasons.map((reason) => ({ value: reason, words: t(`reject.${reason}`) }))}
              problem={problemAt('reason')}
              autofocus={problemAt('reason') !== undefined}
            />
            <AreaField
              name="note"
              id={`decline-${seq}-note`}
              label={t('acting.note.decline_addition')}
              hint={t('acting.to_adder')}
              value={text(back?.typed ?? {}, 'note')}
              problem={problemAt('note')}
              autofocus={problemAt('note') !== undefined}
            />
            <button type="submit" class="button danger">
              {t('act.decline_addition')}
            </button>
          </form>
        </details>
      )}
    </div>
  )
}
