import type { RunningHouse } from '#test/running-house.ts'
import type { Answer, Visitor } from './visitor.ts'

/** What the rows of the table are sent at: a running house, and people in it. */
export type Attack = {
  readonly house: RunningHouse
  /** A browser that nobody has used. */
  readonly stranger: () => Visitor
  readonly resident: Visitor
  readonly other: Visitor
  readonly third: Visitor
  readonly moderator: Visitor
  readonly officer: Visitor
  /** The number of a report of the resident's that is the officer's to work on. */
  readonly report: number
}

/** One thing that a house must withstand. */
export type Row = {
  readonly name: string
  readonly send: (attack: Attack) => Promise<Answer>
  readonly status: number | readonly number[]
  /** What is told to a person who could have done it by mistake. */
  readonly says?: string
  /** What that person had typed, as the page must show it again. */
  readonly keeps?: string
  /** What else must be true of the answer, or of the house after it. */
  readonly after?: (answer: Answer, attack: Attack) => Promise<void>
}

export type Group = {
  readonly about: string
  readonly rows: readonly Row[]
  /** What becomes of the bytes of a file or of a request is decided by the same program before any database hears of it. */
  readonly besideTheDatabase?: true
}

/** True when a reader of the page finds the text in it, as its beginning at least: pages keep no more of some. */
export function shows(page: string, text: string): boolean {
  const read = page.replace(/<[a-z/!][^>]*>/g, ' ')
  return [page, read].some((one) => onOneLine(one).includes(onOneLine(escaped(text).slice(0, 250))))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
