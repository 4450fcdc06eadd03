import { expect } from 'vitest'

import type { MailboxLetter } from '#test/running-house.ts'
import { actForm, city } from './forms.ts'
import type { Attack } from './row.ts'

/** A page, a letter or a file that somebody reads, and where it was found. */
export type Published = { readonly where: string; readonly text: string; readonly isPage: boolean }

/** Everything that people and programs are shown of what the table has sent, once a moderator has let it through. */
export async function published(attack: Attack): Promise<readonly Published[]> {
  const { moderator, officer, stranger, house } = attack
  const visitor = stranger()
  const numbers = await waiting(attack)
  for (const number of numbers)
    await moderator.post(`${city}/desk/${number}/approve`, actForm({ organization: 'road-works' }))

  const pages: Published[] = []
  const read = async (reader: typeof visitor, path: string) => {
    const { status, text, headers } = await reader.get(path)
    expect(status, path).toBe(200)
    pages.push({ where: path, text, isPage: headers.get('content-type')?.startsWith('text/html') ?? false })
  }
  for (const path of ['', '/reports', '/reports?before=20', '/reports?before=40', '/reports.geojson'])
    await read(visitor, city + path)
  for (const number of numbers) await read(visitor, `${city}/reports/${number}`)
  for (const folder of ['moderation', 'open']) await read(moderator, `${city}/desk?folder=${folder}`)
  for (const number of numbers.slice(0, 10)) await read(officer, `${city}/desk/${number}`)
  const letters = await house.letters()
  return [...pages, ...letters.flatMap(partsOf)]
}

function partsOf({ to, subject, text, html }: MailboxLetter): readonly Published[] {
  const where = `a letter to ${to.slice(0, 40)}`
  return [
    ...[to, subject, text].map((part) => ({ where, text: part, isPage: false })),
    { where, text: html, isPage: true },
  ]
}

// Controls, halves of characters and marks in heaps, and what turns a line's order round.
const hidden = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060\\u2066-\\u2069\\ufeff]' +
    '|\\p{Cs}|\\p{Noncharacter_Code_Point}|\\p{M}{7}',
  'u',
)
/** What a browser would do, in a page whose other attributes have been left out: words may stand in those. */
const running = /<script(?! src="\/assets\/)|<[a-z]+ [^>]*\bon[a-z]+\s*=|href="(?:javascript|data):/i
/** Data for search engines, which no browser runs; nothing in them can end them. */
const linkedData = /<script type="application\/ld\+json">[^<]*<\/script>/g
const others = /\s(?!href=|src=|on)[\w:-]+="[^"]*"/g

/** Where something hides in a text, or runs in a page, and what stands around it. */
export function disguised(all: readonly Published[]): readonly string[] {
  return all.flatMap(({ where, text, isPage }) => {
    const found = hidden.exec(text) ?? (isPage ? running.exec(text.replace(linkedData, '').replace(others, '')) : null)
    return found ? [`${where}: ${found[0]} in ${JSON.stringify(found.input.slice(found.index, found.index + 80))}`] : []
  })
}

/** Numbers of the reports that wait for a moderator. */
async function waiting({ moderator }: Attack): Promise<readonly number[]> {
  const numbers = new Set<number>()
  for (let page = 0; page < 5; page += 1) {
    const { text } = await moderator.get(`${city}/desk?folder=moderation&page=${page}`)
    for (const [, number] of text.matchAll(/\/desk\/(\d+)/g)) numbers.add(Number(number))
  }
  return [...numbers]
}
