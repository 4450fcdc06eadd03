import type { Locale } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import type { IconPart } from '#src/web/install/icon-parts.ts'
import { handedOver, mainActivity } from './android-code.ts'
import { adaptiveIcon, colours, signOf, theme } from './android-drawables.ts'
import { inXml, type Project } from './project.ts'
import type { StoreApp } from './store-app.ts'

const main = 'android/app/src/main'
const res = `${main}/res`

/** Pixels of an icon's side where a screen has so many to the inch; Android 7 reads them, newer ones the drawing. */
const densities = { mdpi: 48, hdpi: 72, xhdpi: 96, xxhdpi: 144, xxxhdpi: 192 }

/** How the Android project of an app differs from the one that Capacitor makes of its settings. */
export function androidOf(app: StoreApp): Project {
  const icons = Object.entries(densities).flatMap(([density, side]): [string, IconPart][] =>
    ['ic_launcher', 'ic_launcher_round'].map((name) => [
      `${res}/mipmap-${density}/${name}.png`,
      { kind: 'any', width: side, height: side },
    ]),
  )
  const code = `${main}/java/${app.id.replaceAll('.', '/')}`
  return {
    files: {
      [`${code}/MainActivity.java`]: mainActivity(app.id),
      [`${code}/HandedOver.java`]: handedOver(app.id),
      [`${res}/values/strings.xml`]: strings(app, 'uk'),
      [`${res}/values-en/strings.xml`]: strings(app, 'en'),
      [`${res}/values/ic_launcher_background.xml`]: colours(app.emblem),
      [`${res}/values/styles.xml`]: theme,
      [`${res}/drawable/ic_launcher_foreground.xml`]: signOf(app.emblem, app.emblem.sign, 'icon'),
      [`${res}/drawable/ic_notification.xml`]: signOf(app.emblem, '#ffffff', 'notification'),
      [`${res}/mipmap-anydpi-v26/ic_launcher.xml`]: adaptiveIcon,
      [`${res}/mipmap-anydpi-v26/ic_launcher_round.xml`]: adaptiveIcon,
    },
    changes: {
      [`${main}/AndroidManifest.xml`]: [
        // Whoever is signed in stays so on this phone alone.
        { at: 'android:allowBackup="true"', put: 'android:allowBackup="false"' },
        { at: /(?<=LAUNCHER" \/>\s*<\/intent-filter>)/g, put: `\n${linkFilter(app)}\n${shareFilter}` },
        { at: /(?<=<\/activity>)/g, put: `\n${notifications}` },
        { at: '</manifest>', put: `${permissions}\n</manifest>` },
      ],
      'android/app/build.gradle': [
        { at: 'versionCode 1', put: `versionCode ${app.build}` },
        { at: 'versionName "1.0"', put: `versionName "${app.version}"` },
      ],
    },
    pictures: Object.fromEntries(icons),
    gone: [
      `${res}/drawable-v24`,
      `${res}/drawable/splash.png`,
      `${res}/drawable/ic_launcher_background.xml`,
      ...Object.keys(densities).flatMap((density) => [
        `${res}/drawable-land-${density}`,
        `${res}/drawable-port-${density}`,
        `${res}/mipmap-${density}/ic_launcher_foreground.png`,
      ]),
    ],
  }
}

/** `autoVerify`: Android asks the site’s assetlinks.json whether it knows the app, and then opens its links without asking. */
function linkFilter({ origin, opens }: StoreApp): string {
  const { protocol, hostname, port } = new URL(origin)
  const where = opens.flatMap((path) =>
    path === '/' ? ['android:pathPrefix="/"'] : [`android:path="${path}"`, `android:pathPrefix="${path}/"`],
  )
  return `            <intent-filter android:autoVerify="true">
                <action android:name="android.intent.action.VIEW" />
                <category android:name="android.intent.category.DEFAULT" />
                <category android:name="android.intent.category.BROWSABLE" />
                <data android:scheme="${protocol.slice(0, -1)}" />
                <data android:host="${hostname}"${port ? ` android:port="${port}"` : ''} />
${where.map((one) => `                <data ${one} />`).join('\n')}
            </intent-filter>`
}

const shareFilter = `            <intent-filter android:label="@string/share_label">
                <action android:name="android.intent.action.SEND" />
                <action android:name="android.intent.action.SEND_MULTIPLE" />
                <category android:name="android.intent.category.DEFAULT" />
                <data android:mimeType="image/*" />
                <data android:mimeType="video/*" />
                <data android:mimeType="text/plain" />
            </intent-filter>`

const notifications = `        <meta-data
            android:name="com.google.firebase.messaging.default_notification_icon"
            android:resource="@drawable/ic_notification" />
        <meta-data
            android:name="com.google.firebase.messaging.default_notification_color"
            android:resource="@color/ic_launcher_background" />`

/** None for the camera: the phone’s own camera app takes the picture, and an app that names it must be let to use it. */
const permissions = `    <uses-permission android:name="android.permission.ACCESS_COARSE_LOCATION" />
    <uses-permission android:name="android.permission.ACCESS_FINE_LOCATION" />
    <uses-permission android:name="android.permission.POST_NOTIFICATIONS" />
    <uses-feature android:name="android.hardware.location.gps" android:required="false" />
    <queries>
        <intent>
            <action android:name="android.media.action.IMAGE_CAPTURE" />
        </intent>
        <intent>
            <action android:name="android.media.action.VIDEO_CAPTURE" />
        </intent>
    </queries>`

function strings({ id, name }: StoreApp, locale: Locale): string {
  const said = {
    app_name: name[locale],
    title_activity_main: name[locale],
    share_label: say(locale)('nav.report_problem'),
    // The same in every language.
    ...(locale === 'uk' ? { package_name: id, custom_url_scheme: id } : {}),
  }
  const lines = Object.entries(said).map(([key, text]) => `    <string name="${key}">${inResource(text)}</string>\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<resources>\n${lines.join('')}</resources>\n`
}

/** In a resource, marks and a sign at the beginning mean something. */
function inResource(text: string): string {
  return inXml(text.replaceAll(/[\\'"]/g, '\\$&').replace(/^[@?]/, '\\$&'))
}
