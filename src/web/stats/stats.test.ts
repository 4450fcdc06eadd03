import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'

import { anOfficer, day, waterUtility } from '#src/domain/examples.ts'
import { pothole, roadWorks } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, done } from '#test/some-reports.ts'
import { periodOf } from './asked-figures.ts'
import { comparable } from './year-before.ts'

describeOnOne('the figures of a city', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const page = async (path: string) => (await app.request(path)).text()
  const rowsIn = (html: string) => [...html.matchAll(/<article class="card report"/g)].length

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    expect(await page('/zhytomyr/stats')).toContain('Цифр ще немає')
    const after = (days: number) => {
      here.clock.at = day(days)
    }
    for (let report = 0; report < 12; report += 1) {
      after(report)
      const { number, author } = await anAccepted(here)
      if (report < 2) continue
      after(report + 10 + report)
      if (report < 5) await done(here, number, { kind: 'decline', reason: 'no_funding', note: 'Немає' }, anOfficer())
      else await done(here, number, { kind: 'resolve', note: 'Замінили', media: [] }, anOfficer())
      if (report === 10) await done(here, number, { kind: 'confirm' }, author)
      if (report === 11) await done(here, number, { kind: 'reopen', note: 'Тече', media: [] }, author)
    }
    after(75)
    await anAccepted(here, { categoryId: pothole }, roadWorks)
  })

  it('lead to as many reports as they say', async () => {
    const html = await page('/zhytomyr/stats')
    const figures = [...html.matchAll(/<a href="(\/zhytomyr\/reports\?[^"]*)" aria-label="[^"]*: (\d+), показати/g)]
    expect(figures.length).toBeGreaterThan(30)
    for (const [, href = '', count = ''] of figures)
      expect(rowsIn(await page(href.replaceAll('&amp;', '&'))), href).toBe(Number(count))
  })

  it('say in short what came, and leave out what too few reports would say', async () => {
    const html = await page('/zhytomyr/stats')
    for (const words of ['Надійшло: 13', 'Мають відповідь: 9', 'Не вирішено, з причиною: 3', 'Прострочено зараз: 3'])
      expect(html).toContain(`${words}, показати`)
    expect(html).toContain('Люди підтверджують: 1, показати')
    expect(html).toContain('кажуть «ні»: 1')
    const roads = html.slice(html.indexOf('id="by-organization"'))
    expect(roads.indexOf('Водоканал')).toBeLessThan(roads.indexOf('Менш як 10 звернень'))
    expect(roads.indexOf('Менш як 10 звернень')).toBeLessThan(roads.indexOf('Шляхове управління'))
  })

  it.each([
    ['from=2026-12-01&to=2026-01-01', 'не враховано: «З місяця», «По місяць».'],
    ['from=2026-03&to=2026-01', 'Початок пізніше за кінець'],
    ['category=nope', 'не враховано: «Категорія».'],
  ])('say what of %s they do not follow, and programs are refused it', async (query, words) => {
    const answer = await app.request(`/zhytomyr/stats?${query}`)
    expect(await page(answer.headers.get('location') ?? '')).toContain(words)
    expect((await app.request(`/zhytomyr/stats.csv?${query}`)).status).toBe(400)
  })

  it('are narrowed by what the address says, and told in English', async () => {
    const html = await page(`/en/zhytomyr/stats?organization=${roadWorks}&from=2026-03&to=2026-03`)
    expect(html).toContain('Received: 1, show the reports')
    expect(html).toContain('Fewer than 10 reports')
    expect(await page('/en/zhytomyr/stats?area=northern')).toContain('There are no such reports')
  })

  it('are drawn without anything that the page’s rules forbid', async () => {
    const html = await page('/zhytomyr/stats')
    expect([...html.matchAll(/<svg[^>]*role="img"/g)]).toHaveLength(2)
    expect(html).toMatch(/<title id="chart-months-title">За місяцями<\/title><desc/)
    expect(html).not.toMatch(/<style|\sstyle=/)
  })

  it('are tables for spreadsheets too, with the same numbers', async () => {
    const answer = await app.request('/zhytomyr/stats.csv?table=organizations')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toContain('zhytomyr-organizations-2026-03-17.csv')
    const [water, roads] = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[]
    expect(water).toMatchObject({
      id: waterUtility,
      name: 'Водоканал',
      came: '12',
      resolved: '6',
      not_resolved: '3',
      not_resolved_no_funding: '3',
      open: '3',
      overdue: '3',
      found_solved: '1',
      found_unsolved: '1',
      days_median: '17',
    })
    expect(roads).toMatchObject({ id: roadWorks, came: '1', days_median: '' })
    const days = parse(await page('/zhytomyr/stats.csv?table=days'), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(days.reduce((sum, { answered }) => sum + Number(answered), 0)).toBe(9)
    expect(days.at(-1)).toMatchObject({ days: '75', left_open_or_merged: '1' })
  })

  it('can be counted again by anybody from the table of all reports', async () => {
    const read = async (path: string) =>
      parse(await page(path), { bom: true, columns: true }) as readonly Record<string, string>[]
    const reports = await read('/zhytomyr/reports.csv')
    const [months, days] = [await read('/zhytomyr/stats.csv'), await read('/zhytomyr/stats.csv?table=days')]
    const told = (column: string) => months.reduce((sum, month) => sum + Number(month[column]), 0)
    const counted = (column: string, value: string) => reports.filter((report) => report[column] === value).length
    expect(told('came')).toBe(reports.length)
    expect(told('not_resolved_no_funding')).toBe(counted('not_resolved_reason', 'no_funding'))
    expect(told('answered_late')).toBe(counted('answered_late', 'true'))
    expect([told('found_solved'), told('found_unsolved')]).toEqual([counted('found_solved', 'true'), 1])
    for (const { days: after = '', answered } of days) expect(counted('days_to_answer', after)).toBe(Number(answered))
    expect(reports.find((report) => report.not_resolved_reason)?.not_resolved_reason_name).toMatch(/\p{L}/u)
    const reasons = await read('/zhytomyr/stats.csv?table=reasons')
    expect(reasons.filter((reason) => reason.not_resolved !== '0')).toEqual([
      { id: 'no_funding', name: expect.any(String), not_resolved: '3' },
    ])
  })

  it('stand beside those of a year before once there are two such months, where few say only how many', async () => {
    expect(await page('/zhytomyr/stats')).not.toContain('id="year-before"')
    here.clock.at = day(75 + 365)
    for (let report = 0; report < 2; report += 1) await anAccepted(here)
    here.clock.at = day(75 + 400)
    const html = await page('/zhytomyr/stats')
    const compared = html.slice(html.indexOf('id="year-before"'))
    expect(compared).toContain('aria-label="лютий 2026\u00a0— березень 2026: 1, показати звернення"')
    expect(compared).toContain('aria-label="лютий 2027\u00a0— березень 2027: 2, показати звернення"')
    expect(compared.indexOf('Менш як 10 звернень')).toBeGreaterThan(0)
    expect(compared).not.toContain('Мають відповідь за 30 днів')
    const [before, now] = parse(await page('/en/zhytomyr/stats.csv?table=year_before'), { bom: true, columns: true })
    expect(before).toMatchObject({ first_month: '2026-02', last_month: '2026-03', came: '1', days_median: '' })
    expect(now).toMatchObject({ first_month: '2027-02', came: '2', share_within_30_days: '' })
    here.clock.at = day(75)
  })

  it('of an organization stand on its own page, with what it has not answered', async () => {
    const html = await page(`/zhytomyr/organizations/${waterUtility}`)
    expect(html).toMatch(/<h1[^>]*>Водоканал<\/h1>/)
    expect(html).toContain('<li>Вода</li>')
    expect(html).toContain('Надійшло: 12, показати')
    const late = html.slice(html.indexOf('id="overdue"'), html.indexOf('id="open"'))
    expect(rowsIn(late)).toBe(3)
    expect(await page('/zhytomyr/organizations')).toContain(`href="/zhytomyr/organizations/${waterUtility}"`)
    expect((await app.request('/zhytomyr/organizations/nobody')).status).toBe(404)
  })
})

