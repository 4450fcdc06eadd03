import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** What a page says of itself that any other site may show within its own: nothing can be sent from there. */
export const framedPolicy = Object.entries({ ...policy, formAction: ["'none'"], frameAncestors: ['*'] })
  .map(([name, values]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
  .join('; ')

/** What a browser may do with our answers. A handler that sets one of these headers itself is left its own. */
export function securityHeaders(origin: string): MiddlewareHandler {
  const usual = secureHeaders({
    overwrite: false,
    contentSecurityPolicy: policy,
    permissionsPolicy: { geolocation: ['self'], camera: ['self'], microphone: [], payment: [], usb: [] },
    strictTransportSecurity: origin.startsWith('https:') ? 'max-age=31536000' : false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    // Of no use to any browser that is still in use.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    removePoweredBy: false,
  })
  const ofParts = secureHeaders({
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    strictTransportSecurity: false,
    xDnsPrefetchControl: false,
    xFrameOptions: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    removePoweredBy: false,
    overwrite: false,
    contentSecurityPolicy: policy,
  })
  return async (c, next) => {
    // Parts of pages, never pages: what they need travels with each of many small files.
    await (c.req.path.startsWith('/assets/') ? ofParts : usual)(c, next)
    // It knows no "anyone", and an older browser would heed it.
    if (c.res.headers.get('content-security-policy') === framedPolicy) c.res.headers.delete('x-frame-options')
  }
}
