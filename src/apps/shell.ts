import { type Locale, locales } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import { inXml, type Project } from './project.ts'
import type { StoreApp } from './store-app.ts'

const offline = 'offline.html'

/** What both projects are made of: what Capacitor reads, and the page for a first start without a connection. */
export function shellOf(app: StoreApp): Project {
  const page = offlineStart(app)
  return {
    files: {
      'capacitor.config.json': `${JSON.stringify(settingsOf(app), null, 2)}\n`,
      // Capacitor begins with it only where it knows no server.
      'www/index.html': page,
      [`www/${offline}`]: page,
    },
    changes: {},
    pictures: {},
    gone: [],
  }
}

function settingsOf({ id, name, origin, start, emblem }: StoreApp): object {
  return {
    appId: id,
    appName: name.uk,
    webDir: 'www',
    backgroundColor: emblem.ground,
    zoomEnabled: true,
    server: {
      url: origin,
      ...(start === '/' ? {} : { appStartPath: start }),
      errorPath: offline,
      cleartext: origin.startsWith('http:'),
    },
    // Else an iPhone runs no service worker within an app, and nothing opens without a connection.
    ios: { limitsNavigationsToAppBoundDomains: true },
    plugins: { PushNotifications: { presentationOptions: ['badge', 'sound', 'banner', 'list'] } },
  }
}

/** It stands in the app itself, so it brings all it needs, and shows each language to who reads it. */
function offlineStart({ name, origin, start, emblem, phones }: StoreApp): string {
  const part = (locale: Locale) => {
    const t = say(locale)
    const numbers = phones.map(
      ({ dial, shown, name: whose }) =>
        `<li><a href="tel:${inXml(dial)}"><b>${inXml(shown)}</b> ${inXml(whose[locale])}</a></li>`,
    )
    return [
      `<main lang="${locale}">`,
      `<h1>${inXml(t('apps.offline.title'))}</h1>`,
      `<p>${inXml(t('apps.offline.text'))}</p>`,
      `<p><a class="again" href="${inXml(origin + start)}">${inXml(t('apps.offline.again'))}</a></p>`,
      ...(numbers.length > 0 ? [`<h2>${inXml(t('apps.offline.urgent'))}</h2>`, `<ul>${numbers.join('')}</ul>`] : []),
      '</main>',
    ].join('\n')
  }
  return `<!doctype html>
<html lang="uk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${inXml(name.uk)}</title>
<style>
body { margin: 0; padding: max(2rem, env(safe-area-inset-top)) 1.25rem 2rem; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: auto; }
html:not([data-en]) main[lang=en], html[data-en] main[lang=uk] { display: none; }
.again { display: inline-block; padding: .75rem 1.25rem; border-radius: .5rem; background: ${emblem.ground}; color: #fff; font-weight: 700; text-decoration: none; }
ul { padding: 0; list-style: none; }
li a { display: block; padding: .75rem 0; color: inherit; }
</style>
</head>
<body>
<script>
if (!/^(uk|ru)/.test(navigator.language)) { document.documentElement.dataset.en = ''; document.documentElement.lang = 'en' }
addEventListener('online', () => location.replace(document.querySelector('.again').href))
</script>
${locales.map(part).join('\n')}
</body>
</html>
`
}
