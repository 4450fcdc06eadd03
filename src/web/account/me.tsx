import type { CityId } from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import { correctPerson, erasePerson } from '#src/operations/change-person.ts'
import type { Identity } from '#src/outside/identity.ts'
import { tryAgain } from '#src/store/mail-addresses.ts'
import { allAbout, reportsOf } from '#src/store/my-reports.ts'
import { wish, wishesOf } from '#src/store/overdue-wishes.ts'
import type * as people from '#src/store/people.ts'
import { ofAddress } from '#src/store/subscriptions.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Common, Handlers } from '../context.ts'
import { text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { pushOffer } from '../push/push-offer.tsx'
import { pushOnMe } from '../push/push-on-me.ts'
import { draftsForgotten } from '../report-form/draft-cookie.ts'
import { asAnyone, asPerson } from './as-person.ts'
import { isIntroduced } from './consent.ts'
import { MePage, type Mine } from './me-page.tsx'
import { nameProblems, namesIn } from './names-in-form.ts'
import { aboutStep } from './sign-in.tsx'
import type { AboutProblems } from './sign-in-pages.tsx'

type Keys = 'me' | 'tryMailAgain' | 'saveSettings' | 'myData' | 'eraseMe' | 'signOut' | 'signOutEverywhere'

/** What a signed-in person does about themself. Everybody else is led to sign in. */
export function meHandlers({ identity }: { readonly identity: Identity }): Pick<Handlers, Keys> {
  return {
    me: (context) =>
      asPerson(context, (person) => mePage(context, person, { saved: context.url.searchParams.has('saved') })),

    tryMailAgain: (context) =>
      asAnyone(context, async ({ email }) => {
        await tryAgain(context.means.store.whole, email)
        return context.seeOther(`${context.to.me()}?trying`)
      }),

    saveSettings: (context) =>
      asPerson(context, async (person) => {
        const form = await readFields(context.request)
        if (!form.ok) return context.problem(form.problem)
        const fields = form.value
        const locale = locales.find((one) => one === text(fields, 'locale')) ?? person.locale
        const chosen = { ...namesIn(fields), locale }
        const problems = nameProblems(chosen, context.t)
        if (Object.keys(problems).length > 0)
          return mePage(context, person, { typed: { ...person, ...chosen }, problems, status: 422 })

        await correctPerson(context.means, person.id, chosen)
        const told = administeredBy(person).filter((city) => fields.overdue?.includes(city))
        await wish(context.means.store.whole, person.id, told)
        return context.seeOther(`${context.to.me()}?saved#settings`)
      }),

    myData: (context) =>
      asAnyone(context, async (person) => {
        const data = await allAbout(context.means.store.whole, person.id)
        return context.json(data, {
          headers: [
            ['content-disposition', 'attachment; filename="my-data.json"'],
            ['cache-control', 'no-store'],
          ],
        })
      }),

    eraseMe: (context) =>
      asAnyone(context, async (person) => {
        const form = await readFields(context.request)
        const sure = form.ok && text(form.value, 'sure') === 'yes'
        if (!sure) return unsure(context, person)

        const cookies = await identity.signOut(context.request.headers, true)
        await erasePerson(context.means, person.id)
        return left(context, cookies, `${context.to.signIn()}?erased`)
      }),

    signOut: async (context) => {
      const form = await readFields(context.request)
      const next = form.ok ? text(form.value, 'continue') : ''
      const cookies = await identity.signOut(context.request.headers, false)
      const { to } = context
      return left(context, cookies, next ? `${to.signIn()}?${new URLSearchParams({ continue: next })}` : undefined)
    },

    signOutEverywhere: (context) =>
      asAnyone(context, async () => left(context, await identity.signOut(context.request.headers, true))),
  }
}

function unsure(context: Common, person: people.Person): Promise<Response> {
  const eraseProblem = context.t('me.erase_unsure')
  return isIntroduced(person)
    ? mePage(context, person, { eraseProblem, status: 422 })
    : aboutStep(context, person, 422, { eraseProblem })
}

type Shown = {
  readonly typed?: people.Person
  readonly saved?: boolean
  readonly problems?: AboutProblems
  readonly eraseProblem?: string
  readonly status?: number
}

async function mePage(
  context: Common,
  person: people.Person,
  { typed = person, saved = false, problems = {}, eraseProblem, status = 200 }: Shown,
): Promise<Response> {
  const { t, to, now, guides, means, url } = context
  const { whole } = means.store
  const viewer = await context.viewer()
  const wasFollowed = url.searchParams.has('followed')
  const [reports, subscriptions, wishes, push, offer] = await Promise.all([
    reportsOf(whole, person.id),
    ofAddress(whole, person.email),
    wishesOf(whole, person.id),
    pushOnMe(context, viewer),
    wasFollowed ? pushOffer(context, viewer, 'followed') : null,
  ])
  const mine = reports.flatMap(({ report }): Mine[] => {
    const guide = guides.get(report.cityId)
    return guide ? [{ report, guide }] : []
  })
  const cities = [...guides.keys()]
  const latest = mine[0]?.guide.city.id ?? (cities.length === 1 ? cities[0] : undefined)
  const body = (
    <MePage
      t={t}
      to={to}
      now={now}
      person={person}
      typed={typed}
      mine={mine}
      guides={guides}
      subscriptions={subscriptions}
      push={push}
      offer={offer}
      overdueOf={administeredBy(person).flatMap((city) => {
        const guide = guides.get(city)
        return guide ? [{ guide, wished: wishes.has(city) }] : []
      })}
      told={toldIn(url.searchParams, person, t)}
      newReport={latest ? to.reportForm(latest) : to.cities()}
      saved={saved}
      problems={problems}
      eraseProblem={eraseProblem ?? null}
    />
  )
  return context.page(
    {
      ...{ title: t('me.title'), body, here: 'me', islands: ['push', 'outbox'], indexed: false, width: 'text' },
      ...(url.search ? {} : { kept: to.me() }),
    },
    { status, headers: [['cache-control', 'no-store']] },
  )
}

function administeredBy({ memberships }: people.Person): readonly CityId[] {
  return memberships.flatMap(({ city, role }) => (role === 'administrator' ? [city] : []))
}

/** What led here from elsewhere, once: the address says it. */
function toldIn(query: URLSearchParams, { email }: people.Person, t: Say): string | null {
  if (query.has('trying')) return t('mail.trying', { email })
  if (query.has('address')) return t('address.changed', { email })
  return query.has('followed') ? t('following.changed') : null
}

/** Nobody is signed in here any more, and nothing that was begun here is left. */
function left(context: Common, cookies: readonly string[], path = context.to.cities()): Response {
  const { seeOther, guides, origin } = context
  const all = [...cookies, ...draftsForgotten(guides.keys(), origin.startsWith('https:'))]
  return seeOther(
    path,
    all.map((value) => ['set-cookie', value]),
  )
}
