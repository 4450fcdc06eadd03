import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { headline } from '#src/domain/headline.ts'
import { isPublic } from '#src/domain/report.ts'
import { isOpen } from '#src/domain/support.ts'
import { ActBar } from '../acts/act-bar.tsx'
import { LostAct } from '../acts/lost-act.tsx'
import { seenMain } from '../acts/merge-sure.ts'
import { inPlace, offersOf, type Refused } from '../acts/offers-of.tsx'
import { proposalFor } from '../acts/proposal-for.ts'
import type { Context } from '../context.ts'
import { TextField } from '../form/field.tsx'
import { text } from '../form/fields.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { FindPlace } from '../places/find-place.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import { Additions, isBackInPlace, ModerateAddition } from './additions.tsx'
import { NearList } from './near-list.tsx'
import type { Neighbour, Opened } from './opened.ts'
import { Proposal } from './proposal.tsx'
import { ReportMediaList } from './report-media.tsx'
import { StaffReport } from './report-page.tsx'
import { NewsSince } from './report-panel.tsx'

type Options = {
  readonly acts: ReadonlyMap<ActKind, Actor>
  readonly action: (act: ActKind) => string
  readonly hrefOf: (number: number) => string
  readonly refused: Refused | null
  readonly top: ComponentChildren
  readonly way: ComponentChildren
}

/** The open report as the desk shows it, with a form for each act that is open to the person. */
export function openedPage(
  context: Context<'deskReport' | 'deskMove'>,
  opened: Opened,
  options: Options,
): { title: string; article: ComponentChildren } {
  const { t, to, guide, now } = context
  const { report, seen } = opened
  const { acts, action, hrefOf, refused, top, way } = options
  const { city } = guide
  const route = proposalFor(report, opened.areas, guide)
  const clock = { timeZone: city.timeZone, now }
  const { typed, problem } = refused?.act === 'approve' ? refused : { typed: null, problem: null }
  const wrongIn = (field: string) => (problem?.field === field ? problem.words : undefined)
  const news = <NewsSince {...{ t, guide, clock, opened }} typed={refused?.typed ?? {}} />
  const offers = offersOf({
    t,
    guide,
    report,
    seen,
    now,
    acts: [...acts.keys()],
    actionOf: action,
    refused,
    proposed: route?.organization ?? null,
    news,
    filesOf: (formKey, files) => (
      <PhotoField {...{ t, to, formKey, files }} city={city.id} most={city.policy.mostMedia} />
    ),
    map: (
      <>
        <FindPlace {...{ t, to }} city={city.id}>
          <TextField
            name="address"
            id="approve-address"
            label={t('acting.address')}
            hint={t('acting.address_hint')}
            problem={wrongIn('address')}
            value={typed && 'address' in typed ? text(typed, 'address') : report.address}
            autocomplete="off"
          />
        </FindPlace>
        <MapFrame use={{ kind: 'place', corrects: true }} locale={t.locale} guide={guide} />
      </>
    ),
  })
  // An act beside what it is about may have nothing to come back to: what refused it is said on top, with what was typed.
  const wrong = refused?.problem && inPlace.includes(refused.act) ? refused : null
  const isBack = wrong !== null && isBackInPlace(wrong, opened.additions)
  const isSaidThere = isBack && ['reason', 'note'].includes(wrong.problem?.field ?? '')
  const near = opened.near.map(({ location, status }) => ({ location, status }))
  const article = (
    <StaffReport
      {...{ t, to, guide, clock, opened, way }}
      message={to.deskMessage(city.id, report.number)}
      top={
        <>
          {top}
          {wrong && !isSaidThere && (
            <LostAct {...{ t, news }} problem={wrong.problem} typed={isBack ? {} : wrong.typed} />
          )}
        </>
      }
      media={<Media context={context} opened={opened} acts={acts} action={action} />}
      map={
        report.location && (
          <MapFrame
            use={{ kind: 'report', point: report.location, status: report.status, near }}
            locale={t.locale}
            guide={guide}
          />
        )
      }
      additions={
        <Additions
          {...{ t, to, clock, opened }}
          {...(acts.has('show_addition') && {
            moderate: (addition) => <ModerateAddition {...{ t, addition, seen, action, refused }} />,
          })}
        />
      }
      near={
        <NearList
          {...{ t, to, clock, hrefOf }}
          near={opened.near}
          mergeInto={acts.has('merge') ? (main) => <MergeInto {...{ context, opened, action, main }} /> : null}
        />
      }
      acts={
        <ActBar
          t={t}
          offers={offers}
          lead={acts.has('approve') && <Proposal {...{ t, guide, report, route }} areas={opened.areas} />}
        />
      }
    />
  )
  return { title: `${t('report.number', { number: report.number })} ${headline(report.description)}`, article }
}

type PartProps = {
  readonly context: Context<'deskReport' | 'deskMove'>
  readonly opened: Opened
  readonly action: (act: ActKind) => string
}

/** The files, each with the button that hides or shows it where the person may. */
function Media({ context: { t, to }, opened, action, acts }: PartProps & { readonly acts: Options['acts'] }) {
  const { report, media, events } = opened
  const several = media.length > 1
  const moderate = (file: Opened['media'][number]) => {
    const possible = file.unseen
      ? (['show_media', 'hide_media'] as const)
      : ([file.hidden ? 'show_media' : 'hide_media'] as const)
    const wordOf = (act: (typeof possible)[number]) => {
      if (file.unseen && act === 'hide_media') return 'desk.keep_hidden'
      return file.kind === 'video' ? (`desk.video.${act}` as const) : (`act.${act}` as const)
    }
    return possible
      .filter((act) => acts.has(act))
      .map((act) => (
        <form key={act} method="post" action={action(act)}>
          <input type="hidden" name="key" value={freshKey()} />
          <input type="hidden" name="file" value={file.id} />
          <button type="submit" class="button quiet small">
            {t(wordOf(act))}
            {several && <span class="hidden-words"> {media.indexOf(file) + 1}</span>}
          </button>
        </form>
      ))
  }
  return <ReportMediaList {...{ t, to, media, events, moderate }} number={report.number} />
}

function MergeInto({ context: { t }, opened, action, main }: PartProps & { readonly main: Neighbour }) {
  const { number } = main
  return (
    <form method="post" action={action('merge')}>
      <input type="hidden" name="key" value={freshKey()} />
      <input type="hidden" name="seen" value={opened.seen} />
      <input type="hidden" name="into" value={number} />
      <input type="hidden" name={seenMain} value={number} />
      {!isOpen(main) && <p class="late">{t('acting.main_closed')}</p>}
      {!isPublic(opened.report) && <p class="soft">{t('acting.merge_publishes')}</p>}
      <button type="submit" class="button small">
        {t('desk.merge_into', { number })}
      </button>
    </form>
  )
}
