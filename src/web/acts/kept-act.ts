import type { ActKind } from '#src/domain/act.ts'
import type { DraftKey } from '#src/domain/id.ts'
import * as drafts from '#src/store/drafts.ts'
import { type Media, waitingFor } from '#src/store/media.ts'
import type { Context } from '../context.ts'
import type { FormProblem } from '../form/field.tsx'
import { draftKey, type FieldsOf } from '../form/fields.ts'
import { readForm } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import { refusedFileWords } from '../uploads/file-problem-words.ts'
import { takeFiles } from '../uploads/take-files.ts'
import { typedIntoAct } from './act-from-form.ts'
import { isActKind } from './take-act.ts'

/** A form of an act that waited while its author signed in again. */
export type KeptAct = {
  readonly act: ActKind
  readonly problem: FormProblem
  readonly typed: FieldsOf
  readonly formKey: DraftKey
  readonly files: readonly Media[]
}

/** Beside what was typed: which files were not taken, to be told once their sender is back. */
const refused = 'refused_files'

/**
 * The session ended while the form was filled in: it waits, with its files, under its key. Leads to sign in, and from
 * there `back`, where `query` also names the act (`act`) and the key (`draft`).
 */
export async function keepAct(
  countTry: CountTry,
  context: Context<'moveReport' | 'deskMove'>,
  back: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { request, guide, holes, means, now, t, to, seeOther, problem } = context
  const seconds = await countTry('upload_from_network', context.network, now)
  if (seconds !== null) return problem({ kind: 'too_many', seconds })

  const read = await readForm(request)
  if (!read.ok) return problem(read.problem)
  await using form = read.value
  const key = draftKey(form.fields)
  if (!key) return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: back })}`)

  const { problems } = await takeFiles(countTry, context, guide, key, form)
  const typed = {
    ...typedIntoAct(form.fields),
    ...(problems.length > 0 && { [refused]: [refusedFileWords(problems, t)] }),
  }
  await drafts.keep(means.store.of(guide.city.id), key, typed, now)
  const there = `${back}?${new URLSearchParams({ ...query, act: holes.act, draft: key })}`
  return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: there })}`)
}

/** The form that the address names as kept. Null when it names none, or it is gone. */
export async function keptAct({
  url,
  guide,
  means,
  t,
}: Pick<Context<'report' | 'addition' | 'deskReport'>, 'url' | 'guide' | 'means' | 't'>): Promise<KeptAct | null> {
  const act = url.searchParams.get('act') ?? ''
  const formKey = draftKey({ key: url.searchParams.getAll('draft') })
  if (!formKey || !isActKind(act)) return null

  const tx = means.store.of(guide.city.id)
  const typed = await drafts.find(tx, formKey)
  if (!typed) return null
  return {
    act,
    problem: { field: '', words: [t('mine.signed_in_again'), ...(typed[refused] ?? [])].join('\n') },
    typed,
    formKey,
    files: await waitingFor(tx, formKey),
  }
}
