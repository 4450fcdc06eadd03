import { findEntry } from '../outbox/outbox.ts'
import { restore } from './draft-on-device.ts'
import { typedIn } from './kept-draft.ts'

/** What the browser keeps with the page in its history: the key of the form that waits to be sent. */
type PageState = { readonly waits?: string }

/** Back to this page is back to the form that waits under this key; null: to a new one. */
export function comeBackTo(id: string | null): void {
  history.replaceState((id ? { waits: id } : {}) satisfies PageState, '')
}

/**
 * Back finds a new form, into which a browser puts some of the words alone: as it stands it would be sent beside the one
 * that waits. It is that one again, whole; the server knows its key if it was sent meanwhile.
 */
export async function bringBack(form: HTMLFormElement): Promise<void> {
  const { waits } = (history.state ?? {}) as PageState // safe: nobody else keeps anything there
  const key = form.querySelector<HTMLInputElement>('input[name="key"]')
  if (!waits || !key) return
  key.value = waits
  const entry = await findEntry(waits)
  if (entry) restore(form, typedIn(entry.fields))
}
