import type { Handler } from '../context.ts'
import { paths } from '../routes.ts'
import { palettes } from '../still/palettes.ts'
import { iconAddress } from './icons.ts'
import type { Screens } from './screens.ts'

/**
 * What a browser installs a city by, in one language (W3C Web App Manifest). Its scope is the whole origin, because
 * signing in and a person's own page belong to no city: within a narrower one they would open outside the app.
 */
export function manifest(screens: Screens): Handler<'manifest'> {
  return ({ guide: { city }, locale, to, t }) => {
    const icon = (kind: string, side: number, purpose = kind) => ({
      src: iconAddress(to, city, `${kind}-${side}.png`),
      sizes: `${side}x${side}`,
      type: 'image/png',
      purpose,
    })
    const shortcut = (name: string, short: string, url: string, sign: 'report' | 'mine') => ({
      ...{ name, short_name: short, url },
      icons: [icon(sign, 96, 'any')],
    })
    const { paper, ground } = palettes.light.colours
    const shown = (screens.get(city.id) ?? []).filter((one) => one.locale === locale)
    const said = {
      id: to.city(city.id),
      name: `${city.name[locale]} · ${t('product.name')}`,
      short_name: city.name[locale],
      description: t('install.description', { city: city.nameOf[locale] }),
      lang: locale,
      dir: 'ltr',
      scope: paths('uk').cities(),
      start_url: to.city(city.id),
      display: 'standalone',
      theme_color: paper,
      background_color: ground,
      categories: ['government', 'utilities'],
      icons: [
        icon('any', 192),
        icon('any', 512),
        icon('maskable', 192),
        icon('maskable', 512),
        icon('monochrome', 96),
        icon('monochrome', 512),
      ],
      shortcuts: [
        shortcut(t('nav.report_problem'), t('nav.report_short'), to.reportForm(city.id), 'report'),
        shortcut(t('nav.mine'), t('nav.mine'), to.me(), 'mine'),
      ],
      screenshots: shown.map(({ file, shows, width, height }) => ({
        src: to.screen(city.id, file),
        sizes: `${width}x${height}`,
        type: 'image/webp',
        form_factor: width > height ? 'wide' : 'narrow',
        label: t(`install.screen.${shows}`),
      })),
      share_target: {
        action: to.shareToReport(city.id),
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          title: 'title',
          text: 'text',
          url: 'url',
          files: [{ name: 'files', accept: ['image/*', 'video/*'] }],
        },
      },
    }
    const headers = { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' }
    return new Response(JSON.stringify(said), { headers })
  }
}
