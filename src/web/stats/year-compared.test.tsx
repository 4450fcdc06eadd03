import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'

import { type Figures, noFigures } from '#src/domain/figures.ts'
import { say } from '#src/text/catalogue.ts'
import { aGuide } from '#test/a-guide.ts'
import { paths } from '../routes.ts'
import { YearCompared } from './year-compared.tsx'

const [from, until] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-04-01')]
const now = { from, until }
const before = { from: from.subtract({ years: 1 }), until: until.subtract({ years: 1 }) }

/** So many, of whom this share was answered on the tenth day; the others have waited for fifty. */
function figures(came: number, share: number, foundSolved: number): Figures {
  const answered = Math.round(came * share)
  const spans = [
    { days: 10, answered, left: 0 },
    { days: 50, answered: 0, left: came - answered },
  ]
  return { ...noFigures, came, resolved: answered, open: came - answered, foundSolved, foundUnsolved: 3, spans }
}

function rows(earlier: Figures, later: Figures): readonly (readonly string[])[] {
  const guide = aGuide()
  const asked = { category: '', organization: '', area: '', from: '', to: '' }
  const years = { before: { period: before, figures: earlier }, now: { period: now, figures: later } }
  const html = renderToString(<YearCompared t={say('en')} to={paths('en')} {...{ guide, asked, years }} period={now} />)
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ' ').trim()),
  )
}

it('a year beside the one before says by how much they differ, and when that may be chance', () => {
  expect(rows(figures(400, 0.6, 30), figures(500, 0.62, 30))).toEqual([
    ['What is compared', 'January 2025 – March 2025', 'January 2026 – March 2026', 'Difference'],
    ['Received', '400', '500', '+25%'],
    ['Answered within 30\u00a0days', '60% of\u00a0400', '62% of\u00a0500', '+2\u00a0points may be chance'],
    ['Days until half have an answer', '10\u00a0days', '10\u00a0days', ''],
    ['Days until nine in ten have one', 'not known yet', 'not known yet', ''],
    ['People confirm', '91% of\u00a033', '91% of\u00a033', '0\u00a0points may be chance'],
  ])
})

it('a share of those who said what became of it is told only where ten did', () => {
  const [, came, within, , , confirmed] = rows(figures(40, 1, 2), figures(44, 0.5, 40))
  expect(came).toEqual(['Received', '40', '44', '+10% may be chance'])
  expect(within?.at(-1)).toBe('−50\u00a0points')
  expect(confirmed).toEqual(['People confirm', '— of\u00a05', '93% of\u00a043', ''])
})
