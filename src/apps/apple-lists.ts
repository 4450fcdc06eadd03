import type { StoreApp } from './store-app.ts'

/** What Apple lets the app do once its id has the two capabilities: open the site's links, and be sent messages. */
export function entitlements({ origin }: StoreApp): string {
  return list(`	<key>aps-environment</key>
	<string>development</string>
	<key>com.apple.developer.associated-domains</key>
	<array>
		<string>applinks:${new URL(origin).hostname}</string>
	</array>`)
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
