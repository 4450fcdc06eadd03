import type { ComponentChild } from 'preact'

import type { SessionId } from '#src/domain/id.ts'
import { changeAddress } from '#src/operations/change-address.ts'
import type { Identity } from '#src/outside/identity.ts'
import type { Person } from '#src/store/people.ts'
import type { Common, Handlers } from '../context.ts'
import { text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { addressForgotten, addressFromCookie, addressToCookie } from './address-cookie.ts'
import { AddressOfStaff, AddressStep } from './address-pages.tsx'
import { asAnyone } from './as-person.ts'
import { CodeStep } from './code-step.tsx'
import { keptForBack } from './kept-for-back.ts'
import { type SignInParts, type Told, tooOften } from './sign-in.tsx'
import { emailAddress } from './way-on.ts'

type Keys = 'newEmail' | 'sendEmailCode' | 'emailCode' | 'changeEmail'

/** A person comes to go by another address, in two steps: the address, and the code sent to it. */
export function addressHandlers({ identity, countTry, secure }: SignInParts): Pick<Handlers, Keys> {
  return {
    newEmail: (context) => asResident(context, (person) => addressStep(context, person, '')),

    sendEmailCode: (context) =>
      asResident(context, async (person) => {
        const form = await readFields(context.request)
        if (!form.ok) return context.problem(form.problem)
        const { t, now, network, locale, to } = context
        const typed = text(form.value, 'email')
        const email = emailAddress.safeParse(typed.toLowerCase())
        if (!email.success) return addressStep(context, person, typed, { words: t('sign_in.email_wrong'), status: 422 })
        if (email.data === person.email)
          return addressStep(context, person, typed, { words: t('address.same'), status: 422 })

        const wait =
          (await countTry('code_from_network', network, now)) ?? (await countTry('code_to_address', email.data, now))
        if (wait !== null) return addressStep(context, person, typed, tooOften(context, wait))
        try {
          await identity.sendAddressCode(email.data, locale)
        } catch {
          return addressStep(context, person, typed, { words: t('sign_in.not_sent'), status: 503 })
        }
        return context.seeOther(to.emailCode(), [['set-cookie', addressToCookie(email.data, secure)]])
      }),

    emailCode: (context) =>
      asResident(context, () => {
        const email = addressFromCookie(context.request, secure)
        return email ? codeStep(context, identity, email) : context.seeOther(context.to.newEmail())
      }),

    changeEmail: (context) =>
      asResident(context, async (person, session) => {
        const { t, to, now, network, means } = context
        const done = () => context.seeOther(`${to.me()}?address`, [['set-cookie', addressForgotten(secure)]])
        const email = addressFromCookie(context.request, secure)
        if (!email) return context.seeOther(to.newEmail())
        // Sent twice by a double tap.
        if (email === person.email) return done()
        const wait = await countTry('code_tries_from_network', network, now)
        if (wait !== null) return codeStep(context, identity, email, tooOften(context, wait))

        const form = await readFields(context.request)
        if (!form.ok) return context.problem(form.problem)
        const proven = await identity.proveAddress(email, text(form.value, 'code').replace(/\D/g, ''))
        const changed = proven.ok ? await changeAddress(means, { person: person.id, session }, email) : proven
        if (changed.ok) return done()
        const words = t(changed.problem.kind === 'taken' ? 'address.taken' : 'code.wrong')
        return codeStep(context, identity, email, { words, status: 422 })
      }),
  }
}

/** Whoever is signed in and works for no city: the address of staff is the city's to change. */
function asResident(
  context: Common,
  answer: (person: Person, session: SessionId) => Response | Promise<Response>,
): Promise<Response> {
  return asAnyone(context, (person, session) => {
    if (person.memberships.length === 0) return answer(person, session)
    const { t, to, request } = context
    const body = <AddressOfStaff t={t} to={to} current={person.email} />
    return step(context, body, { status: request.method === 'GET' ? 200 : 403 })
  })
}

function addressStep(context: Common, person: Person, email: string, told?: Told): Promise<Response> {
  const { t, to } = context
  const problem = told ? { problem: told.words } : {}
  return step(context, <AddressStep t={t} to={to} current={person.email} email={email} {...problem} />, told)
}

function codeStep(context: Common, { codeMinutes }: Identity, email: string, told?: Told): Promise<Response> {
  const { t, to } = context
  const problem = told ? { problem: told.words } : {}
  const ways = { enter: to.changeEmail(), words: t('address.change'), again: to.sendEmailCode(), other: to.newEmail() }
  return step(context, <CodeStep t={t} email={email} minutes={codeMinutes} {...ways} {...problem} />, told)
}

function step(context: Common, body: ComponentChild, answer: Omit<Told, 'words'> = {}): Promise<Response> {
  return context.page(
    { title: context.t('address.title'), body, here: 'me', indexed: false, width: 'text' },
    { ...answer, headers: [keptForBack(context), ...(answer.headers ?? [])] },
  )
}
