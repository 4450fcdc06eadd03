import type { ComponentChildren } from 'preact'

import { type ActKind, declineReasons, delayReasons, extensionReasons, rejectReasons } from '#src/domain/act.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import { isPublic, type Point, type Report } from '#src/domain/report.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import { AreaField, type FormProblem, SelectField, TextField } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { wordsOf } from '../offline/words-of.ts'
import { NewTerm, Until } from './act-dates.tsx'
import { byRule } from './act-from-form.ts'
import { nameOfAct } from './act-name.ts'
import { ActQuestions } from './act-questions.tsx'
import { actWords } from './act-words.ts'
import { withBlanks } from './blanks.ts'
import { seenMain } from './merge-sure.ts'

export type ActFormProps = {
  readonly t: Say
  readonly guide: Guide
  readonly report: Report
  readonly act: ActKind
  /** Where the form is sent. */
  readonly action: string
  /** Minted for this form: the same form sent twice acts once, and its files wait under it. */
  readonly formKey: string
  /** The number of the report's last event, as the page shows it; null where nothing that happens makes the act wrong. */
  readonly seen: number | null
  readonly now: Temporal.Instant
  /** What the person had typed when the act was refused. */
  readonly typed?: FieldsOf
  readonly problem?: FormProblem | null
  /** What others did to the report since the form was drawn. */
  readonly news?: ComponentChildren
  /** Files that the report has, for the act that may take some out. */
  readonly sent?: ComponentChildren
  /** Files to add, for the acts that take some. */
  readonly files?: ComponentChildren
  /** Whom the city's rules hold responsible. */
  readonly proposed?: OrganizationId | null
  /** A map to put a point on, for the acts that may correct it. */
  readonly map?: ComponentChildren
}

export type PartProps = ActFormProps & { readonly problemAt: (field: string) => string | undefined }

type Part = (props: PartProps) => ComponentChildren

/** What each act asks for, beside the button. */
const parts: Record<ActKind, readonly Part[]> = {
  approve: [Category, Organization, Place],
  reject: [reasons('reject', rejectReasons), note('acting.to_author')],
  revise: [Category, ActQuestions, Description, Address, Place, Sent, Files],
  assign: [Organization, note()],
  start: [],
  ask: [note('acting.public')],
  answer: [note('acting.public'), Files],
  postpone: [reasons('delay', delayReasons), Until, note('acting.public')],
  extend: [reasons('extension', extensionReasons), NewTerm, note('acting.public')],
  resolve: [note('acting.public'), Files],
  decline: [reasons('decline', declineReasons), note('acting.public')],
  merge: [Into],
  separate: [Organization],
  confirm: [],
  reopen: [note('acting.public'), Files],
  withdraw: [Warning],
  note: [note('acting.to_staff')],
  add: [note('acting.added'), Files],
  show_addition: [],
  decline_addition: [],
  hide_media: [],
  show_media: [],
}

/** A place that is missing is what a moderator opens the form for. */
function partsOf(act: ActKind, { location }: Report): readonly Part[] {
  return act === 'approve' && !location ? parts.approve.toReversed() : parts[act]
}

/** False for an act whose button says all of it. */
export function asks(act: ActKind): boolean {
  return parts[act].length > 0
}

/** Acts that photos and videos come with. */
export const withFiles: readonly ActKind[] = ['revise', 'answer', 'resolve', 'reopen', 'add']

/** The form of one act: its fields as typed, what is wrong with them, and its button. The same on every page that offers acts. */
export function ActForm(props: ActFormProps) {
  const { t, guide, report, act, action, formKey, seen, problem, news, typed = {} } = props
  const problems = problem ? withBlanks(problem, { t, guide, report, act, typed }) : []
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.words
  return (
    <form
      method="post"
      action={action}
      class="form act-form"
      novalidate
      data-act-form={JSON.stringify(wordsOf(t, actWords))}
      data-named={nameOfAct(t, act, report)}
      {...(withFiles.includes(act) ? { enctype: 'multipart/form-data' } : {})}
    >
      {problems.length > 0 && (
        <div class="notice wrong" role="alert" tabIndex={-1} autofocus>
          {problems.map(({ field, words }) => (
            <p key={field}>{words}</p>
          ))}
          {news}
        </div>
      )}
      {/* The first button is what Enter in a field presses: it must not be one that takes a photo away. */}
      {withFiles.includes(act) && (
        <button type="submit" class="hidden-words" tabIndex={-1} aria-hidden="true">
          {t(`act.${act}`)}
        </button>
      )}
      {/* Enter in a field presses this one, and so nothing: letters go out at once, and nothing calls them back. */}
      {act === 'approve' && <button type="submit" class="hidden-words" tabIndex={-1} aria-hidden="true" disabled />}
      <input type="hidden" name="key" value={formKey} />
      {seen !== null && <input type="hidden" name="seen" value={seen} />}
      {partsOf(act, report).map((Part, index) => (
        <Part key={index} {...props} problemAt={problemAt} />
      ))}
      <button
        type="submit"
        class={act === 'withdraw' || act === 'reject' || act === 'decline' ? 'button danger' : 'button'}
      >
        {t(`act.${act}`)}
      </button>
    </form>
  )
}

