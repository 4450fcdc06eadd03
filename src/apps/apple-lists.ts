import { groupOf } from './apple-code.ts'
import { inXml } from './project.ts'
import type { StoreApp } from './store-app.ts'

/** What Apple lets the app do once its id has the three capabilities: open the site's links, be sent messages, take what its extension leaves. */
export function entitlements(app: StoreApp): string {
  return list(`	<key>aps-environment</key>
	<string>development</string>
	<key>com.apple.developer.associated-domains</key>
	<array>
		<string>applinks:${new URL(app.origin).hostname}</string>
	</array>
${sharedFolder(app)}`)
}

/** What Apple lets the share extension do: leave things for the app. */
export function shareRights(app: StoreApp): string {
  return list(sharedFolder(app))
}

function sharedFolder(app: StoreApp): string {
  return `	<key>com.apple.security.application-groups</key>
	<array>
		<string>${groupOf(app)}</string>
	</array>`
}

/** When the share extension is offered: for photos, videos, words and an address, as many as a report takes. */
export function shareInfo({ name }: StoreApp): string {
  const named = {
    CFBundleDevelopmentRegion: 'uk',
    CFBundleDisplayName: name.uk,
    CFBundleExecutable: '$(EXECUTABLE_NAME)',
    CFBundleIdentifier: '$(PRODUCT_BUNDLE_IDENTIFIER)',
    CFBundleInfoDictionaryVersion: '6.0',
    CFBundleName: '$(PRODUCT_NAME)',
    CFBundlePackageType: 'XPC!',
    CFBundleShortVersionString: '$(MARKETING_VERSION)',
    CFBundleVersion: '$(CURRENT_PROJECT_VERSION)',
  }
  const lines = Object.entries(named).map(([key, value]) => `	<key>${key}</key>\n	<string>${inXml(value)}</string>`)
  return list(`${lines.join('\n')}
	<key>NSExtension</key>
	<dict>
		<key>NSExtensionAttributes</key>
		<dict>
			<key>NSExtensionActivationRule</key>
			<dict>
				<key>NSExtensionActivationSupportsImageWithMaxCount</key>
				<integer>5</integer>
				<key>NSExtensionActivationSupportsMovieWithMaxCount</key>
				<integer>5</integer>
				<key>NSExtensionActivationSupportsText</key>
				<true/>
				<key>NSExtensionActivationSupportsWebURLWithMaxCount</key>
				<integer>1</integer>
			</dict>
		</dict>
		<key>NSExtensionPointIdentifier</key>
		<string>com.apple.share-services</string>
		<key>NSExtensionPrincipalClass</key>
		<string>ShareViewController</string>
	</dict>`)
}

/** What a person gives by using the product, in Apple's words; each is kept with who gave it, and serves the report alone. */
const collected = [
  'EmailAddress',
  'Name',
  'PhysicalAddress',
  'PreciseLocation',
  'PhotosorVideos',
  'OtherUserContent',
  'DeviceID',
]

/** The privacy manifest of the app itself; Capacitor brings one for its own code. */
export const privacy = list(`	<key>NSPrivacyTracking</key>
	<false/>
	<key>NSPrivacyTrackingDomains</key>
	<array/>
	<key>NSPrivacyAccessedAPITypes</key>
	<array/>
	<key>NSPrivacyCollectedDataTypes</key>
	<array>
${collected.map(entry).join('\n')}
	</array>`)

function entry(kind: string): string {
  return `		<dict>
			<key>NSPrivacyCollectedDataType</key>
			<string>NSPrivacyCollectedDataType${kind}</string>
			<key>NSPrivacyCollectedDataTypeLinked</key>
			<true/>
			<key>NSPrivacyCollectedDataTypeTracking</key>
			<false/>
			<key>NSPrivacyCollectedDataTypePurposes</key>
			<array>
				<string>NSPrivacyCollectedDataTypePurposeAppFunctionality</string>
			</array>
		</dict>`
}

function list(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${inside}
</dict>
</plist>
`
}
