import type { Database } from '../database.ts'
import { answers } from './answers.ts'
import { byKeyboard } from './by-keyboard.ts'
import { connection } from './connection.ts'
import { nothingLost } from './nothing-lost.ts'
import { onTheMap } from './on-the-map.ts'
import { privateLink } from './private-link.ts'
import { describeInBrowser } from './stage.ts'
import { twoModerators } from './two-moderators.ts'
import { where } from './where.ts'
import { wholeWay } from './whole-way.ts'

/** Every journey, one house for all of them. */
export function journeysOn(database: Database): void {
  describeInBrowser('Journeys', database, (stage) => {
    wholeWay(stage)
    byKeyboard(stage)
    connection(stage)
    answers(stage)
    privateLink(stage)
    twoModerators(stage)
    nothingLost(stage)
    where(stage)
    onTheMap(stage)
  })
}
