import { type PushKind, pushKindsOf, type QuietHours } from '#src/domain/pushing.ts'
import type { Device } from '#src/store/devices.ts'
import type { PushChoice } from '#src/store/push-choices.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, dayInWords } from '#src/text/time.ts'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import type { DeviceDoor } from './device-door.ts'
import { endOf, PushSwitch } from './push-offer.tsx'

export type PushOnMe = {
  readonly door: DeviceDoor
  readonly devices: readonly Device[]
  /** The one that the person looks by; null when it is not told anything. */
  readonly here: Device | null
  readonly choice: PushChoice
  readonly isStaff: boolean
  readonly quietHours: QuietHours
  readonly clock: Clock
  readonly done: 'saved' | 'removed' | null
}

type Props = PushOnMe & { readonly t: Say; readonly to: Paths }

/** Messages on screens: on this device, on the person's others, and of what. */
export function PushSection(props: Props) {
  const { t, to, door, here, done } = props
  if (!door.key && props.devices.length === 0) return null
  return (
    <section class="card stack" id="push" aria-labelledby="push-title">
      <h2 id="push-title">{t('push.heading')}</h2>
      {done && (
        <Notice kind="done">
          <p>{t(`push.${done}`)}</p>
        </Notice>
      )}
      <p class="soft">{t('push.lead')}</p>
      {door.key && <PushSwitch {...{ t, to }} trusts={door.key} knownBy={here && endOf(here.address)} add={[]} />}
      <noscript>
        <p class="soft">{t('push.unable')}</p>
      </noscript>
      <Devices {...props} />
      <Kinds {...props} />
    </section>
  )
}

function Devices({ t, to, devices, here, clock }: Props) {
  if (devices.length === 0) return null
  return (
    <div class="stack tight">
      <h3>{t('push.devices')}</h3>
      <ul class="stack tight">
        {devices.map(({ id, name, since }) => {
          const device = name || t('push.device_unknown')
          const isHere = id === here?.id
          return (
            <li key={id} class="device">
              <span>
                {device}{' '}
                <span class="soft">
                  {t('push.device_since', { day: dayInWords(since, clock, t) })}
                  {isHere && ` · ${t('push.device_here')}`}
                </span>
              </span>
              <form method="post" action={to.removeDevice(id)}>
                <button type="submit" class="button quiet small" aria-label={t('push.remove_named', { device })}>
                  {t('push.remove')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Kinds({ t, to, choice, isStaff, quietHours }: Props) {
  const kinds: readonly PushKind[] = [...pushKindsOf.resident, ...(isStaff ? pushKindsOf.staff : [])]
  const [from, until] = [quietHours.from, quietHours.until].map((time) => time.toString({ smallestUnit: 'minute' }))
  return (
    <form method="post" action={to.savePush()} class="form">
      <fieldset class="field">
        <legend>{t('push.kinds')}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="choice">
            <input type="checkbox" name="kind" value={kind} checked={choice.kinds.includes(kind)} />
            <span>{t(`push.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label class="choice">
          <input type="checkbox" name="quiet" value="yes" checked={choice.quiet} />
          <span>{t('push.quiet', { from: from ?? '', until: until ?? '' })}</span>
        </label>
      </div>
      <p>
        <button type="submit" class="button quiet">
          {t('push.save')}
        </button>
      </p>
    </form>
  )
}
