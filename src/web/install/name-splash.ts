import { appleScreens, splashPart } from './apple-screens.ts'

/**
 * Names to Safari on an iPhone or iPad the picture that is shown until the app has opened, and that it is an app: without
 * that it takes no picture, though the manifest says so. It reads both from whatever page the app is installed from.
 */
export function nameSplash(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]')
  const own = appleScreens.find(
    ([w, h, ratio]) => w === screen.width && h === screen.height && ratio === devicePixelRatio,
  )
  if (!icon || !own || !('standalone' in navigator)) return
  const app = document.createElement('meta')
  app.name = 'apple-mobile-web-app-capable'
  app.content = 'yes'
  const splash = document.createElement('link')
  splash.rel = 'apple-touch-startup-image'
  splash.media = '(orientation: portrait)'
  splash.href = new URL(splashPart(own), icon.href).href
  document.head.append(app, splash)
}
