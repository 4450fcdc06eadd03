import { type Locale, locales } from '#src/domain/locale.ts'
import { say } from '#src/text/catalogue.ts'
import { entitlements, privacy } from './apple-lists.ts'
import { type Change, inXml, type Project } from './project.ts'
import type { StoreApp } from './store-app.ts'
import { buildFile, fileReference, key, member } from './xcode.ts'

const folder = 'ios/App/App'

/** Why the app asks for each of these: iOS shows the sentence with its question, and ends an app that has none. */
const asked = {
  NSCameraUsageDescription: 'apps.camera',
  NSMicrophoneUsageDescription: 'apps.microphone',
  NSPhotoLibraryUsageDescription: 'apps.photos',
  NSLocationWhenInUseUsageDescription: 'apps.location',
} as const

/** How the Xcode project of an app differs from the one that Capacitor makes of its settings. */
export function appleOf(app: StoreApp): Project {
  const splash = ['', '-1', '-2'].map((copy) => `${folder}/Assets.xcassets/Splash.imageset/splash-2732x2732${copy}.png`)
  return {
    files: {
      [`${folder}/App.entitlements`]: entitlements(app),
      [`${folder}/PrivacyInfo.xcprivacy`]: privacy,
      ...Object.fromEntries(
        locales.map((locale) => [`${folder}/${locale}.lproj/InfoPlist.strings`, words(app, locale)]),
      ),
    },
    changes: {
      [`${folder}/Info.plist`]: infoChanges(app),
      [`${folder}/AppDelegate.swift`]: [{ at: /\n\}\s*$/g, put: `\n${pushTokens}\n}\n` }],
      'ios/App/App.xcodeproj/project.pbxproj': projectChanges(app),
    },
    pictures: {
      [`${folder}/Assets.xcassets/AppIcon.appiconset/AppIcon-512@2x.png`]: { kind: 'apple', width: 1024, height: 1024 },
      ...Object.fromEntries(splash.map((path) => [path, { kind: 'launch', width: 2732, height: 2732 }])),
    },
    gone: [],
  }
}

function infoChanges({ origin }: StoreApp): readonly Change[] {
  const uk = say('uk')
  const sentences = Object.entries(asked).map(
    ([key, text]) => `\t<key>${key}</key>\n\t<string>${inXml(uk(text))}</string>\n`,
  )
  const hosts = [new URL(origin).hostname, 'localhost'].map((host) => `\t\t<string>${host}</string>\n`)
  const languages = locales.map((locale) => `\t\t<string>${locale}</string>\n`)
  const more = [
    `\t<key>CFBundleLocalizations</key>\n\t<array>\n${languages.join('')}\t</array>\n`,
    '\t<key>ITSAppUsesNonExemptEncryption</key>\n\t<false/>\n',
    `\t<key>WKAppBoundDomains</key>\n\t<array>\n${[...new Set(hosts)].join('')}\t</array>\n`,
    ...sentences,
  ]
  return [
    { at: /(?<=<key>CFBundleDevelopmentRegion<\/key>\s*)<string>en<\/string>/g, put: '<string>uk</string>' },
    // Every device that runs what Capacitor needs.
    { at: '<string>armv7</string>', put: '<string>arm64</string>' },
    { at: /<\/dict>\s*<\/plist>/g, put: `${more.join('')}</dict>\n</plist>` },
  ]
}

/** The same as in Info.plist, and the app's name, in the language of the phone. */
function words({ name }: StoreApp, locale: Locale): string {
  const t = say(locale)
  const said = { CFBundleDisplayName: name[locale], ...mapped((key) => t(asked[key])) }
  return Object.entries(said)
    .map(([key, text]) => `"${key}" = ${JSON.stringify(text)};\n`)
    .join('')
}

function mapped(sentence: (key: keyof typeof asked) => string): Record<string, string> {
  return Object.fromEntries((Object.keys(asked) as (keyof typeof asked)[]).map((key) => [key, sentence(key)])) // safe: a constant above
}

