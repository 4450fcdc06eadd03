import type { Locale } from '#src/domain/locale.ts'
import type { Letter } from '#src/outside/mail.ts'
import { htmlOf } from './html-of.ts'
import { textOf } from './text-of.ts'

/** What a letter says, part by part, in the order it is read. */
export type Content = {
  readonly locale: Locale
  readonly subject: string
  /** Which report; null when the letter is about none. */
  readonly about: string | null
  readonly lead: string
  /** A code to type, big. */
  readonly code?: string
  readonly quotes: readonly Quote[]
  /** What is expected of the reader, and by when. */
  readonly next: readonly string[]
  /** Asked of the reader, with a link for each answer. */
  readonly question?: { readonly words: string; readonly answers: readonly Answer[] } | null
  readonly link: { readonly label: string; readonly url: string; readonly caution?: string } | null
  readonly facts: readonly Fact[]
  /** What only HTML shows: the plain text says the same in words. */
  readonly picture?: Picture | null
  /** Why the reader gets this. */
  readonly why: string
  readonly sender: string | null
}

export type Answer = { readonly label: string; readonly url: string }

export type Picture = { readonly url: string; readonly words: string }

/** Somebody's own words. */
export type Quote = { readonly by: string; readonly words: string }

export type Fact = { readonly label: string; readonly value: string; readonly links?: readonly string[] }

/**
 * The letter, in plain text and in HTML that say the same.
 *
 * Letters to authors and organizations answer what they did, or are their duty: there is nothing to unsubscribe
 * from. A supporter's letter has a way out.
 */
export function letterOf(content: Content): Pick<Letter, 'subject' | 'text' | 'html'> {
  return { subject: onOneLine(content.subject), text: textOf(content), html: htmlOf(content) }
}

/** A subject is a header: no line end, nor anything invisible, may come into it with a name that somebody wrote. */
function onOneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
