import type { Database } from '../database.ts'
import { mainJourney } from '../engines/main-journey.ts'
import { serverUrl } from '../server.ts'
import { answers } from './answers.ts'
import { byKeyboard } from './by-keyboard.ts'
import { connection, interruptions } from './connection.ts'
import { followingNews } from './following.ts'
import { journalist } from './journalist.ts'
import { notSolved } from './not-solved.ts'
import { nothingLost } from './nothing-lost.ts'
import { onTheMap } from './on-the-map.ts'
import { privateLink } from './private-link.ts'
import { describeInBrowser } from './stage.ts'
import { twoModerators } from './two-moderators.ts'
import { where } from './where.ts'
import { whileItChanges } from './while-it-changes.ts'
import { wholeWay } from './whole-way.ts'

/**
 * Every journey but those of an app on a phone (`pocket.test.ts`), one house for all of them. What a browser does with a form or a map is the same whichever database
 * stands behind: where there are both, such journeys take the way through one.
 */
export function journeysOn(database: Database): void {
  describeInBrowser('Journeys', database, (stage) => {
    wholeWay(stage)
    byKeyboard(stage)
    connection(stage)
    answers(stage)
    privateLink(stage)
    if (database === 'PGlite' && serverUrl) return
    mainJourney(stage)
    followingNews(stage)
    interruptions(stage)
    twoModerators(stage)
    nothingLost(stage)
    notSolved(stage)
    where(stage)
    onTheMap(stage)
    journalist(stage)
    whileItChanges(stage)
  })
}
