import * as drafts from '#src/store/drafts.ts'
import type { Context } from '../context.ts'
import { draftKey, ownFields } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import type { ReturnedOpinion } from './ask-solved.tsx'
import { opinionIn } from './take-opinion.ts'

/** The session ended meanwhile: what was written waits under the form's key. */
export async function keepOpinion(countTry: CountTry, context: Context<'sayOpinion'>): Promise<Response> {
  const { guide, holes, means, network, now, request, to, seeOther, problem } = context
  const seconds = await countTry('draft_from_network', network, now)
  if (seconds !== null) return problem({ kind: 'too_many', seconds })
  const read = await readFields(request)
  if (!read.ok) return problem(read.problem)
  const key = draftKey(read.value)
  const back = to.report(guide.city.id, holes.number)
  const typed = ownFields(read.value, (name) => name === 'solved' || name === 'note')
  if (key) await drafts.keep(means.store.of(guide.city.id), key, typed, now)
  const there = key ? `${back}?opinion=${key}#solved` : back
  return seeOther(`${to.signIn()}?${new URLSearchParams({ continue: there })}`)
}

/** What the address names as kept; null when it names nothing, or that is gone. */
export async function keptOpinion({
  url,
  guide,
  means,
  t,
}: Pick<Context<'report'>, 'url' | 'guide' | 'means' | 't'>): Promise<ReturnedOpinion | null> {
  const key = draftKey({ key: url.searchParams.getAll('opinion') })
  const typed = key && (await drafts.find(means.store.of(guide.city.id), key))
  if (!typed) return null
  const { solved, note } = opinionIn(typed)
  return { solved, note, words: t('mine.signed_in_again') }
}
