import type { JSX } from 'preact'

import type { PushKind } from '#src/domain/pushing.ts'
import { addressOf } from '#src/store/devices.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Common } from '../context.ts'
import type { Paths } from '../routes.ts'
import type { Viewer } from '../viewer.ts'
import type { PushSettings } from './push-settings.ts'

type Switch = {
  readonly t: Say
  readonly to: Paths
  readonly trusts: string
  readonly knownBy: string | null
  readonly add: readonly PushKind[]
}

/** Asks whether to show on this device what the person has just begun to wait for; nothing where it can't be asked. */
export async function pushOffer(
  { means, t, to, door: { key } }: Common,
  viewer: Viewer,
  why: 'sent' | 'followed',
): Promise<JSX.Element | null> {
  if (!key || viewer.kind === 'visitor' || (await addressOf(means.store.whole, viewer.session))) return null
  const add: readonly PushKind[] = why === 'sent' ? ['question', 'outcome'] : ['followed']
  return (
    <div class="notice push-offer" data-push-offer hidden>
      <p>{t(`push.offer.${why}`)}</p>
      <PushSwitch {...{ t, to, add }} trusts={key} knownBy={null} />
    </div>
  )
}

/** The button that a script shows where the browser can be told on. */
export function PushSwitch({ t, to, trusts, knownBy, add }: Switch) {
  const settings: PushSettings = {
    ...{ key: trusts, knownBy, add },
    worker: to.worker(),
    register: to.addDevice(),
    words: {
      on: t('push.is_on'),
      denied: t('push.denied'),
      homeScreen: t('push.home_screen'),
      failed: t('push.failed'),
    },
  }
  return (
    <div class="push-switch" data-push={JSON.stringify(settings)}>
      <button type="button" class="button quiet" data-push-on hidden>
        {t('push.on')}
      </button>
      <p role="status" data-push-said>
        {knownBy === null ? '' : t('push.is_on')}
      </p>
    </div>
  )
}

/** So much of an address tells it from another, and nobody can send there. */
export function endOf(address: string): string {
  return address.slice(-12)
}
