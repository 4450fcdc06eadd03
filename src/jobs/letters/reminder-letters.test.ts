import { describe, expect, it } from 'vitest'

import { endOf } from '#src/domain/deadline.ts'
import { aReport, waterUtility } from '#src/domain/examples.ts'
import { aGuide, someAddresses } from '../examples.ts'
import { digestLetter, type Week } from './digest-letter.ts'
import type { Way } from './organization-letter.ts'
import { type Reminded, reminderLetter } from './reminder-letter.ts'

const guide = aGuide()
const due = endOf(Temporal.PlainDate.from('2026-07-01'), guide.city) // a Wednesday
const report = aReport({ status: 'accepted', answerDue: due })
const at = (day: string) => Temporal.Instant.from(`2026-${day}T09:00:00Z`)
const privately: Way = {
  kind: 'private',
  secret: 's3cret',
  expiresAt: at('09-01'),
  media: ['https://city.example/media/abc/large.webp'],
}

const reminded = (now: string, changes: Partial<Reminded> = {}) =>
  reminderLetter(
    { guide, report, due, to: 'organization', way: { kind: 'desk' }, now: at(now), ...changes },
    someAddresses,
  )

const week: Week = {
  guide,
  to: waterUtility,
  all: 12,
  late: 2,
  first: [
    {
      number: 31,
      description: 'Тече вода з люка',
      address: 'майдан Згоди, 3',
      status: 'accepted',
      due: endOf(Temporal.PlainDate.from('2026-06-26'), guide.city),
    },
    { number: 40, description: 'Немає води у всьому будинку', address: '', status: 'in_progress', due },
  ],
  now: at('06-29'),
  hasDesk: true,
}
const digest = (changes: Partial<Week> = {}) => digestLetter({ ...week, ...changes }, someAddresses)

describe('a reminder', () => {
  it('counts working days until an answer is due, and all days since', () => {
    const subjects = ['06-17', '06-26', '06-30', '07-01', '07-02', '07-06', '07-22'].map((now) => reminded(now).subject)
    expect(subjects.map((subject) => subject.replace('№ 1042: ', ''))).toEqual([
      'на відповідь залишилося 10 робочих днів',
      'на відповідь залишилося 3 робочі дні',
      'на відповідь залишився 1 робочий день',
      'сьогодні останній день для відповіді',
      'відповідь прострочено на 1 день',
      'відповідь прострочено на 5 днів',
      'відповідь прострочено на 21 день',
    ])
  })

  it('leads whoever may answer to where that is done, and the head and the city to the page that all see', () => {
    expect(reminded('06-26').text).toContain('https://city.example/dzherelne/desk/1042\n')
    expect(reminded('06-26', { way: privately }).text).toContain('https://city.example/dzherelne/answer/s3cret\n')
    for (const to of ['head', 'city'] as const) {
      const { text } = reminded('07-02', { to, way: null })
      expect(text.match(/https?:\S+/g)).toEqual(['https://city.example/dzherelne/reports/1042'])
    }
  })

  it('says of a day that was promised that it stays', () => {
    const promised = { ...report, termEnds: due.subtract({ hours: 24 * 20 }) }
    expect(reminded('06-26', { report: promised }).text).toContain('перенести її ще раз не можна')
    expect(reminded('06-26').text).toContain('строк можна продовжити')
  })

  it('reads well', async () => {
    const letters = {
      'reminder-due.uk': reminded('06-17', { way: privately }),
      'reminder-over.uk': reminded('07-02', { to: 'head', way: null }),
      'digest.uk': digest(),
    }
    for (const [name, { subject, text }] of Object.entries(letters)) {
      expect(text).not.toMatch(/undefined|null|NaN|\{/)
      await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`examples/${name}.txt`)
    }
  })
})

describe('the digest of a week', () => {
  it('says how many answers are due and how many are late', () => {
    expect(digest({ all: 2, late: 1 }).subject).toBe('Строки тижня: 1 звернення, ще 1 прострочено')
    expect(digest({ all: 7, late: 0 }).subject).toBe('Строки тижня: 7 звернень')
    expect(digest({ all: 2, late: 2 }).text).toContain(
      'Нових строків цього тижня немає. Прострочено відповіді на 2\u00a0звернення.',
    )
  })

  it('leads those without a desk to the reports alone', () => {
    const { text } = digest({ hasDesk: false })
    expect(text).not.toContain('/desk')
    expect(text.match(/https?:\S+/g)).toHaveLength(2)
  })
})
