import { describe, expect, it } from 'vitest'
import { aCity } from '#src/domain/examples.ts'
import type { CityId } from '#src/domain/id.ts'
import { androidOf } from './android.ts'
import { appleOf } from './apple.ts'
import { appleShareOf } from './apple-share.ts'
import { changed, type Project } from './project.ts'
import { shellOf } from './shell.ts'
import { type StoreApp, storeApp } from './store-app.ts'

const edition = { origin: 'https://city.example', id: null, version: '1.2.0', build: 7 }
const phones = [
  { dial: '112', shown: '112', name: { uk: 'Єдиний номер', en: 'Single number' }, emergency: true },
  { dial: '1580', shown: '15-80', name: { uk: 'Довідка', en: 'Information' }, emergency: false },
]
const city = { ...aCity(), phones }
const other = { ...city, id: 'lviv' as CityId }

function theApp(cities = [city], more: Partial<typeof edition> = {}): StoreApp {
  const app = storeApp(cities, { ...edition, ...more })
  if (!app.ok) throw new Error(app.problem)
  return app.value
}

describe('the app of a city', () => {
  it('opens with its page and opens links to it, and has an id of the origin’s name', () => {
    expect(theApp()).toMatchObject({
      id: 'example.city.zhytomyr',
      name: { uk: 'Житомир', en: 'Zhytomyr' },
      start: '/zhytomyr',
      opens: ['/zhytomyr', '/en/zhytomyr'],
    })
  })

  it('of all cities opens with the list of them, under the product’s name and sign', () => {
    const app = theApp([city, other])
    expect(app).toMatchObject({ id: 'example.city.app', name: { en: 'Open City' }, start: '/', opens: ['/'] })
    expect(app.phones.map(({ dial }) => dial)).toEqual(['112'])
    expect(textOf(androidOf(app), 'AndroidManifest.xml')).toContain('<data android:pathPrefix="/" />')
  })

  it.each([
    ['an id that a store does not take', { id: 'a-b.c' as never }],
    ['an origin that is no site', { origin: 'ftp://city.example' }],
    ['a version that is no number', { version: 'new' }],
    ['a build before the first', { build: 0 }],
  ])('is not made of %s', (_, wrong) => {
    expect(storeApp([city], { ...edition, ...wrong }).ok).toBe(false)
  })
})