function note(hint?: Key): Part {
  return function Note({ t, act, typed = {}, problemAt }) {
    const label = `acting.note.${act}`
    return (
      <AreaField
        name="note"
        id={`${act}-note`}
        label={t(label as Key)}
        hint={hint && t(hint)}
        value={text(typed, 'note')}
        problem={problemAt('note')}
      />
    )
  }
}

function reasons(prefix: 'reject' | 'delay' | 'extension' | 'decline', list: readonly string[]): Part {
  return function Reason({ t, act, typed = {}, problemAt }) {
    return (
      <SelectField
        name="reason"
        id={`${act}-reason`}
        label={t('acting.reason')}
        none={t('acting.choose')}
        value={text(typed, 'reason')}
        choices={list.map((reason) => ({ value: reason, words: t(`${prefix}.${reason}` as Key) }))}
        problem={problemAt('reason')}
      />
    )
  }
}

function Organization({ t, act, guide, report, proposed, typed = {}, problemAt }: PartProps) {
  const preset = { assign: '', approve: proposed ? byRule : '', separate: report.organization ?? proposed ?? '' }
  const others = [...guide.organizations.values()].filter(({ id }) => act !== 'assign' || id !== report.organization)
  const choices = others.map(({ id, name }) => ({ value: id as string, words: name[t.locale] }))
  return (
    <SelectField
      name="organization"
      id={`${act}-organization`}
      label={t('acting.organization')}
      none={t('acting.choose')}
      value={'organization' in typed ? text(typed, 'organization') : preset[act as keyof typeof preset]}
      choices={act === 'approve' ? [{ value: byRule, words: t('acting.by_rule') }, ...choices] : choices}
      problem={problemAt('organization')}
    />
  )
}

/** One that takes no reports now is not offered, but as the report's own. */
function Category({ t, act, guide, report, typed = {}, problemAt }: PartProps) {
  const groups = guide.groups.map(({ id, name }) => ({
    words: name[t.locale],
    choices: [...guide.categories.values()]
      .filter(({ group, open, id: category }) => group === id && (open || category === report.categoryId))
      .map((category) => ({ value: category.id, words: category.name[t.locale] })),
  }))
  const value = text(typed, 'category') || report.categoryId
  return (
    <SelectField
      name="category"
      id={`${act}-category`}
      label={t('acting.category')}
      hint={act === 'approve' && Object.keys(report.answers).length > 0 ? t('acting.category_drops') : undefined}
      value={value}
      choices={groups.filter(({ choices }) => choices.length > 0)}
      problem={problemAt('category')}
    />
  )
}

function Place({ t, act, guide, report, typed = {}, map, problemAt }: PartProps) {
  const problem = problemAt('place')
  // Out of a form that comes back without a point it was taken.
  const isBack = 'lng' in typed || (act === 'revise' && Object.keys(typed).length > 0)
  const point = isBack ? null : report.location
  return (
    <fieldset class="field" id={`${act}-place`}>
      <legend>{t('acting.place')}</legend>
      {act === 'approve' && !report.location && <p class="hint">{t('acting.place_missing')}</p>}
      {problem && <p class="error">{problem}</p>}
      <input type="hidden" name="lng" value={text(typed, 'lng') || (point?.lng ?? '')} />
      <input type="hidden" name="lat" value={text(typed, 'lat') || (point?.lat ?? '')} />
      {map}
      {act === 'approve' && (
        <TextField
          name="point"
          id="approve-point"
          label={t('acting.point')}
          hint={t('acting.point_hint', { example: pointWords(guide.city.center) })}
          problem={problemAt('point')}
          value={'point' in typed ? text(typed, 'point') : report.location ? pointWords(report.location) : ''}
        />
      )}
    </fieldset>
  )
}

/** As maps give a point, and as the form takes it. */
function pointWords({ lat, lng }: Point): string {
  return `${lat.toFixed(6)}, ${lng.toFixed(6)}`
}

function Description({ t, report, typed = {}, problemAt }: PartProps) {
  const value = 'note' in typed ? text(typed, 'note') : report.description
  return (
    <AreaField
      name="note"
      id="revise-note"
      label={t('acting.note.revise')}
      rows={6}
      value={value}
      problem={problemAt('note')}
    />
  )
}

function Address({ t, report, typed = {}, problemAt }: PartProps) {
  const value = 'address' in typed ? text(typed, 'address') : report.address
  return (
    <TextField
      name="address"
      id="revise-address"
      label={t('acting.address')}
      value={value}
      problem={problemAt('address')}
    />
  )
}

function Into({ t, report, typed = {}, problemAt }: PartProps) {
  return (
    <>
      <TextField
        name="into"
        id="merge-into"
        inputMode="numeric"
        label={t('acting.into')}
        hint={t('acting.into_hint')}
        value={text(typed, 'into')}
        problem={problemAt('into')}
      />
      {text(typed, seenMain) && <input type="hidden" name={seenMain} value={text(typed, seenMain)} />}
      {!isPublic(report) && <p>{t('acting.merge_publishes')}</p>}
    </>
  )
}

function Sent({ sent }: PartProps) {
  return sent
}

function Files({ files, problemAt }: PartProps) {
  const problem = problemAt('files')
  return (
    <>
      {problem && <p class="error">{problem}</p>}
      {files}
    </>
  )
}

function Warning({ t }: PartProps) {
  return <p>{t('acting.withdraw_sure')}</p>
}
