import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { DraftKey, OrganizationId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import type { Media } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import type { FieldsOf } from '../form/fields.ts'
import { freshKey } from '../report-form/draft-cookie.ts'
import type { Offer } from './act-bar.tsx'
import { ActForm, asks } from './act-form.tsx'
import { LostAct } from './lost-act.tsx'
import { PlainAct } from './plain-act.tsx'

/** A form that came back: what was typed, what is wrong, and the files that have arrived. */
export type Refused = {
  readonly act: ActKind
  readonly problem: FormProblem | null
  readonly typed: FieldsOf
  readonly formKey: DraftKey | null
  readonly files: readonly Media[]
}

type OffersProps = {
  readonly t: Say
  readonly guide: Guide
  readonly report: Report
  readonly seen: number
  readonly now: Temporal.Instant
  readonly acts: readonly ActKind[]
  readonly actionOf: (act: ActKind) => string
  readonly refused: Refused | null
  /** What others did since the refused form was drawn. */
  readonly news: ComponentChildren
  /** Whom the city's rules hold responsible. */
  readonly proposed: OrganizationId | null
  readonly filesOf: (formKey: DraftKey, files: readonly Media[]) => ComponentChildren
  /** A map to put a point on, for the acts that may correct it. */
  readonly map?: ComponentChildren
}

/** Acts that stand beside the photo or the addition they are about, not among the others. */
export const inPlace: readonly ActKind[] = ['hide_media', 'show_media', 'show_addition', 'decline_addition']

/** What staff can do with a report, each with its form. Of a refused act that is not open any more, what was typed is still there. */
export function offersOf(props: OffersProps): readonly Offer[] {
  const { t, acts, refused, news } = props
  const open = acts.filter((act) => !inPlace.includes(act))
  const isGone = refused !== null && !open.includes(refused.act) && !inPlace.includes(refused.act)
  const gone: Offer[] = isGone
    ? [{ kind: refused.act, form: <LostAct {...{ t, news, ...refused }} />, folded: true, open: true, isOver: true }]
    : []
  const offers = open.flatMap((act): Offer[] => {
    const known = knownFor(act, props)
    const plain: Offer[] =
      known && refused?.act !== act ? [{ kind: act, form: plainForm(props, act, known), folded: false }] : []
    if (!asks(act) && plain.length > 0) return plain
    const words = known && asks(act) ? { words: t('acting.approve_changed') } : {}
    return [...plain, { kind: act, form: fullForm(props, act), folded: true, open: refused?.act === act, ...words }]
  })
  return [...gone, ...offers]
}

/** All that an act needs, where the page knows it already, so that a press is enough; null where a person has to say. */
function knownFor(act: ActKind, { report, proposed }: OffersProps): Readonly<Record<string, string>> | null {
  if (!asks(act)) return {}
  return act === 'approve' && report.location && proposed ? { organization: proposed } : null
}

function plainForm({ t, report, seen, actionOf }: OffersProps, act: ActKind, known: Readonly<Record<string, string>>) {
  return (
    <PlainAct t={t} report={report} act={act} action={actionOf(act)} formKey={freshKey()} seen={seen} known={known} />
  )
}

function fullForm(props: OffersProps, act: ActKind) {
  const { t, guide, report, seen, now, actionOf, refused, news, proposed, filesOf, map } = props
  const mine = refused?.act === act ? refused : null
  const formKey = mine?.formKey ?? freshKey()
  return (
    <ActForm
      {...{ t, guide, report, act, formKey, seen, now, proposed, map }}
      action={actionOf(act)}
      typed={mine?.typed ?? {}}
      problem={mine?.problem ?? null}
      news={mine?.problem ? news : null}
      files={filesOf(formKey, mine?.files ?? [])}
    />
  )
}
