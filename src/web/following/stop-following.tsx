import type { CityId, FollowKey, SubscriptionId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'

/** One thing that somebody follows, and the key to end it by. */
export type StopProps = { readonly city: CityId; readonly key: FollowKey; readonly id: SubscriptionId }

type Props = { readonly t: Say; readonly to: Paths; readonly number: number; readonly follows: StopProps }

/** That this reader follows the report, with the way to end that; the report's page comes back. */
export function StopFollowing({ t, to, number, follows: { city, key, id } }: Props) {
  return (
    <form method="post" action={to.changeFollowing(city, key)} class="follows">
      <input type="hidden" name="subscription" value={id} />
      <input type="hidden" name="back" value={number} />
      <span class="soft">{t('follow.followed')}</span>
      <button type="submit" class="button quiet small" name="do" value="stop">
        {t('following.stop')}
      </button>
    </form>
  )
}
