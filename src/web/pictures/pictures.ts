import { createContext } from 'preact'
import { cookie, ownCookie } from '../cookies.ts'

/**
 * Whether a page brings its pictures: `always`, or to a browser that saves data (`Save-Data: on`, Save Data API)
 * `left_out` until the person asks, then `shown`.
 */
export type Pictures = 'always' | 'left_out' | 'shown'

const name = 'pictures'
/** A day: who asked on one link is asked anew on the next. */
const seconds = 86_400

/** What this request is to be shown: decided here and nowhere else. A page that differs by it says so in `Vary`. */
export function picturesFor(request: Request, secure: boolean): Pictures {
  if (!/^\s*on\b/i.test(request.headers.get('save-data') ?? '')) return 'always'
  return cookie(request, name, secure) === 'shown' ? 'shown' : 'left_out'
}

/** As `Set-Cookie` has it. */
export function picturesCookie(pictures: 'left_out' | 'shown', secure: boolean): string {
  return ownCookie({ name, value: pictures, seconds: pictures === 'shown' ? seconds : 0, secure })
}

/** What the page that is being drawn was decided to be. */
export const PicturesOfPage = createContext<Pictures>('always')
