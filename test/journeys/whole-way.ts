import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { letterTo, linkIn } from './letters.ts'
import { expectPhotos, expectVideo } from './looking.ts'
import { aPhoto, aVideo } from './photos.ts'
import {
  attach,
  beginReport,
  chooseProblem,
  describe,
  lengthsSent,
  numberOf,
  pothole,
  sayWhere,
  send,
} from './resident.ts'
import { aResident, signIn, staff, staffComes } from './signing-in.ts'
import { act, openAtDesk, openFromFolder } from './staff.ts'
import { type Journey, journey, type Stage } from './stage.ts'
import { city, uk } from './words.ts'

/** Where the photo was taken, and where the moderator puts the point of a report without one. */
const onTheSpot = { lng: 28.6587, lat: 50.2547 }

/** From a resident's phone to an answer that everyone can see. */
export function wholeWay(stage: () => Stage): void {
  journey(stage, 'a report with a photo and a video goes its whole way', (all) => walk(all, true))
  journey(stage, 'a report goes its whole way without JavaScript', (all) => walk(all, false))
}

async function walk(all: Journey, javaScriptEnabled: boolean): Promise<void> {
  const { comes, house } = all
  const { address: author, name } = aResident()
  const words = `Яма ${author.slice(9, 17)} на всю смугу`

  const resident = await comes({ javaScriptEnabled })
  await beginReport(resident)
  await chooseProblem(resident, pothole)
  await sayWhere(resident, 'вул. Київська, 12')
  await describe(resident, `${words}, вночі її не видно.`)
  if (javaScriptEnabled) await attachWithPlace(resident)
  else await resident.getByLabel(uk('files.add')).setInputFiles([await aPhoto(), await aVideo()])
  await send(resident)
  await resident.getByText(uk('sign_in.lead_report')).waitFor()
  await signIn(resident, house, author, name)
  const number = await numberOf(resident)
  await resident.getByText(uk('mine.waits.submitted')).waitFor()
  await letterTo(house, author, `№ ${number}: звернення отримано`)

  const visitor = await comes({ javaScriptEnabled })
  const address = `${city}/reports/${number}`
  expect((await visitor.goto(address))?.status()).toBe(404)

  const moderator = await staffComes(all, staff.moderator, { javaScriptEnabled })
  await openFromFolder(moderator, uk('folder.moderation'), words)
  await expectPhotos(moderator, 1)
  await moderator.getByRole('button', { name: uk('desk.video.hide_media') }).waitFor()
  if (javaScriptEnabled) await act(moderator, 'approve')
  else
    await act(moderator, 'approve', (form) =>
      form.getByLabel(uk('acting.point')).fill(`${onTheSpot.lat}, ${onTheSpot.lng}`),
    )
  await letterTo(house, author, `№ ${number}: прийнято до розгляду`)

  const officer = await staffComes(all, staff.officer, { javaScriptEnabled })
  await openFromFolder(officer, uk('folder.new'), words)
  await act(officer, 'start')
  await letterTo(house, author, `№ ${number}: узято в роботу`)
  await openAtDesk(officer, number)
  await act(officer, 'ask', (form) => form.getByLabel(uk('acting.note.ask')).fill('Яма ближче до якого будинку?'))
  const question = await letterTo(house, author, `№ ${number}: потрібне ваше уточнення`)

  await resident.goto(linkIn(question, '/reports/'))
  await resident.getByText('Яма ближче до якого будинку?').first().waitFor()
  await resident.getByLabel(uk('acting.note.answer')).fill('Якраз перед будинком 12, навпроти аптеки.')
  await resident.getByRole('button', { name: uk('act.answer'), exact: true }).click()
  await resident.getByText(uk('mine.done.answer')).waitFor()

  await openAtDesk(officer, number)
  await officer.getByText('Якраз перед будинком 12').first().waitFor()
  await act(officer, 'resolve', async (form) => {
    await form.getByLabel(uk('acting.note.resolve')).fill('Яму заасфальтовано.')
    const photo = await aPhoto()
    if (javaScriptEnabled) await attach(officer, photo)
    else await form.getByLabel(uk('files.add')).setInputFiles(photo)
  })
  const result = await letterTo(house, author, `№ ${number}: вирішено`)
  expect(result.text).toContain('Яму заасфальтовано.')

  await visitor.goto(`${city}/reports`)
  await visitor.getByRole('link', { name: words }).click()
  await visitor.getByRole('heading', { name: uk('report.result') }).waitFor()
  await expectPhotos(visitor, 2)
  await expectVideo(visitor)

  await resident.goto(linkIn(result, '/reports/'))
  await resident.getByRole('button', { name: uk('opinion.yes') }).click()
  await resident.getByText(uk('mine.done.confirm')).waitFor()
  await visitor.reload()
  await visitor.getByText(uk('report.confirmed')).first().waitFor()
}

/** The photo knows where it was taken: the resident takes the point from it. */
async function attachWithPlace(resident: Page): Promise<void> {
  await attach(resident, await aPhoto({ at: onTheSpot, width: 1600, height: 1200 }))
  await resident.getByRole('button', { name: uk('files.place_yes') }).click()
  await resident.getByText('Точку поставлено: 50.25470, 28.65870').waitFor()
  const video = await aVideo()
  const sent = lengthsSent(resident)
  await attach(resident, video)
  expect(sent).toEqual([expect.any(Number)])
  expect(sent[0]).toBeLessThan(video.buffer.length / 10)
}
