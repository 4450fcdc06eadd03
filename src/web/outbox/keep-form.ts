import { type Entry, waiting } from './entry.ts'
import { entries, putEntry } from './outbox.ts'

/** Longest label, in characters: a line of a list. */
const longestLabel = 80

/** Keeps a form on this device until the server has it, whatever becomes of the page. False where that is not possible. */
export async function keepForm(form: HTMLFormElement, now: number): Promise<boolean> {
  const entry = entryOf(form, now)
  return entry !== null && (await putEntry({ ...entry, fields: [...entry.fields, ...(await earlier(entry))] }))
}

/** Forms about the same thing that were written before, from what the page showed then as now: their keys. */
async function earlier({ id, about }: Entry): Promise<Entry['fields']> {
  return (await entries())
    .filter((one) => one.id !== id && one.about === about)
    .map((one) => ['after', one.id] as const)
}

/** Tells the page's own sender that something waits, and asks the browser to send it when the page is gone. */
export async function handOver(): Promise<void> {
  document.dispatchEvent(new Event('outbox-changed'))
  try {
    const registration = (await navigator.serviceWorker?.getRegistration()) as Syncing | undefined
    await registration?.sync?.register('outbox')
    await navigator.storage.persist()
  } catch {
    // It is sent at the next look at any page, then.
  }
}

type Syncing = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } }

/** Null for a form with files that this device could not keep, or that the browser itself was to send: it would go without them. */
function entryOf(form: HTMLFormElement, now: number): Entry | null {
  const photos = form.querySelector<HTMLElement>('[data-photo-field]')
  const all = [...new FormData(form)]
  if (form.querySelector('.is-sending[data-unkept]')) return null
  if (all.some(([, value]) => value instanceof File && value.size > 0)) return null
  const fields = all.filter((field): field is [string, string] => typeof field[1] === 'string')
  const said = (name: string) => fields.find((field) => field[0] === name)?.[1].trim() ?? ''
  const id = said('key')
  const { pathname, search } = new URL(form.action)
  if (!id) return null
  return {
    id,
    person: document.documentElement.dataset.viewer || lastPerson(),
    locale: document.documentElement.lang,
    label: [form.dataset.named, said('description') || said('note')].filter(Boolean).join(': ').slice(0, longestLabel),
    place: said('address') || [said('lat'), said('lng')].filter(Boolean).join(', '),
    writtenAt: now,
    action: pathname + search,
    uploads: photos ? (JSON.parse(photos.dataset.photoField ?? '') as { add: string }).add : null, // safe: `PhotoField` wrote it
    about: form.hasAttribute('data-report-form') ? id : pathname.replace(/\/[^/]*$/, ''),
    fields,
    state: waiting,
    failed: 0,
    notBefore: 0,
  }
}

/** A page that is kept for everyone names nobody: then it is whoever was known here last. */
function lastPerson(): string | null {
  try {
    return localStorage.getItem('person')
  } catch {
    return null
  }
}
