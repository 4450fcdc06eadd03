import {
  type Act,
  type ActKind,
  declineReasons,
  delayReasons,
  extensionReasons,
  rejectReasons,
} from '#src/domain/act.ts'
import type { CategoryId, DraftKey, MediaId, OrganizationId, ReportId } from '#src/domain/id.ts'
import type { Point } from '#src/domain/report.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { characters, longest } from '#src/domain/words.ts'
import { draftKey, type FieldsOf, mediaIds, ownFields, pointOf, text } from '../form/fields.ts'
import { answersIn, isAnswer } from '../report-form/draft-from-form.ts'

/** What stands in a form of an act that can't be read as one; each belongs to a field. */
export type ActProblem =
  | { readonly kind: 'form_made_up' }
  | { readonly kind: 'note_long'; readonly most: number }
  | { readonly kind: 'address_long'; readonly most: number }
  | { readonly kind: 'answer_long'; readonly most: number }
  | { readonly kind: 'reason_not_chosen' }
  | { readonly kind: 'date_malformed' }
  | { readonly kind: 'organization_missing' }
  | { readonly kind: 'point_malformed' }
  | { readonly kind: 'number_missing' }
  | { readonly kind: 'number_malformed' }
  | { readonly kind: 'file_missing' }
  | { readonly kind: 'addition_missing' }

export type SentAct = {
  readonly key: DraftKey
  /** The number of the last event the person had seen; undefined where it does not matter. */
  readonly seen: number | undefined
  /** Acts that the same device sent before this one. */
  readonly after: readonly DraftKey[]
  readonly act: Act
}

/** What the form of an act can't say itself: the report that a number names, and whom the rules hold responsible. */
export type Lookups = {
  readonly reportByNumber: (number: number) => Promise<ReportId | null>
  readonly organizationFor: (category: CategoryId, location: Point | null) => Promise<OrganizationId | null>
}

/** In place of an organization: whoever is responsible for the category and the place that are chosen in the same form. */
export const byRule = 'by_rule'

const kept = [
  'note',
  'reason',
  'until',
  'organization',
  'category',
  'lng',
  'lat',
  'point',
  'address',
  'into',
  'addition',
]

/** What a person typed into the form of an act, to be shown again when the form can't be taken now. */
export function typedIntoAct(fields: FieldsOf): FieldsOf {
  return ownFields(fields, (name) => kept.includes(name) || isAnswer(name) || name.startsWith(without))
}

/** What a field is called that is ticked to take a file out of a report: each has its own, so that all are kept. */
const without = 'without.'

export function withoutField(file: MediaId): string {
  return without + file
}

/**
 * The only place that knows the field names of acts: `key`, `seen`, `note`, `reason`, `until`, `organization`,
 * `category`, `lng`, `lat`, `point`, `address`, `media`, `into`, `sure`, `file`, `addition`, `after`, `answer.*`,
 * `without.*`. Whether the act is allowed is the domain's business.
 */
export async function actFromForm(
  kind: ActKind,
  fields: FieldsOf,
  lookups: Lookups,
): Promise<Result<SentAct, ActProblem>> {
  const key = draftKey(fields)
  if (!key) return refuse({ kind: 'form_made_up' })
  const note = text(fields, 'note')
  const most = kind === 'revise' ? longest.description : longest.note
  if (characters(note) > most) return refuse({ kind: 'note_long', most })

  const act = await actOf(kind, note, fields, lookups)
  const seen = text(fields, 'seen')
  const after = (fields.after ?? []).flatMap((one) => draftKey({ key: [one] }) ?? [])
  return act.ok ? ok({ key, seen: /^\d{1,15}$/.test(seen) ? Number(seen) : undefined, after, act: act.value }) : act
}

