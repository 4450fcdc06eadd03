import { dropStore } from '../outbox/drop-store.ts'

/** Under this name the device knows whose page it showed last. */
const shelf = 'person'

/** What one person typed and chose here, no other person finds: it goes when another signs in, and when they sign out. */
export function keepToOne(viewer: string): void {
  const before = read()
  if (viewer && before && before !== viewer) forgetTyped()
  if (viewer) write(viewer)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-leaving]'))
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) forgetTyped()
    })
}

function forgetTyped(): void {
  dropStore()
  try {
    for (const name of Object.keys(localStorage))
      if (name === shelf || name.startsWith('draft:')) localStorage.removeItem(name)
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(shelf)
  } catch {
    return null
  }
}

function write(viewer: string): void {
  try {
    localStorage.setItem(shelf, viewer)
  } catch {
    // As above.
  }
}
