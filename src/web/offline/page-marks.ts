/** What a page says of itself to whoever keeps it, in its first tag. */
export type PageMarks = {
  readonly locale: string
  /** For whom it was drawn; null: for nobody in particular. */
  readonly viewer: string | null
  /** The address under which it may be kept; null: not at all. */
  readonly keep: string | null
  /** False on a page that was drawn without its pictures, for a browser that saves data. */
  readonly hasPictures: boolean
  /** Addresses of what should be kept with it, for everyone. */
  readonly ready: readonly string[]
}

/** Null when this is no page of ours. */
export function marksOf(html: string): PageMarks | null {
  const [, tag] = /^<!doctype html><html([^>]*)>/i.exec(html.slice(0, 4000)) ?? []
  // A page within another site's says nothing of who looks.
  if (tag === undefined || !/ data-viewer\b/.test(tag)) return null
  const mark = (name: string) => {
    const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    return value ? value.replaceAll('&amp;', '&') : null
  }
  return {
    locale: mark('lang') ?? 'uk',
    viewer: mark('data-viewer'),
    keep: mark('data-keep'),
    hasPictures: mark('data-pictures') !== 'left_out',
    ready: mark('data-ready')?.split(' ') ?? [],
  }
}

/** The pages to which one goes from this one, and that should be kept with it wherever it is kept for its reader. */
export function alongWith(html: string): readonly string[] {
  return [...html.matchAll(/<a data-along[^>]*? href="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )
}

/** The reports that a page lists as somebody's own, or as their work, and what tells how each stands: since when, and till when. */
export function ownReportsIn(html: string): readonly { readonly address: string; readonly since: string }[] {
  return [...html.matchAll(/<a data-own="([^"]*)" href="([^"]*)"/g)].map(([, since = '', address = '']) => ({
    address: address.replaceAll('&amp;', '&').replace(/#.*/, ''),
    since,
  }))
}
