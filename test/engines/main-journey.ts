import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { newestCode } from '../journeys/letters.ts'
import { aPhoto } from '../journeys/photos.ts'
import { pothole } from '../journeys/resident.ts'
import { aResident } from '../journeys/signing-in.ts'
import type { Stage } from '../journeys/stage.ts'
import { city, uk } from '../journeys/words.ts'
import { openFirefox } from './firefox.ts'
import { labelled, patience, saying, type Tab } from './tab.ts'
import { openWebKit } from './webkit.ts'

const engines = [
  { name: 'Firefox', variable: 'FIREFOX', open: openFirefox },
  { name: 'WebKit', variable: 'WEBKIT_DRIVER', open: openWebKit },
]

/** What every journey does in Chromium, the main one does in each other engine: a report with a photo, sent and seen. */
export function mainJourney(stage: () => Stage): void {
  for (const { name, variable, open } of engines) {
    const program = process.env[variable]
    const missing = program ? '' : `, skipped: ${variable} names no program; npm test finds one`
    it.skipIf(!program)(`a resident reports with a photo in ${name}${missing}`, async () => {
      const [tab, folder] = await Promise.all([open(program ?? ''), mkdtemp(join(tmpdir(), 'open-city-photo-'))])
      try {
        // Until the page has read it, it must lie there.
        const photo = join(folder, 'photo.jpg')
        await writeFile(photo, (await aPhoto()).buffer)
        await reportsWithPhoto(stage(), tab, photo)
        expect(tab.complaints()).toEqual([])
      } finally {
        await tab.close()
        await rm(folder, { recursive: true })
      }
    })
  }
}

async function reportsWithPhoto({ house }: Stage, tab: Tab, photo: string): Promise<void> {
  const author = aResident()
  const [kind = '', answer = ''] = [pothole.kind, ...(pothole.answers ?? [])]
  await tab.open(house.origin + city)
  await tab.press(`//main${saying('a', uk('nav.report_problem'))}`)
  await tab.press(saying('summary', pothole.group))
  await tab.press(saying('label', kind))
  await tab.press(saying('label', answer))
  await tab.type(labelled(uk('form.address')), 'вул. Київська, 12')
  await tab.type(labelled(uk('form.words')), 'Яма на переході, люди її обходять.')
  await tab.pick(labelled(uk('files.add')), photo)
  await tab.see('//li[@data-media]')
  await tab.see(saying('p', 'Збережено на цьому пристрої'))
  await tab.press('//*[@id="send"]')

  await tab.type(labelled(uk('sign_in.email')), author.address)
  await tab.press(saying('button', uk('sign_in.send')))
  await tab.see(labelled(uk('code.field')))
  await tab.type(labelled(uk('code.field')), await newestCode(house, author.address))
  await tab.press(saying('button', uk('code.enter')))
  await tab.type(labelled(uk('about.first_name')), author.name.first)
  await tab.type(labelled(uk('about.last_name')), author.name.last)
  await tab.press(saying('label', uk('about.consent')))
  await tab.press(saying('button', uk('about.save')))

  await tab.see(saying('*', uk('mine.waits.submitted')))
  // A driver may tell of a new page's words before it tells its address.
  await vi.waitFor(async () => expect(await tab.address()).toMatch(/\/zhytomyr\/reports\/\d+/), {
    timeout: patience,
    interval: 50,
  })
  const width = () => tab.ask('return document.querySelector("ul.photos-of img")?.naturalWidth ?? 0')
  await vi.waitFor(async () => expect(await width()).toBeGreaterThan(0), { timeout: patience, interval: 50 })
}
