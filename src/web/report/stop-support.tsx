import { stopSupportByKey } from '#src/operations/support-report.ts'
import { findByStopKey } from '#src/store/supports.ts'
import type { Context, Handlers, HeaderList } from '../context.ts'

type Keys = 'showStopSupport' | 'stopSupport'

/** The way out of letters about a report: looking at it changes nothing, since mail scanners look; the button, or a mail program's own, does. */
export const stopSupportHandlers: Pick<Handlers, Keys> = {
  async showStopSupport(context) {
    const { guide, holes, means, t, to } = context
    const found = await findByStopKey(means.store.of(guide.city.id), holes.stop)
    if (!found) return stopped(context, null)
    const title = t('support.stop_title', { number: found.number })
    const body = (
      <div class="stack">
        <h1>{title}</h1>
        <p>{t('support.stop_text')}</p>
        <form method="post" action={to.stopSupport(guide.city.id, holes.stop)}>
          <button type="submit" class="button">
            {t('support.stop')}
          </button>
        </form>
      </div>
    )
    return context.page({ title, body, indexed: false, width: 'text' }, { headers: unkept })
  },

  async stopSupport(context) {
    const number = await stopSupportByKey(context.means, context.guide.city.id, context.holes.stop)
    return stopped(context, number)
  },
}

/** The address holds a key. Not `no-referrer`, with which a browser no longer says that the form is sent from our page. */
const unkept: HeaderList = [
  ['cache-control', 'private, no-store'],
  ['referrer-policy', 'same-origin'],
]

function stopped(context: Context<Keys>, number: number | null): Promise<Response> {
  const { guide, t, to } = context
  const title = t('support.stopped_title')
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      <p>{t(number === null ? 'support.spent_text' : 'support.stopped_text')}</p>
      <p>
        {number === null ? (
          <a href={to.reports(guide.city.id)}>{t('nav.reports')}</a>
        ) : (
          <a href={to.report(guide.city.id, number)}>{t('report.number', { number })}</a>
        )}
      </p>
    </div>
  )
  return context.page({ title, body, indexed: false, width: 'text' }, { headers: unkept })
}