async function actOf(
  kind: ActKind,
  note: string,
  fields: FieldsOf,
  lookups: Lookups,
): Promise<Result<Act, ActProblem>> {
  const media = mediaIds(fields)
  const organization = text(fields, 'organization') as OrganizationId
  switch (kind) {
    case 'start':
      return ok({ kind, note })
    case 'note':
      return ok({ kind, note })
    case 'confirm':
    case 'withdraw':
      return ok({ kind })
    case 'ask':
      return ok({ kind, question: note })
    case 'answer':
      return ok({ kind, answer: note, media })
    case 'resolve':
    case 'reopen':
    case 'add':
      return ok({ kind, note, media })
    case 'revise':
      return revision(fields, note, media)
    case 'assign':
      return organization ? ok({ kind, organization, note }) : refuse({ kind: 'organization_missing' })
    case 'separate':
      return organization ? ok({ kind, organization }) : refuse({ kind: 'organization_missing' })
    case 'approve':
      return approval(fields, organization, lookups)
    case 'reject': {
      const reason = rejectReasons.find((one) => one === text(fields, 'reason'))
      return reason ? ok({ kind, reason, note }) : refuse({ kind: 'reason_not_chosen' })
    }
    case 'decline': {
      const reason = declineReasons.find((one) => one === text(fields, 'reason'))
      return reason ? ok({ kind, reason, note }) : refuse({ kind: 'reason_not_chosen' })
    }
    case 'postpone':
      return postponement(fields, note)
    case 'extend':
      return extension(fields, note)
    case 'merge': {
      const number = text(fields, 'into').replace(/^№\s*/, '')
      if (!number) return refuse({ kind: 'number_missing' })
      const into = /^\d{1,9}$/.test(number) ? await lookups.reportByNumber(Number(number)) : null
      return into ? ok({ kind, into }) : refuse({ kind: 'number_malformed' })
    }
    case 'show_addition': {
      const addition = additionIn(fields)
      return addition ? ok({ kind, ...addition }) : refuse({ kind: 'addition_missing' })
    }
    case 'decline_addition': {
      const [addition, reason] = [additionIn(fields), rejectReasons.find((one) => one === text(fields, 'reason'))]
      if (!addition) return refuse({ kind: 'addition_missing' })
      return reason ? ok({ kind, ...addition, reason, note }) : refuse({ kind: 'reason_not_chosen' })
    }
    case 'hide_media':
    case 'show_media': {
      const [file] = mediaIds({ media: fields.file ?? [] })
      return file ? ok({ kind, media: file as MediaId }) : refuse({ kind: 'file_missing' })
    }
  }
}

/** Which addition, and which of its files (`addition`, `file`). */
function additionIn(fields: FieldsOf): { readonly addition: number; readonly files: readonly MediaId[] } | null {
  const seq = text(fields, 'addition')
  return /^\d{1,15}$/.test(seq) ? { addition: Number(seq), files: mediaIds({ media: fields.file ?? [] }) } : null
}

function revision(fields: FieldsOf, description: string, media: readonly MediaId[]): Result<Act, ActProblem> {
  const address = addressIn(fields)
  if (!address.ok) return address
  const answers = answersIn(fields, text(fields, 'category'))
  if (Object.values(answers).some((answer) => characters(answer) > longest.answer))
    return refuse({ kind: 'answer_long', most: longest.answer })
  const chosen = chosenIn(fields)
  if (!chosen.ok) return chosen
  const out = mediaIds({
    media: Object.keys(fields).flatMap((name) => (name.startsWith(without) ? name.slice(without.length) : [])),
  })
  // A form that was kept on a device may be from before its questions were asked here.
  const answered = Object.keys(answers).length > 0 ? { answers } : {}
  return ok({
    kind: 'revise',
    ...{ description, address: address.value, media },
    ...chosen.value,
    ...(out.length > 0 ? { without: out } : {}),
    ...answered,
  })
}

async function approval(
  fields: FieldsOf,
  chosen: string,
  { organizationFor }: Lookups,
): Promise<Result<Act, ActProblem>> {
  const location = pointOf(fields)
  const category = text(fields, 'category') as CategoryId
  const byRules = chosen === byRule && (await organizationFor(category, location ?? null))
  const organization = chosen === byRule ? byRules : (chosen as OrganizationId)
  if (!organization) return refuse({ kind: 'organization_missing' })
  const [corrections, address] = [chosenIn(fields), addressIn(fields)]
  if (!corrections.ok) return corrections
  if (!address.ok) return address
  const corrected = 'address' in fields ? { address: address.value } : {}
  return ok({ kind: 'approve', organization, ...corrections.value, ...corrected })
}

function addressIn(fields: FieldsOf): Result<string, ActProblem> {
  const address = text(fields, 'address').replace(/\s+/g, ' ')
  const most = longest.address
  return characters(address) > most ? refuse({ kind: 'address_long', most }) : ok(address)
}

/** The category and the point, where the form names them; null when its point was taken away. */
function chosenIn(
  fields: FieldsOf,
): Result<{ readonly categoryId?: CategoryId; readonly location?: Point | null }, ActProblem> {
  const location = pointOf(fields)
  const categoryId = text(fields, 'category') as CategoryId
  if (location === undefined) return refuse({ kind: 'point_malformed' })
  return ok({ ...(categoryId ? { categoryId } : {}), ...(location || 'lng' in fields ? { location } : {}) })
}

function postponement(fields: FieldsOf, note: string): Result<Act, ActProblem> {
  const reason = delayReasons.find((one) => one === text(fields, 'reason'))
  if (!reason) return refuse({ kind: 'reason_not_chosen' })
  const until = dateIn(fields)
  return until ? ok({ kind: 'postpone', reason, note, until }) : refuse({ kind: 'date_malformed' })
}

function extension(fields: FieldsOf, note: string): Result<Act, ActProblem> {
  const reason = extensionReasons.find((one) => one === text(fields, 'reason'))
  if (!reason) return refuse({ kind: 'reason_not_chosen' })
  const until = dateIn(fields)
  return until ? ok({ kind: 'extend', reason, note, until }) : refuse({ kind: 'date_malformed' })
}

function dateIn(fields: FieldsOf): Temporal.PlainDate | null {
  const date = text(fields, 'until')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return null
  }
}
