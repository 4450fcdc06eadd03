/** What was typed into a city's form on this device, and when (milliseconds). Files are kept apart, and the key is the form's. */
export type KeptDraft = { readonly key: string; readonly at: number; readonly fields: TypedFields }

export type TypedFields = Readonly<Record<string, string>>

/** Of a browser's window: reading it alone throws where a browser forbids it. */
type Shelf = { readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> }

const typed = /^(?:category|lng|lat|address|description|name_shown|appeal|appeal_.+|answer\..+)$/

/** The text of a form, without what is empty: the same however the form is drawn. */
export function typedIn(form: Iterable<readonly [string, FormDataEntryValue]>): TypedFields {
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && value && typed.test(name)) fields[name] = value
  return fields
}

/** True when nobody would miss the one for the other. How the name appears is chosen before anything is typed. */
export function saysNoMore(kept: TypedFields, shown: TypedFields): boolean {
  return Object.keys(kept).every((name) => name === 'name_shown' || kept[name] === shown[name])
}

/** A city's draft on this device. Where a browser gives no room, or what is there is no draft, there is none. */
export function draftOn(shelf: Shelf, city: string) {
  const name = `draft:${city}`
  return {
    read(): KeptDraft | null {
      return attempt(() => {
        const value = JSON.parse(shelf.localStorage.getItem(name) ?? 'null') as Partial<KeptDraft> | null
        const isDraft = typeof value?.key === 'string' && typeof value.at === 'number' && isTyped(value.fields)
        return isDraft ? (value as KeptDraft) : null // safe: each part was looked at
      })
    },
    /** True when it is kept. */
    keep(draft: KeptDraft): boolean {
      return (
        attempt(() => {
          shelf.localStorage.setItem(name, JSON.stringify(draft))
          return true
        }) === true
      )
    },
    drop(): void {
      attempt(() => shelf.localStorage.removeItem(name))
    },
  }
}

function isTyped(fields: unknown): fields is TypedFields {
  return (
    typeof fields === 'object' && fields !== null && Object.values(fields).every((value) => typeof value === 'string')
  )
}

/** Storage throws in private windows and on full devices: the form works without. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
