import { xml } from '#src/text/xml.ts'

/** One thing that a feed tells of. `id` stays the same wherever the product moves. */
export type Entry = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly published: Temporal.Instant
  readonly updated: Temporal.Instant
  readonly text: string
  /** Names for programs, and in words. */
  readonly categories?: readonly { readonly term: string; readonly label: string }[]
  readonly picture?: string | undefined
  readonly place?: { readonly lng: number; readonly lat: number } | null
}

export type Feed = {
  readonly id: string
  readonly locale: string
  readonly title: string
  readonly author: string
  /** Where the feed is, and the page that says the same to people. */
  readonly self: string
  readonly page: string
  readonly entries: readonly Entry[]
}

export const atomType = 'application/atom+xml; charset=utf-8'

/** A feed as RFC 4287 has it, places as GeoRSS. It is as new as the newest of its entries. */
export function atom({ id, locale, title, author, self, page, entries }: Feed): string {
  const updated = entries.map((entry) => entry.updated).reduce(later, Temporal.Instant.fromEpochMilliseconds(0))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${locale}">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${moment(updated)}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" hreflang="${locale}" href="${xml(page)}"/>
${entries.map(written).join('')}</feed>
`
}

/** A name for good (RFC 4151): of this host, in the year that this way of naming began. */
export function tagOf(origin: string, path: string): string {
  return `tag:${new URL(origin).hostname},2026:${path}`
}

function written({ id, title, address, published, updated, text, categories = [], picture, place }: Entry): string {
  const kinds = categories.map(({ term, label }) => `<category term="${xml(term)}" label="${xml(label)}"/>\n`)
  return `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<published>${moment(published)}</published>
<updated>${moment(updated)}</updated>
<link rel="alternate" type="text/html" href="${xml(address)}"/>
${picture ? `<link rel="enclosure" type="image/webp" href="${xml(picture)}"/>\n` : ''}${kinds.join('')}${place ? `<georss:point>${place.lat} ${place.lng}</georss:point>\n` : ''}<content type="text">${xml(text)}</content>
</entry>
`
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one
}

function moment(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}
