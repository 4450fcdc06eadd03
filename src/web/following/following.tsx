import { z } from 'zod'

import type { SubscriptionId } from '#src/domain/id.ts'
import { changeFrequency, stopFollowing } from '#src/operations/follow.ts'
import { stoppedAt, tryAgain } from '#src/store/mail-addresses.ts'
import { type Follower, findByKey } from '#src/store/subscriptions.ts'
import type { Context, Handlers } from '../context.ts'
import { type FieldsOf, text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { MailStopped } from '../ui/mail-stopped.tsx'
import { Notice } from '../ui/notice.tsx'
import { Followed } from './followed.tsx'
import { frequencyIn } from './topic-in-form.ts'
import { unkept } from './unkept.ts'

/**
 * What is followed by whoever holds the key in a letter, without an account. Looking changes nothing, since mail scanners
 * look; a form does, or a mail program by itself (RFC 8058), to which the page is the answer.
 */
export const followingHandlers: Pick<Handlers, 'following' | 'changeFollowing'> = {
  following: (context) => followingPage(context),

  async changeFollowing(context) {
    const { request, guide, holes, means, to, url, seeOther, problem } = context
    const form = await readFields(request)
    if (!form.ok) return problem(form.problem)
    const fields = form.value
    const { id: city } = guide.city
    if (!text(fields, 'do')) {
      await stopFollowing(means, city, holes.follow, idIn(url.searchParams.get('only') ?? '') ?? 'all')
      return followingPage(context)
    }
    await change(context, fields)
    const back = text(fields, 'back')
    if (back === 'me') return seeOther(`${to.me()}?followed#following`)
    const isReport = /^[1-9]\d{0,8}$/.test(back)
    return seeOther(isReport ? to.report(city, Number(back)) : `${to.following(city, holes.follow)}?changed`)
  },
}

async function change({ guide, holes, means }: Context<'changeFollowing'>, fields: FieldsOf): Promise<void> {
  const { id: city } = guide.city
  const id = idIn(text(fields, 'subscription'))
  switch (text(fields, 'do')) {
    case 'stop_all':
      return stopFollowing(means, city, holes.follow, 'all')
    case 'stop':
      return id ? stopFollowing(means, city, holes.follow, id) : undefined
    case 'save':
      return id ? changeFrequency(means, city, holes.follow, { id, frequency: frequencyIn(fields) }) : undefined
    case 'mail': {
      const follower = await findByKey(means.store.of(city), holes.follow)
      return follower ? tryAgain(means.store.whole, follower.email) : undefined
    }
  }
}

function idIn(value: string): SubscriptionId | null {
  const parsed = z.uuid().safeParse(value)
  return parsed.success ? (parsed.data.toLowerCase() as SubscriptionId) : null
}

async function followingPage(context: Context<'following' | 'changeFollowing'>): Promise<Response> {
  const { guide, holes, means, t } = context
  const follower = await findByKey(means.store.of(guide.city.id), holes.follow)
  const title = t(follower ? 'following.title' : 'following.none_title')
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      {follower ? await all(context, follower) : <p>{t('following.none')}</p>}
    </div>
  )
  return context.page({ title, body, indexed: false, width: 'text' }, { headers: unkept })
}

async function all(context: Context<'following' | 'changeFollowing'>, { key, email, subscriptions }: Follower) {
  const { guide, guides, means, now, t, to, url } = context
  const { id: city } = guide.city
  const action = to.changeFollowing(city, key)
  const stopped = await stoppedAt(means.store.whole, email)
  const done = url.searchParams.has('done') ? t('following.done') : t('following.changed')
  return (
    <>
      {stopped && <MailStopped {...{ t, email, stopped, action }} change={null} />}
      {(url.searchParams.has('done') || url.searchParams.has('changed')) && (
        <Notice kind="done">
          <p>{done}</p>
        </Notice>
      )}
      <p class="soft">{t('following.lead')}</p>
      <Followed {...{ t, to, now, guides }} subscriptions={subscriptions.map((one) => ({ ...one, key }))} back="key" />
      <form method="post" action={action}>
        <button type="submit" class="button quiet" name="do" value="stop_all">
          {t('following.stop_all')}
        </button>
      </form>
    </>
  )
}
