import type { FollowRefusal, Topic } from '#src/domain/following.ts'
import { confirmFollowing, follow } from '#src/operations/follow.ts'
import { find } from '#src/store/public-reports.ts'
import { findAsked } from '#src/store/subscriptions.ts'
import { topicInWords } from '#src/text/topics.ts'
import { emailAddress } from '../account/way-on.ts'
import type { Context, Handlers } from '../context.ts'
import { type FieldsOf, text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { CountTry } from '../limits.ts'
import type { Viewer } from '../viewer.ts'
import { FollowPage, type FollowProblems } from './follow-page.tsx'
import { followedOf } from './followed-of.ts'
import { offersOfQuery, offersOfReport } from './offers.ts'
import { frequencyIn, topicIn } from './topic-in-form.ts'
import { unkept } from './unkept.ts'

type Keys = 'showFollow' | 'follow' | 'mailSent' | 'showConfirmFollow' | 'confirmFollow'

/** How one comes to follow something: signed in by a button, else by an address and the link in the letter to it. */
export function followHandlers(countTry: CountTry): Pick<Handlers, Keys> {
  return {
    showFollow: (context) => followPage(context, {}, {}, 200),

    async follow(context) {
      const { request, guide, means, t, to, seeOther, problem } = context
      const form = await readFields(request)
      if (!form.ok) return problem(form.problem)
      const fields = form.value
      const topic = topicIn(fields)
      if (!topic) return followPage(context, fields, { what: t('follow.what_missing') }, 422)

      const viewer = await context.viewer()
      const reader =
        viewer.kind === 'person'
          ? { email: viewer.email, locale: viewer.locale }
          : { email: text(fields, 'email').toLowerCase(), locale: t.locale }
      if (!emailAddress.safeParse(reader.email).success)
        return followPage(context, fields, { email: t('follow.email_wrong') }, 422)
      const seconds = await tried(context, viewer, reader.email)
      if (seconds !== null) return tooOften(context, fields, seconds)

      const wish = { ...reader, topic, frequency: frequencyIn(fields) }
      const asks = viewer.kind === 'person' ? 'owner' : 'anybody'
      const followed = await follow(means, guide, wish, asks)
      if (!followed.ok) return refused(context, fields, followed.problem)
      return seeOther(asks === 'owner' ? `${to.me()}?followed#following` : to.mailSent(guide.city.id))
    },

    mailSent: ({ t, page }) => {
      const title = t('follow.sent_title')
      const body = (
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{t('follow.sent_lead')}</p>
          <p class="soft">{t('follow.sent_hint')}</p>
        </div>
      )
      return page({ title, body, indexed: false, width: 'text' })
    },

    async showConfirmFollow(context) {
      const { guide, holes, means, now, t, to } = context
      const asked = await findAsked(means.store.of(guide.city.id), holes.subscription, now)
      if (!asked) return expired(context)
      const title = t('follow.confirm_title')
      const body = (
        <div class="stack">
          <h1>{title}</h1>
          <p>
            {t('follow.confirm_lead')} <b>{topicInWords(asked.topic, guide, t)}</b>
          </p>
          <p class="soft">{t('follow.confirm_terms')}</p>
          <form method="post" action={to.confirmFollow(guide.city.id, holes.subscription)}>
            <button type="submit" class="button">
              {t('follow.confirm')}
            </button>
          </form>
        </div>
      )
      return context.page({ title, body, indexed: false, width: 'text' }, { headers: unkept })
    },

    async confirmFollow(context) {
      const { guide, holes, means, locale, to, seeOther } = context
      const key = await confirmFollowing(means, guide.city.id, holes.subscription, locale)
      return key ? seeOther(`${to.following(guide.city.id, key)}?done`) : expired(context)
    },
  }

  /** Only who is not signed in makes a letter go to an address. */
  async function tried(context: Context<'follow'>, viewer: Viewer, email: string): Promise<number | null> {
    if (viewer.kind === 'person') return countTry('act_by_person', viewer.id, context.now)
    return (
      (await countTry('follow_from_network', context.network, context.now)) ??
      (await countTry('follow_to_address', email, context.now))
    )
  }
}

async function followPage(
  context: Context<'showFollow' | 'follow'>,
  typed: FieldsOf,
  problems: FollowProblems,
  status: number,
  headers: readonly [string, string][] = [],
): Promise<Response> {
  const { guide, t, to, now, url } = context
  const viewer = await context.viewer()
  const email = viewer.kind === 'person' ? viewer.email : null
  const offers = await offersOf(context)
  const action = to.follow(guide.city.id) + url.search
  const followed = await followedOf(context, viewer, offers)
  const body = <FollowPage {...{ t, to, now, guide, action, offers, followed, email, typed, problems }} />
  return context.page({ title: t('follow.title'), body, indexed: false, width: 'text' }, { status, headers })
}

/** By the page that led here, whose address names a report, a filter or a place. */
async function offersOf({ guide, means, url }: Context<'showFollow' | 'follow'>): Promise<readonly Topic[]> {
  const number = url.searchParams.get('report') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(number)) return offersOfQuery(url.searchParams, guide)
  const report = await find(means.store.of(guide.city.id), Number(number))
  return report ? offersOfReport(report, guide) : []
}

function tooOften(context: Context<'follow'>, fields: FieldsOf, seconds: number): Promise<Response> {
  const problems = { email: context.t('follow.too_often', { minutes: Math.ceil(seconds / 60) }) }
  return followPage(context, fields, problems, httpStatus.too_many, [['retry-after', String(seconds)]])
}

function refused(context: Context<'follow'>, fields: FieldsOf, refusal: FollowRefusal): Promise<Response> {
  if (refusal !== 'outside_city') return context.problem({ kind: 'not_found' })
  return followPage(context, fields, { what: context.t('follow.outside') }, 422)
}

function expired(context: Context<'showConfirmFollow' | 'confirmFollow'>): Promise<Response> {
  const { t } = context
  const title = t('follow.expired_title')
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      <p>{t('follow.expired')}</p>
    </div>
  )
  return context.page({ title, body, indexed: false, width: 'text' }, { status: 404, headers: unkept })
}
