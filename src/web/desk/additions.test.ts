import { beforeAll, expect, it } from 'vitest'

import { aModerator, anAct } from '#src/domain/examples.ts'
import { cityLight } from '#test/a-guide.ts'
import { as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { aKey, anAccepted, done } from '#test/some-reports.ts'
import { type Staffed, staffed } from './staffed.examples.ts'

describeOnOne('what was added, at the desk', (open) => {
  let desk: Staffed
  beforeAll(async () => {
    desk = await staffed(await open())
  })

  /** A report to which its author added something; `drawn` is the desk's page as the moderator sees it then. */
  async function anAddition(organization?: typeof cityLight) {
    const { number, author } = await anAccepted(desk.here, {}, organization)
    await done(desk.here, number, { kind: 'add', note: 'Стало гірше', media: [] }, author)
    const path = `/zhytomyr/desk/${number}`
    const drawn = await desk.page(`${path}?folder=additions`, desk.moderator)
    const [, seen = '', addition = ''] =
      /name="seen" value="(\d+)"\/><input type="hidden" name="addition" value="(\d+)"/.exec(drawn) ?? []
    const act = (kind: string, fields: Record<string, string>, query = '') =>
      desk.app.request(`${path}/${kind}${query}`, sent({ key: aKey(), addition, seen, ...fields }, as(desk.moderator)))
    return { number, path, addition: Number(addition), act }
  }

  it('is shown to who works on the report, and a moderator works through what waits', async () => {
    const [one, other] = [await anAddition(), await anAddition(cityLight)]
    const seen = await desk.page(one.path, desk.officer)
    expect(seen).toContain('Ще не перевірено модератором')
    expect(seen).not.toContain('show_addition')
    const query = `?folder=additions&next=${other.number}`
    const unsaid = await one.act('decline_addition', { note: 'Тут прізвище' }, query)
    expect([unsaid.status, await unsaid.text()]).toEqual([422, expect.stringContaining('Тут прізвище</textarea>')])
    const shown = await one.act('show_addition', {}, query)
    expect(shown.headers.get('location')).toContain(
      `/zhytomyr/desk/${other.number}?folder=additions&done=show_addition`,
    )
    const again = await one.act('show_addition', { seen: '' })
    expect(await again.text()).toContain('вже розглянув інший модератор')
    expect(await desk.page(one.path, desk.officer)).toContain('Показано всім')
  })

  it('is not decided by who has not seen what happened since', async () => {
    const { number, act } = await anAddition()
    await done(desk.here, number, { ...anAct('note'), note: 'Тут телефон сусіда' }, aModerator())
    const late = await act('show_addition', {})
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Тут телефон сусіда')])
  })

  it('gives back what the second of two wrote, whose addition the first has declined', async () => {
    const { number, addition, act } = await anAddition()
    await done(desk.here, number, { ...anAct('decline_addition'), addition, files: [] }, aModerator())
    for (const reason of ['personal_data', '']) {
      const late = await act('decline_addition', { reason, note: 'Приберіть номер телефону' })
      const html = await late.text()
      const [, told = ''] = /role="alert"(.*?)<\/blockquote>/s.exec(html) ?? []
      expect(told).toContain('Приберіть номер телефону')
      expect(html).not.toContain('Приберіть номер телефону</textarea>')
    }
  })
})