describe('the months that can be compared with a year before', () => {
  it.each([
    ['2025-12', '2026-11', '2024-05', '2025-12 2026-10'], // this month is not over
    ['2026-03', '2026-04', '2024-05', '2026-03 2026-04'],
    ['2024-05', '2026-08', '2024-05', '2025-09 2026-08'], // no more than a year
    ['2025-12', '2026-11', '2025-07', '2026-08 2026-10'], // the first month may have begun in its middle
    ['2026-11', '2026-11', '2024-05', ''],
    ['2025-12', '2026-11', '2025-10', ''],
  ])('of %s to %s, where the first report came in %s, are %j', (from, to, first, months) => {
    const [start, end] = [`${from}-01`, `${to}-01`].map((day) => Temporal.PlainDate.from(day))
    if (!start || !end) throw new Error('Two months')
    const today = Temporal.PlainDate.from('2026-11-25')
    const found = comparable(
      { from: start, until: end.add({ months: 1 }) },
      today,
      Temporal.PlainDate.from(`${first}-01`),
    )
    const monthOf = (day: Temporal.PlainDate) => day.toString().slice(0, 7)
    expect(found ? `${monthOf(found.from)} ${monthOf(found.until.subtract({ days: 1 }))}` : '').toBe(months)
  })
})

describe('the months that are counted', () => {
  const today = Temporal.PlainDate.from('2026-11-25')
  const first = Temporal.PlainDate.from('2024-05-01')
  it.each([
    ['', '', '2025-12-01', '2026-12-01'],
    ['2026-01', '', '2026-01-01', '2026-12-01'],
    ['', '2025-06', '2024-07-01', '2025-07-01'],
    ['2026-03', '2026-01', '2026-01-01', '2026-04-01'],
    ['1000-01', '2999-12', '2024-05-01', '2026-12-01'],
    ['2999-01', '2999-12', '2026-11-01', '2026-12-01'],
  ])('from %j to %j are those of which there can be reports', (from, to, start, until) => {
    const period = periodOf({ from, to }, today, first)
    expect([period.from.toString(), period.until.toString()]).toEqual([start, until])
  })
})
