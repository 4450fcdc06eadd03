import { expect, it, vi } from 'vitest'
import { openPictures } from '#src/bin/open-pictures.ts'

import { aDraft } from '#src/domain/examples.ts'
import type { PersonId } from '#src/domain/id.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { mailbox } from '#src/outside/mailbox.ts'
import { screens } from '#src/outside/push/screens.ts'
import { ensure } from '#src/store/people.ts'
import { aGuide } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as testMeans } from '#test/means.ts'
import { someAddresses } from './examples.ts'
import { jobHandlers } from './handlers.ts'

describeOnBoth('a worker', (open, database) => {
  // A store's queue can't be told to stop working and go on, and all files here share the embedded one.
  it.skipIf(database === 'PGlite')('turns a report that was sent into one letter to its author', async () => {
    const store = await open({ alone: true })
    const guide = aGuide()
    const at = Temporal.Instant.from('2026-01-05T10:00Z')
    const mail = mailbox(() => at)
    const means = testMeans(store, { now: at })
    const log = { info: () => {}, warn: () => {} }
    const guides = new Map([[guide.city.id, guide]])
    const { message } = openPictures(means, 'https://city.example')
    await store.queue.work(
      jobHandlers({ means, mail, push: screens(), message, guides, addresses: someAddresses, log }),
    )

    const id = crypto.randomUUID() as PersonId
    await ensure(store.whole, { id, email: 'olena@example.com', firstName: 'Olena', lastName: 'K.', locale: 'en' })
    await submitReport(means, guide, aDraft(), { kind: 'resident', id })

    const subjects = () => mail.letters().map(({ subject }) => subject)
    await vi.waitFor(() => expect(subjects()).toEqual(['No. 1: report received']), 10_000)
  })
})
