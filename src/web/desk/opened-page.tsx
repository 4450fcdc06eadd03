import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Actor } from '#src/domain/actor.ts'
import { headline } from '#src/domain/headline.ts'
import type { DraftKey } from '#src/domain/id.ts'
import type { Media } from '#src/store/media.ts'
import { ActForm } from '../acts/act-form.tsx'
import type { Context } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import type { FieldsOf } from '../form/fields.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { freshKey } from '../report-form/draft-cookie.ts'
import { PhotoField } from '../report-form/photo-field.tsx'
import type { Opened } from './opened.ts'
import { ReportMediaList } from './report-media.tsx'
import { DeskReport } from './report-page.tsx'

/** A form that came back: what was typed, what is wrong, and the files that have arrived. */
export type Refused = {
  readonly act: ActKind
  readonly problem: FormProblem | null
  readonly typed: FieldsOf
  readonly formKey: DraftKey | null
  readonly files: readonly Media[]
}

type Options = {
  readonly acts: ReadonlyMap<ActKind, Actor>
  readonly action: (act: ActKind) => string
  readonly back: string
  readonly hrefOf: (number: number) => string
  readonly refused: Refused | null
  readonly done: ActKind | null
}

/** Acts that stand beside a photo, not among the others. */
const besidePhotos: readonly ActKind[] = ['hide_media', 'show_media']

/** The open report as the desk shows it, with a form for each act that is open to the person. */
export function openedPage(
  context: Context<'deskReport' | 'deskMove'>,
  opened: Opened,
  options: Options,
): { title: string; article: ComponentChildren } {
  const { t, to, guide, now, hasBasemap } = context
  const { report, seen } = opened
  const { acts, action, back, hrefOf, refused, done } = options
  const clock = { timeZone: guide.city.timeZone, now }
  const picker = <MapFrame use={{ kind: 'place' }} locale={t.locale} guide={guide} hasBasemap={hasBasemap} />
  const formOf = (act: ActKind) => {
    const mine = refused?.act === act ? refused : null
    const formKey = mine?.formKey ?? freshKey()
    return (
      <ActForm
        t={t}
        guide={guide}
        report={report}
        act={act}
        action={action(act)}
        formKey={formKey}
        seen={seen}
        now={now}
        typed={mine?.typed ?? {}}
        problem={mine?.problem ?? null}
        files={
          <PhotoField
            t={t}
            to={to}
            city={guide.city.id}
            formKey={formKey}
            files={mine?.files ?? []}
            most={guide.city.policy.mostMedia}
          />
        }
        map={picker}
      />
    )
  }
  const kinds = [...acts.keys()].filter((act) => !besidePhotos.includes(act))
  // A refused act that is not open any more is still shown, with what was typed: nothing is lost.
  const shown =
    refused && !kinds.includes(refused.act) && !besidePhotos.includes(refused.act) ? [refused.act, ...kinds] : kinds
  const canModerate = acts.has('hide_media') || acts.has('show_media')
  const article = (
    <DeskReport
      t={t}
      to={to}
      guide={guide}
      clock={clock}
      opened={opened}
      acts={shown.map((kind) => ({ kind, form: formOf(kind) }))}
      openAct={refused?.act ?? null}
      done={done}
      back={back}
      hrefOf={hrefOf}
      mergeInto={
        acts.has('merge')
          ? (number) => (
              <form method="post" action={action('merge')}>
                <input type="hidden" name="key" value={freshKey()} />
                <input type="hidden" name="seen" value={seen} />
                <input type="hidden" name="into" value={number} />
                <button type="submit" class="button quiet small">
                  {t('desk.merge_into', { number })}
                </button>
              </form>
            )
          : null
      }
      map={
        report.location && !acts.has('approve') ? (
          <MapFrame
            use={{ kind: 'report', point: report.location, status: report.status }}
            locale={t.locale}
            guide={guide}
            hasBasemap={hasBasemap}
          />
        ) : null
      }
      media={
        <ReportMediaList
          t={t}
          to={to}
          number={report.number}
          media={opened.media}
          {...(canModerate
            ? {
                moderate: (file) => {
                  const act = file.hidden ? 'show_media' : 'hide_media'
                  return (
                    <form method="post" action={action(act)}>
                      <input type="hidden" name="key" value={freshKey()} />
                      <input type="hidden" name="file" value={file.id} />
                      <button type="submit" class="button quiet small">
                        {t(`act.${act}`)}
                      </button>
                    </form>
                  )
                },
              }
            : {})}
        />
      }
    />
  )
  return { title: t('report.number', { number: report.number }) + ' ' + headline(report.description), article }
}