/** iOS tells the app its address for messages here; Capacitor tells the page. */
const pushTokens = `
    func application(_ application: UIApplication, didRegisterForRemoteNotificationsWithDeviceToken deviceToken: Data) {
        NotificationCenter.default.post(name: .capacitorDidRegisterForRemoteNotifications, object: deviceToken)
    }

    func application(_ application: UIApplication, didFailToRegisterForRemoteNotificationsWithError error: Error) {
        NotificationCenter.default.post(name: .capacitorDidFailToRegisterForRemoteNotifications, object: error)
    }`

/** Xcode knows a file only when its project names it: once as a file, once in its group, once where it is built. */
function projectChanges({ version, build }: StoreApp): readonly Change[] {
  const ids = { privacy: key('privacy'), privacyBuilt: key('privacy built'), rights: key('entitlements') }
  const texts = { group: key('InfoPlist.strings'), built: key('InfoPlist.strings built') }
  const files = [
    fileReference(ids.privacy, 'PrivacyInfo.xcprivacy', 'text.xml'),
    fileReference(ids.rights, 'App.entitlements', 'text.plist.entitlements'),
    ...locales.map(
      (locale) =>
        `\t\t${key(locale)} /* ${locale} */ = {isa = PBXFileReference; lastKnownFileType = text.plist.strings; name = ${locale}; path = ${locale}.lproj/InfoPlist.strings; sourceTree = "<group>"; };\n`,
    ),
  ]
  const built = [
    buildFile(ids.privacyBuilt, ids.privacy, 'PrivacyInfo.xcprivacy', 'Resources'),
    buildFile(texts.built, texts.group, 'InfoPlist.strings', 'Resources'),
  ]
  const group = [
    `\t\t${texts.group} /* InfoPlist.strings */ = {\n\t\t\tisa = PBXVariantGroup;\n\t\t\tchildren = (\n`,
    ...locales.map((locale) => `\t\t\t\t${key(locale)} /* ${locale} */,\n`),
    '\t\t\t);\n\t\t\tname = InfoPlist.strings;\n\t\t\tsourceTree = "<group>";\n\t\t};\n',
  ]
  const members = [
    member(ids.privacy, 'PrivacyInfo.xcprivacy'),
    member(ids.rights, 'App.entitlements'),
    member(texts.group, 'InfoPlist.strings'),
  ]
  const resources = [
    member(ids.privacyBuilt, 'PrivacyInfo.xcprivacy in Resources'),
    member(texts.built, 'InfoPlist.strings in Resources'),
  ]
  return [
    { at: '/* End PBXBuildFile section */', put: `${built.join('')}/* End PBXBuildFile section */` },
    { at: '/* End PBXFileReference section */', put: `${files.join('')}/* End PBXFileReference section */` },
    { at: '/* End PBXVariantGroup section */', put: `${group.join('')}/* End PBXVariantGroup section */` },
    { at: /(?<=\/\* App \*\/ = \{\s*isa = PBXGroup;\s*children = \(\n)/g, put: members.join('') },
    { at: /(?<=isa = PBXResourcesBuildPhase;\s*buildActionMask = \d+;\s*files = \(\n)/g, put: resources.join('') },
    { at: 'developmentRegion = en;', put: 'developmentRegion = uk;' },
    { at: /(?<=knownRegions = \(\n)/g, put: '\t\t\t\tuk,\n' },
    {
      at: 'CODE_SIGN_STYLE = Automatic;',
      put: 'CODE_SIGN_ENTITLEMENTS = App/App.entitlements;\n\t\t\t\tCODE_SIGN_STYLE = Automatic;',
    },
    { at: 'CURRENT_PROJECT_VERSION = 1;', put: `CURRENT_PROJECT_VERSION = ${build};` },
    { at: 'MARKETING_VERSION = 1.0;', put: `MARKETING_VERSION = ${version};` },
  ]
}
