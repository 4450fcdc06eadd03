import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

import { waterUtility } from '#src/domain/examples.ts'
import type { PublishedReport } from '#src/domain/published-report.ts'
import { say } from '#src/text/catalogue.ts'
import { csvStart } from '#src/text/csv.ts'
import { dataFile, dataFormats } from '#src/text/open-data.ts'
import { aGuide, southern, waterLeak } from '../a-guide.ts'
import { isLong } from './chance.ts'

const hasLibreOffice = spawnSync('soffice', ['--version']).error === undefined

/** Whatever of these is taken for a formula comes to 42. */
const words = [
  'Ґанок у під’їзді, «щойно відремонтований»; їжак каже: "ой"',
  'Перший рядок\nдругий, з комою\n\nі останній',
  '=6*7',
  '+380 67 123-45-67',
  '-6*-7',
  '@SUM(20;22)',
  ' =6*7',
  '\t=6*7',
  'кінець; =6*7',
  'рядок\n=6*7',
  '=HYPERLINK("http://evil.example"; "тут")',
  "=cmd|' /C calc'!A0",
  '１２３，＝6*7',
  '  пробіли навколо  ',
  '🕳️ яма',
]

// Half a minute of an office that starts twice: `npm run faults` has it.
describe.skipIf(!hasLibreOffice || !isLong)('the table of all reports, opened in LibreOffice', () => {
  it('has each word in its cell as it was written, and no formula', { timeout: 300_000 }, async () => {
    const table = await tableOf(words)
    const cells = parse(await opened(table, ','), { bom: true, relax_column_count: false }) as string[][]
    const written = parse(table, { bom: true, record_delimiter: '\r\n' }) as string[][]
    expect(cells.length).toBe(words.length + 1)
    const asText = ([name = '']: readonly string[]) => !/^(?:longitude|latitude|confirmed|answer_due)$/.test(name)
    for (const [column, name] of written[0]?.entries() ?? []) {
      if (asText([name])) expect(cells.map((row) => row[column])).toEqual(written.map((row) => row[column]))
    }
  })

  it('reckons nothing where a desktop cuts cells at semicolons', { timeout: 300_000 }, async () => {
    const reckoned = async (table: string) => /\b42\b/.test(await opened(table, ';'))
    expect(await reckoned(await tableOf(words))).toBe(false)
    // That it would be seen:
    expect(await reckoned(`${csvStart}кінець;=6*7\r\n`)).toBe(true)
  })
})

async function tableOf(said: readonly string[]): Promise<string> {
  const telling = { t: say('uk'), guide: aGuide(), addressOf: (number: number) => `https://city.example/${number}` }
  const reports = said.map((one, index) => aPublished(index + 1, one))
  return (await Array.fromAsync(dataFile(dataFormats.csv, [reports], telling))).join('')
}

/** What LibreOffice makes of a table whose letters are UTF-8: its cells, each as it shows them, as a table again. */
async function opened(table: string, cut: ',' | ';'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'open-city-office-'))
  try {
    const path = join(folder, 'table.csv')
    await writeFile(path, table)
    const { status, stderr } = spawnSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      `--infilter=CSV:${cut.charCodeAt(0)},34,76,1`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true',
      ...['--outdir', join(folder, 'opened'), path],
    ])
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return await readFile(join(folder, 'opened/table.csv'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function aPublished(number: number, description: string): PublishedReport {
  const at = Temporal.Instant.from('2026-11-25T10:00:00Z')
  return {
    ...{ number, description, address: description, status: 'accepted', statusSince: at, categoryId: waterLeak },
    ...{ organization: waterUtility, locale: 'uk', location: { lng: 28.6587, lat: 50.2547 }, areas: [southern] },
    ...{ submittedAt: at, acceptedAt: at, answerDue: at, confirmed: true, mergedInto: null, supporters: 3 },
    ...{ declineReason: null, daysToAnswer: null, answeredLate: null, foundSolved: null },
  }
}
