import type { PersonId } from '#src/domain/id.ts'
import { correctPerson } from '#src/operations/change-person.ts'
import type { Identity } from '#src/outside/identity.ts'
import * as people from '#src/store/people.ts'
import type { Answer, Common, Context, Handlers } from '../context.ts'
import { text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { httpStatus } from '../http-status.ts'
import type { CountTry } from '../limits.ts'
import { draftKeyOf } from '../report-form/draft-cookie.ts'
import { finishDraft } from '../report-form/finish-draft.ts'
import { CodeStep } from './code-step.tsx'
import { consentVersion, isIntroduced } from './consent.ts'
import { desksOf } from './desks-of.ts'
import { keptForBack } from './kept-for-back.ts'
import { nameProblems, namesIn } from './names-in-form.ts'
import { type AboutProblems, AboutStep, EmailStep } from './sign-in-pages.tsx'
import {
  emailAddress,
  type Steps,
  stepsForgotten,
  stepsFromCookie,
  stepsToCookie,
  type WayOn,
  wayOnFrom,
} from './way-on.ts'

export type SignInParts = {
  readonly identity: Identity
  readonly countTry: CountTry
  /** True where the product is served over TLS. */
  readonly secure: boolean
}

type Keys = 'signIn' | 'sendCode' | 'code' | 'enterCode' | 'about' | 'saveAbout'

/** Signing in, in at most three steps: an address, the code sent to it, and, once, who one is. */
export function signInHandlers({ identity, countTry, secure }: SignInParts): Pick<Handlers, Keys> {
  return {
    async signIn(context) {
      const wayOn = wayOnOf(context, context.url.searchParams.get('continue'))
      const viewer = await context.viewer()
      if (viewer.kind === 'person') {
        const person = await people.find(context.means.store.whole, viewer.id)
        // A page of another site can lead here too: what waits is shown, and sent by its author alone.
        if (person && isIntroduced(person) && wayOn?.kind === 'draft')
          return context.seeOther(context.to.reportForm(wayOn.city))
        if (person) return goOn(context, person, wayOn, [])
      }
      return emailStep(context, '', wayOn)
    },

    async sendCode(context) {
      const form = await readFields(context.request)
      if (!form.ok) return context.problem(form.problem)
      const fields = form.value
      const earlier = stepsFromCookie(context.request, secure)
      const wayOn = text(fields, 'again') ? (earlier?.wayOn ?? null) : wayOnOf(context, text(fields, 'continue'))
      const email = emailAddress.safeParse(text(fields, 'email').toLowerCase())
      if (!email.success) return emailStep(context, text(fields, 'email'), wayOn, emailWrong(context))

      const wait =
        (await countTry('code_from_network', context.network, context.now)) ??
        (await countTry('code_to_address', email.data, context.now))
      if (wait !== null) return emailStep(context, email.data, wayOn, tooOften(context, wait))

      try {
        await identity.sendCode(email.data, context.locale)
      } catch {
        return emailStep(context, email.data, wayOn, { words: context.t('sign_in.not_sent'), status: 503 })
      }
      return context.seeOther(context.to.code(), [['set-cookie', stepsToCookie({ email: email.data, wayOn }, secure)]])
    },

    code: (context) => {
      const steps = stepsFromCookie(context.request, secure)
      return steps ? codeStep(context, steps) : context.seeOther(context.to.signIn())
    },

    async enterCode(context) {
      const steps = stepsFromCookie(context.request, secure)
      if (!steps) return context.seeOther(context.to.signIn())
      const wait = await countTry('code_tries_from_network', context.network, context.now)
      if (wait !== null) return codeStep(context, steps, tooOften(context, wait))

      const form = await readFields(context.request)
      if (!form.ok) return context.problem(form.problem)
      const signedIn = await identity.signIn(steps.email, text(form.value, 'code').replace(/\D/g, ''))
      if (!signedIn.ok) return codeStep(context, steps, { words: context.t('code.wrong'), status: 422 })

      const { person: id, cookies } = signedIn.value
      const person = await personOf(context, id)
      return goOn(
        context,
        person,
        steps.wayOn,
        cookies.map((value) => ['set-cookie', value]),
      )
    },

    async about(context) {
      const person = await viewerIn(context)
      if (!person) return context.seeOther(context.to.signIn())
      return aboutStep(context, person, 200)
    },

    async saveAbout(context) {
      const person = await viewerIn(context)
      if (!person) return context.seeOther(context.to.signIn())
      const form = await readFields(context.request)
      if (!form.ok) return context.problem(form.problem)
      const fields = form.value
      const typed = {
        ...namesIn(fields),
        agreed: text(fields, 'consent') === 'yes',
      }
      const consent = typed.agreed ? {} : { consent: context.t('about.consent_missing') }
      const problems: AboutProblems = { ...nameProblems(typed, context.t), ...consent }
      if (Object.keys(problems).length > 0) return aboutStep(context, typed, 422, { problems })

      const { t, locale, now, means } = context
      await people.keepConsent(means.store.whole, person.id, {
        version: consentVersion,
        locale,
        text: t('consent.text'),
        at: now,
      })
      await correctPerson(means, person.id, { ...typed, locale })
      const steps = stepsFromCookie(context.request, secure)
      return goOn(context, await personOf(context, person.id), steps?.wayOn ?? null, [])
    },
  }

  /** To the step that is missing, or to where signing in was to lead. */
  async function goOn(
    context: Common,
    person: people.Person,
    wayOn: WayOn | null,
    headers: [string, string][],
  ): Promise<Response> {
    if (!isIntroduced(person)) {
      const steps = stepsToCookie({ email: person.email, wayOn }, secure)
      return context.seeOther(context.to.about(), [...headers, ['set-cookie', steps]])
    }
    const after: [string, string][] = [...headers, ['set-cookie', stepsForgotten(secure)]]
    if (wayOn?.kind !== 'draft') return context.seeOther(wayOn?.path ?? homeOf(context, person), after)

    const guide = context.guides.get(wayOn.city)
    if (!guide) return context.seeOther(context.to.me(), after)
    const finished = await finishDraft(
      countTry,
      context,
      guide,
      draftKeyOf(context.request, wayOn.city, secure, { kind: 'person', id: person.id }),
      person.id,
    )
    for (const [name, value] of after) finished.headers.append(name, value)
    return finished
  }

  function emailStep(context: Common, email: string, wayOn: WayOn | null, told?: Told): Promise<Response> {
    const { t, to, url } = context
    const erased = url.searchParams.has('erased')
    const body = <EmailStep {...{ t, to, email, wayOn, erased }} {...(told ? { problem: told.words } : {})} />
    return context.page({ title: t('sign_in.title'), body, here: 'sign_in', indexed: false, width: 'text' }, told)
  }

  function codeStep(context: Common, { email }: Steps, told?: Told): Promise<Response> {
    const { t, to } = context
    const problem = told ? { problem: told.words } : {}
    const ways = { enter: to.enterCode(), words: t('code.enter'), again: to.sendCode(), other: to.signIn() }
    const body = <CodeStep t={t} email={email} minutes={identity.codeMinutes} {...ways} {...problem} />
    return context.page(
      { title: t('code.title'), body, here: 'sign_in', indexed: false, width: 'text' },
      { ...told, headers: [keptForBack(context), ...(told?.headers ?? [])] },
    )
  }
}

/** What is said on a step that is shown again, and how it is answered. */
export type Told = Answer & { readonly words: string }

function emailWrong({ t }: Common): Told {
  return { words: t('sign_in.email_wrong'), status: 422 }
}

/** How long to wait, where something was tried too often. */
export function tooOften({ t }: Common, seconds: number): Told {
  const words = t('sign_in.too_often', { minutes: Math.ceil(seconds / 60) })
  return { words, status: httpStatus.too_many, headers: [['retry-after', String(seconds)]] }
}

type Typed = { readonly firstName: string; readonly lastName: string; readonly agreed?: boolean }
type Wrong = { readonly problems?: AboutProblems; readonly eraseProblem?: string }

/** The step that asks who somebody is, with what is wrong in it. */
export function aboutStep(
  context: Common,
  { firstName, lastName, agreed = false }: Typed,
  status: number,
  { problems = {}, eraseProblem }: Wrong = {},
): Promise<Response> {
  const { t, to } = context
  const body = <AboutStep {...{ t, to, firstName, lastName, agreed, problems }} eraseProblem={eraseProblem ?? null} />
  return context.page(
    { title: t('about.title'), body, here: 'sign_in', indexed: false, width: 'text' },
    { status, headers: [keptForBack(context)] },
  )
}

function wayOnOf({ guides }: Common, value: string | null): WayOn | null {
  return wayOnFrom(value, (id) => [...guides.keys()].some((city) => city === id))
}

/** Where who asked for nothing goes: the desk of who works at one, else their own page, which names them all. */
function homeOf({ guides, to }: Common, person: people.Person): string {
  const [desk, ...others] = desksOf(person, guides)
  return desk && others.length === 0 ? to.desk(desk.id) : to.me()
}

async function viewerIn(context: Context<Keys>): Promise<people.Person | null> {
  const viewer = await context.viewer()
  return viewer.kind === 'person' ? people.find(context.means.store.whole, viewer.id) : null
}

async function personOf({ means }: Common, id: PersonId): Promise<people.Person> {
  const person = await people.find(means.store.whole, id)
  if (!person) throw new Error('Somebody has signed in who is not there')
  return person
}
