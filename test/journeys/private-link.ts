import { expect } from 'vitest'
import { letterTo, linkIn } from './letters.ts'
import { expectPhotos } from './looking.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { attach } from './resident.ts'
import { aResident, staff } from './signing-in.ts'
import { act, openForm, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Nobody has an account for the company that wires belong to. */
const dispatcher = 'zvernennia@oblenerho.zhytomyr.example'

export function privateLink(stage: () => Stage): void {
  journey(stage, 'an organization without an account answers by the link in its letter', async (all) => {
    const { comes, house } = all
    const author = aResident()
    const number = await aReport(stage(), author, {
      category: 'sagging-wire',
      description: 'Дріт провис над тротуаром.',
    })
    await acted(stage(), staff.moderator, number, 'approve', { organization: 'power-grid' })
    const letter = await letterTo(house, dispatcher, `№ ${number}: нове звернення`)
    expect(letter.text).toContain('Дріт провис над тротуаром.')
    const link = linkIn(letter, '/answer/')

    const visitor = await comes()
    for (const method of ['GET', 'HEAD', 'GET']) await visitor.request.fetch(link, { method })
    await visitor.goto(`${city}/reports/${number}`)
    await visitor.getByText(uk('status.accepted')).first().waitFor()

    const reader = await comes()
    await reader.goto(link)
    const late = await comes()
    await late.goto(link)
    const written = await unfold(late, 'decline')
    await written.getByLabel(uk('acting.reason')).selectOption({ label: uk('decline.not_ours') })
    await written.getByLabel(uk('acting.note.decline')).fill('Це дріт інтернет-провайдера.')

    await act(reader, 'start')
    await reader.getByText(/^Записано/).waitFor()
    await letterTo(house, author.address, `№ ${number}: узято в роботу`)

    await press(written, 'decline')
    await late.getByText(uk('acting.changed_meanwhile')).first().waitFor()
    const kept = openForm(late)
    expect(await kept.getByLabel(uk('acting.note.decline')).inputValue()).toBe('Це дріт інтернет-провайдера.')
    expect(await kept.getByLabel(uk('acting.reason')).inputValue()).toBe('not_ours')

    await act(reader, 'resolve', async (form) => {
      await form.getByLabel(uk('acting.note.resolve')).fill('Дріт підтягнуто.')
      await attach(reader, await aPhoto())
    })
    await letterTo(house, author.address, `№ ${number}: вирішено`)
    await visitor.reload()
    await visitor.getByText('Дріт підтягнуто.').first().waitFor()
    await expectPhotos(visitor, 1)
  })
}
