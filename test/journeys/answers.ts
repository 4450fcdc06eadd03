import { expect } from 'vitest'
import { lettersTo, letterTo, linkIn } from './letters.ts'
import { expectPhotos } from './looking.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { attach } from './resident.ts'
import { aResident, comesSignedIn, type Member, staff, staffComes } from './signing-in.ts'
import { act, openAtDesk, openForm, press, unfold } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway' }

/** What an organization says, and what the author says to that. */
export function answers(stage: () => Stage): void {
  journey(stage, 'an organization asks, and the author answers with a photo', async (all) => {
    const author = aResident()
    const { number } = await accepted(stage(), author)
    const officer = await staffComes(all, staff.officer)
    await openAtDesk(officer, number)
    await act(officer, 'ask', (form) => form.getByLabel(uk('acting.note.ask')).fill('Яка глибина?'))
    const question = await letterTo(all.house, author.address, `№ ${number}: потрібне ваше уточнення`)
    expect(question.text).toContain('Яка глибина?')

    const resident = await comesSignedIn(all, author)
    await resident.goto('/me')
    await resident.getByRole('link', { name: uk('me.waits.answer') }).click()
    await resident.getByLabel(uk('acting.note.answer')).fill('Двадцять сантиметрів, ось лінійка.')
    await attach(resident, await aPhoto())
    await resident.getByRole('button', { name: uk('act.answer'), exact: true }).click()
    await resident.getByText(uk('mine.done.answer')).waitFor()

    await openAtDesk(officer, number)
    await officer.getByText('Двадцять сантиметрів, ось лінійка.').waitFor()
    await expectPhotos(officer, 1)
    await officer.locator('#acts').getByText(uk('act.start'), { exact: true }).first().waitFor()

    const visitor = await all.comes()
    await visitor.goto(`${city}/reports/${number}`)
    expect(await visitor.locator('.timeline .photos-of img').count()).toBe(0)
    const moderator = await staffComes(all, staff.moderator)
    await moderator.goto(`${city}/desk?folder=additions`)
    await moderator.locator(`a[href*="/desk/${number}?"]`).first().click()
    await moderator.getByRole('button', { name: uk('act.show_media') }).click()
    await moderator.waitForURL('**done=show_media**')
    await visitor.reload()
    await expectPhotos(visitor, 1)
  })

  journey(stage, 'an organization declines with a reason, and the author reopens', async (all) => {
    const author = aResident()
    const { number } = await accepted(stage(), author)
    const officer = await staffComes(all, staff.officer)
    await openAtDesk(officer, number)
    const form = await unfold(officer, 'decline')
    await press(form, 'decline')
    await officer.getByText(uk('acting.reason_not_chosen')).first().waitFor()
    const again = openForm(officer)
    await again.getByLabel(uk('acting.reason')).selectOption({ label: uk('decline.no_funding') })
    await again.getByLabel(uk('acting.note.decline')).fill('Цього року грошей на цю вулицю немає.')
    await press(again, 'decline')
    await officer.waitForURL('**done=decline**')

    const letter = await letterTo(all.house, author.address, `№ ${number}: не вирішено`)
    const visitor = await all.comes()
    await visitor.goto(`${city}/reports/${number}`)
    await visitor.getByRole('heading', { name: uk('report.why_not') }).waitFor()
    await visitor.getByText(uk('decline.no_funding')).first().waitFor()

    const resident = await comesSignedIn(all, author)
    await resident.goto(linkIn(letter, '/reports/'))
    await resident.locator('summary', { hasText: uk('opinion.no.decline') }).click()
    await resident.getByLabel(uk('acting.note.reopen')).fill('Торік обіцяли цього року. Яма лише росте.')
    await resident.getByRole('button', { name: uk('act.reopen') }).click()
    await resident.getByText(uk('mine.done.reopen')).waitFor()

    await openAtDesk(officer, number)
    await officer.getByText('Торік обіцяли цього року. Яма лише росте.').waitFor()
    await officer.locator('#acts').getByText(uk('act.start'), { exact: true }).first().waitFor()
    const told = await letterTo(all.house, 'dyspetcher@shliakhy.zhytomyr.example', `№ ${number}: відкрито повторно`)
    expect(told.text).toContain('Яма лише росте.')
    expect((await lettersTo(all.house, author.address)).filter(({ subject }) => subject.includes('повторно'))).toEqual(
      [],
    )
  })
}

async function accepted(stage: Stage, author: Member): Promise<{ readonly number: number }> {
  const number = await aReport(stage, author, { ...pothole, description: 'Яма біля бордюру, колесо провалюється.' })
  await acted(stage, staff.moderator, number, 'approve', { organization: 'road-works' })
  return { number }
}
