import { handedOver } from '../outbox/handed-over.ts'
import { handedWords } from '../report-form/handed-words.ts'
import { notOurs } from './answer-page.ts'
import { asShown } from './kept-page.ts'
import { pageInstead } from './page-instead.ts'
import { forgetAll } from './shelves.ts'
import { worker } from './worker-scope.ts'

/** Under the form's own address: what the manifest names as `share_target`. */
const shared = /\/reports\/new(?=\/shared$)/

/**
 * Forms that somebody else than the browser has to mind. Where there seems to be a connection it sends the others by
 * itself: through a worker it would copy what they bring.
 */
export function mindsForm(pathname: string): boolean {
  return !navigator.onLine || shared.test(pathname) || worker.openCity.leaving.includes(pathname)
}

/**
 * What the server says to a form that the browser itself sends. Where nobody answers, a page that says so and leads back;
 * what another app handed over is kept on the device, and the form takes it from there.
 */
export async function answerForm(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const handed = shared.test(pathname) ? request.clone().formData() : null
  const answer = await fetch(request).catch(() => null)
  if (answer && !notOurs.includes(answer.status)) {
    // Once the server has ended the session, nothing that was drawn for the person stays.
    if (worker.openCity.leaving.includes(pathname)) await forgetAll()
    return answer
  }
  if (handed && (await keepHanded(await handed)))
    return Response.redirect(pathname.slice(0, pathname.lastIndexOf('/')), 303)
  const instead = await pageInstead(new URL(request.referrer || request.url))
  const why = worker.openCity.leaving.includes(pathname) ? 'offline.not_left' : 'offline.not_sent'
  if (instead) return asShown(instead, why, new Date(), request.referrer || '/')
  return answer ?? Response.error()
}

function keepHanded(form: FormData): Promise<boolean> {
  const said = ['title', 'text', 'url'].map((name) => String(form.get(name) ?? '').trim())
  const files = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0)
  return handedOver.keep({ words: handedWords(said), files, at: Date.now() })
}
