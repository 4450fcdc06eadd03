import { expect } from 'vitest'
import { letterTo, linkIn } from './letters.ts'
import { expectPhotos } from './looking.ts'
import { aPhoto } from './photos.ts'
import { acted, aReport } from './requests.ts'
import { attach } from './resident.ts'
import { neighbour, staff, staffComes } from './signing-in.ts'
import { openAtDesk } from './staff.ts'
import { journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

const pothole = { category: 'pothole', 'answer.pothole.place': 'carriageway' }

/** "Not solved", said from the letter on a phone that nobody has signed in on. */
export function notSolved(stage: () => Stage): void {
  journey(stage, 'an author says from the letter that it is not solved, with a photo, and it goes on', async (all) => {
    const number = await aReport(stage(), neighbour, { ...pothole, description: 'Яма навпроти пошти, знову' })
    await acted(stage(), staff.moderator, number, 'approve', { organization: 'road-works' })
    await acted(stage(), staff.officer, number, 'resolve', { note: 'Яму засипано щебенем.' })
    const letter = await letterTo(all.house, neighbour.address, `№ ${number}: вирішено`)

    const author = await all.comes()
    await author.goto(linkIn(letter, '/opinions/').replace('solved=yes', 'solved=no'))
    await author.getByText('Яму засипано щебенем.').waitFor()
    const visitor = await all.comes()
    await visitor.goto(`${city}/reports/${number}`)
    await visitor.getByRole('heading', { name: uk('report.result') }).waitFor()

    await author.getByLabel(uk('acting.note.reopen')).fill('Щебінь вимило за тиждень.')
    await attach(author, await aPhoto())
    await author.getByRole('button', { name: uk('act.reopen'), exact: true }).click()
    await author.getByText(uk('mine.done.reopen')).waitFor()

    const officer = await staffComes(all, staff.officer)
    await openAtDesk(officer, number)
    await officer.getByText('Щебінь вимило за тиждень.').first().waitFor()
    await expectPhotos(officer, 1)
    await visitor.reload()
    await visitor.getByText(uk('did.reopen')).first().waitFor()
    expect(await visitor.getByRole('heading', { name: uk('report.result') }).count()).toBe(0)
  })
}
