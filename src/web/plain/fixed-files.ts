import type { Assets } from '../assets.ts'
import type { Handler } from '../context.ts'
import { paths } from '../routes.ts'

/** The build's own files. */
export function assetsFrom(assets: Assets): Handler<'assets'> {
  return ({ holes, request, problem }) => assets.answer(holes.file, request) ?? problem({ kind: 'not_found' })
}

/** Search engines may read everything public; what is personal is only work for them. */
export function robots(origin: string): Handler<'robots'> {
  const uk = paths('uk')
  const en = paths('en')
  const closed = [uk, en].flatMap((to) => [to.me(), to.signIn()])
  const rules = `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}`
  const text = `${rules}\nSitemap: ${origin}${uk.sitemap()}\n`
  return () => kept(text, 'text/plain; charset=utf-8')
}

/** The brand's pin, blue and gold. */
export const favicon: Handler<'favicon'> = () => kept(pin, 'image/svg+xml')

const pin = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><clipPath id="a"><path d="M16 31 6.1 21.1a14 14 0 1 1 19.8 0z"/></clipPath><g clip-path="url(#a)"><path fill="#0b4fa0" d="M0 0h32v32H0z"/><path fill="#ffc400" d="M16 0h16v32H16z"/></g></svg>`

function kept(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'public, max-age=86400' } })
}
