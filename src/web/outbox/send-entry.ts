import { type KeptFile, keptFiles } from '../report-form/kept-files.ts'
import type { Sending, ToSend } from '../uploads/send-resumable.ts'
import type { Entry, EntryState } from './entry.ts'
import { fieldsOf } from './fields-of.ts'
import { isPaused } from './is-paused.ts'
import { become, change } from './outbox.ts'
import { type ToldOutbox, writtenBy } from './told-outbox.ts'

/** What a try comes to: where the entry stands; or the connection was lost; or the server can't look at it now. */
export type Tried =
  | EntryState
  | { readonly kind: 'lost' }
  /** Its files wait for a link that costs nothing, as the person asked. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'later'; readonly seconds: number }

type SendFile = (what: ToSend) => Pick<Sending, 'done'>

/** What sends files is as large as all else: a page loads it when there is a file. */
export type LoadSender = () => Promise<{ readonly sendResumable: SendFile }>

/** Milliseconds: an answer that takes longer is lost. The form's key makes asking again harmless. */
const patience = 60_000

/** Sends an entry, its files first. What has arrived stays arrived, whatever breaks. */
export async function sendEntry(entry: Entry, loadSender: LoadSender): Promise<Tried> {
  const files = await filesArrived(entry, loadSender)
  if (files !== null) return files
  const kept = await keptFiles.of(entry.id)
  const tried = await formArrived(entry, kept)
  const mayHelp = tried.kind === 'refused' && tried.ofFiles && !entry.anew && kept.length > 0
  return mayHelp ? filesAnew(entry, kept) : tried
}

/** They waited at the server too long, while the form did here: they go once more, from this device. */
async function filesAnew({ id }: Entry, kept: readonly KeptFile[]): Promise<Tried> {
  const gone = new Set<unknown>(kept.map(({ taken }) => taken))
  for (const file of kept) await keptFiles.change({ ...file, upload: null, taken: null })
  const isGone = ([name, value]: Entry['fields'][number]) => name === 'media' && gone.has(value)
  await change(id, (now) => ({ ...now, anew: true, fields: now.fields.filter((field) => !isGone(field)) }))
  return { kind: 'later', seconds: 0 }
}

/** Null when all of them have; else what keeps the entry. */
async function filesArrived({ id, uploads, person }: Entry, loadSender: LoadSender): Promise<Tried | null> {
  const files = uploads ? await keptFiles.of(id) : []
  const left = files.filter(({ taken }) => !taken)
  if (left.length === 0) return null
  if (await isPaused()) return { kind: 'paused' }
  const { sendResumable } = await loadSender()
  const whole = files.reduce((sum, { file }) => sum + file.size, 0)
  let arrived = whole - left.reduce((sum, { file }) => sum + file.size, 0)
  for (const kept of left) {
    const tell = progressOf(id, (share) => (arrived + share * kept.file.size) / whole)
    const problem = await fileArrived(sendResumable, { kept, address: uploads ?? '', writer: person, progress: tell })
    if (problem) return problem
    arrived += kept.file.size
  }
  return null
}

type ToArrive = Pick<ToSend, 'address' | 'progress'> & { readonly kept: KeptFile; readonly writer: string | null }

async function fileArrived(sendResumable: SendFile, { kept, ...where }: ToArrive): Promise<Tried | null> {
  let { upload } = kept
  const began = (there: string) => {
    upload = there
    void keptFiles.change({ ...kept, upload })
  }
  const media = (await keptFiles.of(kept.form)).flatMap(({ taken }) => taken ?? [])
  const sent = await sendResumable({ ...where, body: kept.file, key: kept.form, media, upload, began }).done
  switch (sent.kind) {
    case 'taken':
      await keptFiles.change({ ...kept, upload, taken: sent.file.id })
      return null
    case 'lost':
      return sent.byServer ? { kind: 'later', seconds: 0 } : { kind: 'lost' }
    case 'refused':
      if (sent.problem === 'another_person') return { kind: 'sign_in' }
      if (sent.problem === 'too_often') return { kind: 'later', seconds: 0 }
      return { kind: 'refused', words: sent.words ? [sent.words] : [], ofFiles: false }
  }
}

/** Writes down how far an entry is, twice a second at most, once any of it has arrived. */
function progressOf(id: string, shareOf: (share: number) => number): (share: number) => void {
  let told = 0
  return (share) => {
    const now = Date.now()
    if (share === 0 || now - told < 500) return
    told = now
    void become(id, { kind: 'waiting', share: shareOf(share), at: now })
  }
}

async function formArrived(entry: Entry, files: readonly KeptFile[]): Promise<Tried> {
  const { action, person } = entry
  const body = new FormData()
  for (const [name, value] of fieldsOf(entry, files)) body.append(name, value)
  body.append('written_at', new Date(entry.writtenAt).toISOString())
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const headers = { accept: 'application/json', ...(person ? { [writtenBy]: person } : {}) }
    const answer = await fetch(action, { method: 'POST', body, headers, signal: stop.signal })
    return triedFrom(answer.status, Number(answer.headers.get('retry-after')), await answer.text())
  } catch {
    return { kind: 'lost' }
  } finally {
    clearTimeout(timer)
  }
}

/** What the server's answer says. Another's than our server's, such as a page of a hotel's network, says nothing. */
export function triedFrom(status: number, seconds: number, text: string): Tried {
  const told = parsed(text)
  const later = { kind: 'later', seconds: seconds || 0 } as const
  if (!told || status === 429 || status >= 500) return later
  if ('see' in told) return stateAt(told.see)
  if ('problems' in told)
    return {
      kind: 'refused',
      words: told.problems.map(({ words }) => words),
      ofFiles: told.problems.some(({ field }) => field === 'files'),
    }
  return told.problem === 'another_person' ? { kind: 'sign_in' } : { kind: 'refused', words: [], ofFiles: false }
}

/** A form that was done leads to a page that says so; one of nobody who is known to where one signs in. */
function stateAt(address: string): EntryState {
  const [path = '', query = ''] = address.split(/[?#]/)
  if (path.endsWith('/sign-in')) return { kind: 'sign_in' }
  const isNew = new URLSearchParams(query).has('sent')
  return { kind: 'sent', address, number: isNew ? Number(path.split('/').at(-1)) : null, at: Date.now() }
}

function parsed(text: string): ToldOutbox | null {
  try {
    const told = JSON.parse(text) as Record<string, unknown> | null
    const isOurs = typeof told?.see === 'string' || Array.isArray(told?.problems) || typeof told?.problem === 'string'
    return isOurs ? (told as ToldOutbox) : null // safe: our server's, as one of its fields says
  } catch {
    return null
  }
}
