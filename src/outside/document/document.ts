import type { Locale } from '#src/domain/locale.ts'

/** A paper, part by part in the order it is read, in words that are ready: what {@link drawDocument} makes a PDF of. */
export type Document = {
  readonly locale: Locale
  readonly title: string
  /** Who made it, for the file's own description. */
  readonly author: string
  /** Of what it tells, not of its drawing: the same document is the same bytes. */
  readonly at: Temporal.Instant
  /** Whose paper it is. */
  readonly sender: readonly string[]
  /** To whom, and from whom where that is told, beside each other on the right. */
  readonly parties: readonly Party[]
  readonly heading: string
  readonly under: readonly string[]
  readonly said: { readonly heading: string; readonly words: string; readonly locale: Locale }
  readonly facts: { readonly heading: string; readonly rows: readonly Row[] }
  readonly place: (Figure & { readonly under: string }) | null
  readonly photos: { readonly heading: string; readonly figures: readonly Figure[] }
  readonly notes: readonly Note[]
  readonly code: { readonly url: string; readonly alt: string; readonly under: string }
  /** At the foot of every page. */
  readonly foot: (page: number, pages: number) => string
}

export type Party = { readonly label: string; readonly lines: readonly string[] }

export type Row = { readonly label: string; readonly value: string }

export type Note = { readonly heading: string; readonly paragraphs: readonly string[] }

/** A JPEG or PNG of so many pixels, and what it shows in words. */
export type Figure = Printed & { readonly alt: string }

export type Printed = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }
