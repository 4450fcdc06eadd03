import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { emailOTP } from 'better-auth/plugins/email-otp'
import type { Kysely } from 'kysely'

import type { PersonId, SessionId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'

const codeMinutes = 10

export type SignedIn = {
  readonly person: PersonId
  /** `Set-Cookie` values that make the session. */
  readonly cookies: readonly string[]
}

export type CodeProblem = { readonly kind: 'code_wrong' } | { readonly kind: 'code_spent' }

/** Who somebody is: proven by a code sent to their address, remembered by a cookie. */
export type Identity = {
  /** How long a code works. */
  readonly codeMinutes: number
  /** Sends a code to an address, known or not: the answer is the same. Throws when the letter can't be sent. */
  sendCode(email: string, locale: Locale): Promise<void>
  /**
   * Sends a code to an address that somebody wants to go by. An address that somebody goes by is told that instead, by a
   * letter as long on its way: the answer is the same. Throws when the letter can't be sent.
   */
  sendAddressCode(email: string, locale: Locale): Promise<void>
  /** Whether the code shows that the address is at hand; it works as one to sign in does. `taken` when somebody goes by it. */
  proveAddress(email: string, code: string): Promise<Result<null, CodeProblem | { readonly kind: 'taken' }>>
  /** A code works once, for `codeMinutes`, and is spent after five wrong tries. A new address becomes a person. */
  signIn(email: string, code: string): Promise<Result<SignedIn, CodeProblem>>
  /**
   * Who holds the cookie of a session that has not ended, and which session it is. Once a day it is prolonged, where
   * `renew` can tell the browser so by `Set-Cookie` values: the cookie lives as long as its session.
   */
  sessionOf(headers: Headers, renew?: Renew): Promise<{ readonly id: SessionId; readonly person: PersonId } | null>
  /** `Set-Cookie` values that end this session; with `everywhere`, every other one of the person ends too. */
  signOut(headers: Headers, everywhere: boolean): Promise<readonly string[]>
}

export type Renew = (cookies: readonly string[]) => void

export type CodeToSend = {
  readonly email: string
  readonly purpose: 'code' | 'new_address'
  /** Null when there is none, because somebody goes by the new address already. */
  readonly code: string | null
  readonly minutes: number
  readonly locale: Locale
}

export type Parts = {
  readonly db: Kysely<never>
  readonly secret: string
  /** The product's own address; with https, cookies are `__Host-` ones. */
  readonly origin: string
  readonly sendLetter: (code: CodeToSend) => Promise<void>
}

/** Identity by better-auth, in our own tables. Its HTTP routes are not mounted: pages call it, and limit who may try. */
export function identityOn({ db, secret, origin, sendLetter }: Parts): Identity {
  const secure = origin.startsWith('https:')
  const cookie = secure ? '__Host-session' : 'session'
  // The library also forgets cookies of its own that it never set.
  const ours = (headers: Headers) => headers.getSetCookie().filter((one) => one.startsWith(`${cookie}=`))
  const auth = betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: origin,
    logger: { disabled: true },
    telemetry: { enabled: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      expiresIn: 60 * 60 * 24 * 60,
      updateAge: 60 * 60 * 24,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    advanced: {
      // A session is found with its person by one statement: every look of who is signed in asks for it.
      database: { generateId: () => crypto.randomUUID(), joins: true },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookie,
          attributes: { secure, sameSite: 'lax', httpOnly: true, path: '/' },
        },
      },
    },
    rateLimit: { enabled: false },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        // The library's own way of sending keeps to itself that a letter could not be sent.
        sendVerificationOTP: async () => {
          throw new Error('Codes are sent by sendCode alone')
        },
      }),
    ],
  })

  return {
    codeMinutes,
    async sendCode(email, locale) {
      const code = await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } })
      await sendLetter({ email, purpose: 'code', code, minutes: codeMinutes, locale })
    },
    async sendAddressCode(email, locale) {
      const code = await auth.api.createVerificationOTP({ body: { email, type: 'email-verification' } })
      const { internalAdapter } = await auth.$context
      const known = await internalAdapter.findUserByEmail(email)
      await sendLetter({ email, purpose: 'new_address', code: known ? null : code, minutes: codeMinutes, locale })
    },
    async proveAddress(email, otp) {
      try {
        await auth.api.verifyEmailOTP({ body: { email, otp } })
        return refuse({ kind: 'taken' })
      } catch (fault) {
        if (!isRefusal(fault)) throw fault
        // The right code of an address that nobody goes by.
        return fault.body?.code === 'USER_NOT_FOUND' ? ok(null) : refuse(codeProblem(fault))
      }
    },
    async signIn(email, otp) {
      try {
        const { headers, response } = await auth.api.signInEmailOTP({ body: { email, otp }, returnHeaders: true })
        return ok({ person: response.user.id as PersonId, cookies: ours(headers) })
      } catch (fault) {
        if (!isRefusal(fault)) throw fault
        return refuse(codeProblem(fault))
      }
    },
    async sessionOf(headers, renew) {
      const query = { disableRefresh: renew === undefined }
      const { headers: told, response: found } = await auth.api.getSession({ headers, query, returnHeaders: true })
      const cookies = ours(told)
      if (found && cookies.length > 0) renew?.(cookies)
      return found && { id: found.session.id as SessionId, person: found.user.id as PersonId }
    },
    async signOut(headers, everywhere) {
      if (everywhere) await auth.api.revokeSessions({ headers })
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return ours(answer.headers)
    },
  }
}

function isRefusal(fault: unknown): fault is APIError {
  return fault instanceof APIError && fault.statusCode < 500
}

function codeProblem({ statusCode }: APIError): CodeProblem {
  return { kind: statusCode === 403 ? 'code_spent' : 'code_wrong' }
}
