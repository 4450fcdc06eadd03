import type { Registry } from 'prom-client'

import type { Assets } from './assets.ts'
import type { Common, Handlers } from './context.ts'
import { help } from './help/help.tsx'
import { cities } from './home/cities.tsx'
import { assetsFrom, favicon, robots } from './plain/fixed-files.ts'
import { healthz, metricsOf, readyz } from './plain/process-state.ts'

/** What single handlers need beyond what every context has. */
export type HandlerParts = { readonly assets: Assets; readonly registry: Registry }

/** Who answers which route: a line for each. */
export function createHandlers({ assets, registry }: HandlerParts): Handlers {
  return {
    cities,
    help,
    assets: assetsFrom(assets),
    healthz,
    readyz,
    metrics: metricsOf(registry),
    robots,
    favicon,
    signIn: unbuilt,
    sendCode: unbuilt,
    code: unbuilt,
    enterCode: unbuilt,
    about: unbuilt,
    saveAbout: unbuilt,
    signOut: unbuilt,
    me: unbuilt,
    saveSettings: unbuilt,
    myData: unbuilt,
    eraseMe: unbuilt,
    signOutEverywhere: unbuilt,
    media: unbuilt,
    basemap: unbuilt,
    mailbox: unbuilt,
    mailboxJson: unbuilt,
    city: unbuilt,
    reports: unbuilt,
    reportsGeojson: unbuilt,
    reportForm: unbuilt,
    submitReport: unbuilt,
    report: unbuilt,
    moveReport: unbuilt,
    addUpload: unbuilt,
    removeUpload: unbuilt,
    desk: unbuilt,
    deskReport: unbuilt,
    deskMove: unbuilt,
    answer: unbuilt,
    answerMove: unbuilt,
  }
}

const unbuilt = ({ problem }: Pick<Common, 'problem'>) => problem({ kind: 'not_found' })
