import { readFileSync } from 'node:fs'

import type { Config } from '#src/config.ts'
import type { Reached, Way } from '#src/domain/pushing.ts'
import { type AppleAccount, applePush } from '#src/outside/push/apns.ts'
import { fcmPush, serviceAccount } from '#src/outside/push/fcm.ts'
import { paced } from '#src/outside/push/paced.ts'
import type { Push } from '#src/outside/push/push.ts'
import { isPushService } from '#src/outside/push/push-services.ts'
import { keptVapidKey, type VapidKey, vapidKey } from '#src/outside/push/vapid-keys.ts'
import { browserPush } from '#src/outside/push/web-push.ts'
import type { DeviceDoor } from '#src/web/push/device-door.ts'

/** From a process: 10,000 are told within four minutes, and take about a twentieth of a processor meanwhile. */
const perSecond = 50

export type OpenPush = { readonly push: Push; readonly door: DeviceDoor; close(): void }

/** Messages to devices, as far as the operator gave keys for them. Throws when a key is none. */
export function openPush(config: Config): OpenPush {
  const keys = vapidKeys(config)
  const browsers = keys.length > 0 ? browserPush(keys, contactOf(config)) : null
  const android = config.fcmAccount ? fcmPush(serviceAccount.parse(JSON.parse(read(config.fcmAccount)))) : null
  const ios = config.apnsUrl ? applePush(appleAccount(config.apnsUrl)) : null
  const open: Readonly<Record<Way, boolean>> = { web: browsers !== null, fcm: android !== null, apns: ios !== null }

  const push: Push = {
    async send(to, message) {
      // Registered while there were keys: its owner may get them back.
      const closed = { kind: 'later', said: 'no keys', after: null, isService: true } as const
      if (to.way === 'web') return browsers ? browsers(to, message) : closed
      if (to.way === 'fcm') return android ? android(to.address, message) : closed
      return ios ? ios.send(to.address, message) : closed
    },
  }
  return {
    push: paced(push, perSecond),
    door: {
      key: keys[0]?.publicKey ?? null,
      takes: ({ way, address }: Pick<Reached, 'way' | 'address'>) =>
        open[way] && (way !== 'web' || isPushService(address, config.pushServices)),
    },
    close: () => ios?.close(),
  }
}

/** The first is given to browsers; those after it are still trusted by browsers that had it. */
function vapidKeys({ pushKeys, loopback, dataDir }: Config): readonly VapidKey[] {
  if (pushKeys.length > 0) return pushKeys.map(vapidKey)
  return loopback ? [keptVapidKey(dataDir)] : []
}

/** RFC 8292, section 2.1: an address of the web, or of mail. */
function contactOf({ origin, mailFrom }: Config): string {
  return origin.startsWith('https:') ? origin : `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`
}

function appleAccount(address: string): AppleAccount {
  const url = new URL(address)
  return {
    service: url.origin,
    team: url.username,
    keyId: url.password,
    app: url.pathname.slice(1),
    privateKey: read(url.searchParams.get('key') ?? ''),
  }
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
