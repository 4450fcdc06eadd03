import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { runToEnd } from '../programs.ts'
import { xmlFault } from '../well-formed.ts'
import { isLong } from './chance.ts'

const folder = 'apps/build/zhytomyr'
const android = 'android/app/src/main'
const apple = 'ios/App/App'
const without = isLong ? '' : ', skipped: it needs packages from npm; npm run faults tries it'

describe.skipIf(!isLong)(`the projects that npm run apps makes${without}`, () => {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')

  beforeAll(async () => {
    const app = ['--origin', 'https://city.example', '--city', 'zhytomyr', '--version', '1.2.0', '--build', '7']
    // All of it: npm reads there by which way it reaches its registry.
    const env = process.env as Readonly<Record<string, string>> // safe: what is set is a string
    await runToEnd([resolve('dist/server/apps.js'), ...app], env)
  }, 180_000)

  it('have one id, version and build', () => {
    const gradle = read('android/app/build.gradle')
    expect(gradle).toContain('applicationId "example.city.zhytomyr"')
    expect(gradle).toContain('versionCode 7')
    expect(gradle).toContain('versionName "1.2.0"')
    const xcode = read('ios/App/App.xcodeproj/project.pbxproj')
    const each = (setting: string) =>
      [...xcode.matchAll(new RegExp(`${setting} = (.+);`, 'g'))].map(([, value]) => value)
    const twice = (...values: string[]) => values.flatMap((value) => [value, value])
    const [app, share] = ['example.city.zhytomyr', 'example.city.zhytomyr.share']
    expect(each('PRODUCT_BUNDLE_IDENTIFIER')).toEqual(twice(app, share))
    expect(each('MARKETING_VERSION')).toEqual(twice('1.2.0', '1.2.0'))
    expect(each('CURRENT_PROJECT_VERSION')).toEqual(twice('7', '7'))
    expect(each('CODE_SIGN_ENTITLEMENTS')).toEqual(twice('App/App.entitlements', 'Share/Share.entitlements'))
  })

  it('ask for what they need and no more', () => {
    const manifest = read(`${android}/AndroidManifest.xml`)
    expect(
      [...manifest.matchAll(/uses-permission android:name="android\.permission\.(\w+)"/g)].map(([, name]) => name),
    ).toEqual(['INTERNET', 'ACCESS_COARSE_LOCATION', 'ACCESS_FINE_LOCATION', 'POST_NOTIFICATIONS'])
    expect(
      [...read(`${apple}/Info.plist`).matchAll(/<key>(NS\w+UsageDescription)<\/key>/g)].map(([, name]) => name),
    ).toEqual([
      ...['NSCameraUsageDescription', 'NSMicrophoneUsageDescription'],
      ...['NSPhotoLibraryUsageDescription', 'NSLocationWhenInUseUsageDescription'],
    ])
  })

  it('open the city’s links, in the app’s own screen', () => {
    const activity = /<activity[\s\S]*?<\/activity>/.exec(read(`${android}/AndroidManifest.xml`))?.[0] ?? ''
    expect(activity.match(/<intent-filter/g)).toHaveLength(3)
    expect(activity).toContain('<data android:pathPrefix="/en/zhytomyr/" />')
    expect(read(`${apple}/App.entitlements`)).toContain('applinks:city.example')
  })

  it('name in Xcode’s project every file that it builds, and each thing once', () => {
    const xcode = read('ios/App/App.xcodeproj/project.pbxproj')
    const made = [...xcode.matchAll(/^\t\t([0-9A-F]{24}) .*= \{/gm)].map(([, id = '']) => id)
    expect(new Set(made).size).toBe(made.length)
    const named = new Set([...xcode.matchAll(/\b[0-9A-F]{24}\b/g)].map(([id]) => id))
    expect([...named].filter((id) => !made.includes(id))).toEqual([])
    for (const file of [
      'PrivacyInfo.xcprivacy',
      'App.entitlements',
      'uk.lproj/InfoPlist.strings',
      'en.lproj/InfoPlist.strings',
    ]) {
      expect(xcode).toContain(`path = ${file};`)
      expect(read(`${apple}/${file}`)).not.toBe('')
    }
  })

  it('build the share extension with the app, into it, from its own code', () => {
    const xcode = read('ios/App/App.xcodeproj/project.pbxproj')
    const idOf = (name: string) =>
      new RegExp(`^\\t\\t([0-9A-F]{24}) /\\* ${name} \\*/ = \\{`, 'm').exec(xcode)?.[1] ?? name
    const partOf = (isa: string, name: string) =>
      new RegExp(`/\\* ${name} \\*/ = \\{\\s*isa = ${isa};[\\s\\S]*?\\n\\t\\t\\};`).exec(xcode)?.[0] ?? ''
    const app = partOf('PBXNativeTarget', 'App')
    expect(app).toContain('/* Embed Foundation Extensions */')
    expect(app).toContain('/* PBXTargetDependency */')
    expect(partOf('PBXCopyFilesBuildPhase', 'Embed Foundation Extensions')).toContain(
      idOf('Share\\.appex in Embed Foundation Extensions'),
    )
    expect(xcode.match(/isa = PBXSourcesBuildPhase;[\s\S]*?\};/g)?.map((one) => one.match(/\w+\.swift/g))).toEqual([
      ['MainViewController.swift', 'HandedOver.swift', 'AppDelegate.swift', 'SceneDelegate.swift'],
      ['ShareViewController.swift'],
    ])
    expect(/isa = PBXProject;[\s\S]*?targets = \(([^)]*)\)/.exec(xcode)?.[1]).toContain('/* Share */')
    expect(read(`${apple}/SceneDelegate.swift`)).toContain('rootViewController = MainViewController()')
    for (const file of ['MainViewController.swift', 'HandedOver.swift', '../Share/ShareViewController.swift'])
      expect(read(`${apple}/${file}`)).toMatch(/^import /)
  })

  it('hold nothing that is no XML where XML is read', () => {
    const lists = `${folder}/ios/App/{App,Share}/**/*.{plist,xcprivacy,entitlements}`
    const files = globSync([`${folder}/${android}/**/*.xml`, lists])
    expect(files.length).toBeGreaterThan(12)
    for (const file of files) expect(xmlFault(plain(readFileSync(file, 'utf8'))), file).toBe(null)
  })

  it('show the city’s sign, and nothing of Capacitor’s', async () => {
    const icon = await sharp(join(folder, apple, 'Assets.xcassets/AppIcon.appiconset/AppIcon-512@2x.png')).metadata()
    expect([icon.width, icon.height, icon.hasAlpha]).toEqual([1024, 1024, false])
    const pictures = globSync(`${folder}/${android}/res/**/*.png`)
    expect(pictures.map((path) => /mipmap-\w+/.exec(path)?.[0]).filter((one) => !one)).toEqual([])
    expect(pictures).toHaveLength(10)
    expect(read(`${android}/res/drawable/ic_launcher_foreground.xml`)).toContain('android:fillColor="#ffc400"')
  })

  it('carry the page for a first start without a connection', () => {
    for (const where of [`${android}/assets/public`, `${apple}/public`])
      expect(read(`${where}/offline.html`)).toContain('Немає зв’язку')
  })
})

/** Without what the reader of XML does not know, and what says nothing. */
function plain(xml: string): string {
  const declared = xml.replace(/^<\?xml[^>]*\?>\s*/, '<?xml version="1.0" encoding="utf-8"?>\n')
  return declared.replaceAll(/<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, '')
}
