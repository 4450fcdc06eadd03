import { frequencies } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { CityId, FollowKey } from '#src/domain/id.ts'
import type { Subscription } from '#src/store/subscriptions.ts'
import type { Say } from '#src/text/catalogue.ts'
import { dayInWords } from '#src/text/time.ts'
import { topicInWords } from '#src/text/topics.ts'
import type { Paths } from '../routes.ts'

export type FollowedProps = {
  readonly t: Say
  readonly to: Paths
  readonly now: Temporal.Instant
  readonly guides: ReadonlyMap<CityId, Guide>
  readonly subscriptions: readonly (Subscription & { readonly key: FollowKey })[]
  /** The page that shows it, and gets to see what was changed. */
  readonly back: 'me' | 'key'
}

/** What is followed, each with the way to hear of it more rarely, or no more. */
export function Followed({ t, to, now, guides, subscriptions, back }: FollowedProps) {
  return (
    <ul class="stack tight">
      {subscriptions.map(({ city, key, id, topic, frequency, since }) => {
        const guide = guides.get(city)
        if (!guide) return null
        const words = topicInWords(topic, guide, t)
        const named = back === 'me' && guides.size > 1 ? `${guide.city.name[t.locale]}: ${words}` : words
        const clock = { timeZone: guide.city.timeZone, now }
        return (
          <li key={id} class="card stack tight">
            <p>
              <b>{topic.kind === 'report' ? <a href={to.report(city, topic.number)}>{named}</a> : named}</b>{' '}
              <span class="soft">{t('following.since', { day: dayInWords(since, clock, t) })}</span>
            </p>
            <form method="post" action={to.changeFollowing(city, key)} class="acts">
              <input type="hidden" name="subscription" value={id} />
              <input type="hidden" name="back" value={back} />
              <label class="hidden-words" for={`frequency-${id}`}>
                {t('following.frequency_named', { topic: named })}
              </label>
              <span class="field">
                <select name="frequency" id={`frequency-${id}`}>
                  {frequencies.map((one) => (
                    <option key={one} value={one} selected={one === frequency}>
                      {t(`follow.frequency.${one}`)}
                    </option>
                  ))}
                </select>
              </span>
              {(['save', 'stop'] as const).map((one) => (
                <button
                  key={one}
                  type="submit"
                  class="button quiet small"
                  name="do"
                  value={one}
                  aria-label={t(`following.${one}_named`, { topic: named })}
                >
                  {t(`following.${one}`)}
                </button>
              ))}
            </form>
          </li>
        )
      })}
    </ul>
  )
}