describe('its Android project', () => {
  const manifest = textOf(androidOf(theApp()), 'AndroidManifest.xml')

  it('asks for the place and for messages, and not for the camera, which the phone’s own app has', () => {
    const asked = [...manifest.matchAll(/uses-permission android:name="android\.permission\.(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(asked).toEqual(['ACCESS_COARSE_LOCATION', 'ACCESS_FINE_LOCATION', 'POST_NOTIFICATIONS'])
  })

  it('opens links of its city alone, once the site knows it', () => {
    const [, filter = ''] = /(<intent-filter android:autoVerify="true">[\s\S]*?<\/intent-filter>)/.exec(manifest) ?? []
    expect([...filter.matchAll(/<data android:(\w+="[^"]*")/g)].map(([, where]) => where)).toEqual([
      ...['scheme="https"', 'host="city.example"'],
      ...['path="/zhytomyr"', 'pathPrefix="/zhytomyr/"', 'path="/en/zhytomyr"', 'pathPrefix="/en/zhytomyr/"'],
    ])
  })

  it('takes photos, videos and words of other apps', () => {
    expect([...manifest.matchAll(/mimeType="([^"]+)"/g)].map(([, type]) => type)).toEqual([
      'image/*',
      'video/*',
      'text/plain',
    ])
  })

  it('is named in both languages, whatever marks the name has', () => {
    const named = { ...city, name: { uk: 'Кам’янець "на" <скелі>', en: "Rock's" } }
    const strings = (locale: string) => textOf(androidOf(theApp([named])), `values${locale}/strings.xml`)
    expect(strings('')).toContain('"app_name">Кам’янець \\&quot;на\\&quot; &lt;скелі&gt;<')
    expect(strings('-en')).toContain(`"app_name">Rock\\'s<`)
  })
})

describe('its iOS project', () => {
  const project = appleOf(theApp())

  it('says in both languages why it asks', () => {
    const said = (locale: string) => textOf(project, `${locale}.lproj/InfoPlist.strings`).trim().split('\n')
    expect(said('uk')[0]).toBe('"CFBundleDisplayName" = "Житомир";')
    expect(said('en')[1]).toBe('"NSCameraUsageDescription" = "To take a photo or a video of the problem you report.";')
    expect(said('uk')).toHaveLength(said('en').length)
  })

  it('lets the site’s worker run, opens its links, and says what it collects and that it follows nobody', () => {
    expect(textOf(project, 'Info.plist')).toMatch(/WKAppBoundDomains<\/key>\s*<array>\s*<string>city\.example</)
    expect(textOf(project, 'App.entitlements')).toContain('<string>applinks:city.example</string>')
    expect(textOf(project, 'PrivacyInfo.xcprivacy')).toMatch(/NSPrivacyTracking<\/key>\s*<false\/>/)
    expect(textOf(project, 'PrivacyInfo.xcprivacy')).toContain('NSPrivacyCollectedDataTypePreciseLocation')
  })
})

describe('what it adds so that other apps can share with it', () => {
  const project = appleShareOf(theApp())
  const group = 'group.example.city.zhytomyr'

  it('is one folder for both, by the same name in their rights and in their code', () => {
    expect(textOf(appleOf(theApp()), 'App.entitlements')).toContain(`<string>${group}</string>`)
    for (const file of ['Share.entitlements', 'ShareViewController.swift', 'HandedOver.swift'])
      expect(textOf(project, file), file).toContain(group)
  })

  it('says where the report goes on, in both languages, whatever marks the name has', () => {
    const named = { ...city, name: { uk: 'Кам’янець "на" скелі', en: 'Rock' } }
    const code = textOf(appleShareOf(theApp([named])), 'ShareViewController.swift')
    expect(code).toContain(String.raw`"Збережено. Відкрийте «Кам’янець \"на\" скелі», щоб дописати звернення."`)
    expect(code).toContain('"Kept. Open Rock to finish the report."')
  })

  it('is offered for as many photos and videos as a report takes, and for words', () => {
    const info = textOf(project, 'Share/Info.plist')
    expect(info).toMatch(/SupportsImageWithMaxCount<\/key>\s*<integer>5</)
    expect(info).toMatch(/SupportsText<\/key>\s*<true\/>/)
    expect(info).toContain('<string>com.apple.share-services</string>')
  })
})

describe('what both are made of', () => {
  it('is the site itself, opened at the city’s page', () => {
    expect(JSON.parse(textOf(shellOf(theApp()), 'capacitor.config.json'))).toMatchObject({
      appId: 'example.city.zhytomyr',
      server: { url: 'https://city.example', appStartPath: '/zhytomyr', errorPath: 'offline.html', cleartext: false },
      ios: { limitsNavigationsToAppBoundDomains: true },
    })
  })

  it('has a page for a first start without a connection, in both languages, with numbers to call', () => {
    const page = textOf(shellOf(theApp()), 'offline.html')
    expect(page).toContain('<h1>Немає зв’язку</h1>')
    expect(page).toContain('<h1>No connection</h1>')
    expect(page).toContain('<a href="tel:112"><b>112</b> Single number</a>')
    expect(page).not.toContain('1580')
    expect(page).toContain('href="https://city.example/zhytomyr"')
  })
})

it('a project that Capacitor writes otherwise is not changed in part', () => {
  expect(changed('versionCode 1', [{ at: 'versionCode 1', put: 'versionCode 1' }], 'a')).toBe('versionCode 1')
  expect(() => changed('versionCode 2', [{ at: 'versionCode 1', put: 'x' }], 'a')).toThrow('a has no versionCode 1')
})

/** What a project writes into the file whose path ends so. */
function textOf({ files, changes }: Project, ending: string): string {
  const [, text] = Object.entries(files).find(([path]) => path.endsWith(ending)) ?? []
  const [, list] = Object.entries(changes).find(([path]) => path.endsWith(ending)) ?? []
  return text ?? (list ?? []).map(({ put }) => put).join('\n')
}
