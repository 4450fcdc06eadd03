import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvRecord, csvStart } from './csv.ts'

const read = (text: string) => parse(text, { bom: true, record_delimiter: '\r\n' })

describe('a record of a table', () => {
  it('is read back as it was, whatever stands in it', () => {
    const harmless = fc
      .string({ unit: 'grapheme' })
      .filter((words) => !/(?:^|[;\r\n\t])\s*[=+\-@＝＋－＠\t\r]/.test(words))
    fc.assert(
      fc.property(fc.array(fc.array(harmless, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        expect(read(csvStart + rows.map(csvRecord).join(''))).toEqual(rows)
      }),
    )
  })

  it('keeps Ukrainian letters, quotes and line breaks', () => {
    expect(csvRecord(['Ґанок, «під’їзд» №1', 'каже: "ой"\nі ще', 3, -1.5, true, null])).toBe(
      '"Ґанок, «під’їзд» №1","каже: ""ой""\nі ще",3,-1.5,true,\r\n',
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+380', "'+380"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['рядок\n=1', "рядок\n'=1"],
    ['кома;=HYPERLINK("x")', 'кома;\'=HYPERLINK("x")'],
    ['2-й під’їзд', '2-й під’їзд'],
    ['a=b', 'a=b'],
  ])('makes no formula of %j', (words, cell) => {
    expect(read(csvRecord([words, 'кінець']))).toEqual([[cell, 'кінець']])
  })

  it('leaves no cell that begins a formula, wherever a spreadsheet cuts it', () => {
    const nasty = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', '"', ',', ' ', 'я') })
    fc.assert(
      fc.property(nasty, (words) => {
        const [[cell = ''] = []] = read(csvRecord([words, 'кінець'])) as string[][]
        for (const piece of cell.split(/[;\r\n\t]/)) expect(piece).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
