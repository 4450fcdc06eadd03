import type { install as uk } from '../uk/install.ts'

export const install = {
  'install.title': 'App for your phone',
  'install.lead': '{city} on your home screen: without an app store, and almost no storage.',
  'install.description': 'Report a problem in {city} and follow how it is solved.',
  'install.do': 'Install',
  'install.offer': 'To find your report again at once, keep the city on your phone’s home screen.',
  'install.how': 'How to install',
  'install.not_now': 'Not now',
  'install.good.tap': 'Report a problem with one tap.',
  'install.good.offline': 'The form, phone numbers and your reports open without a connection too.',
  'install.good.share': 'On Android, send a photo here straight from your gallery with “Share”.',
  'install.good.badge': 'The icon shows how many reports wait for you.',
  'install.apple.title': 'iPhone and iPad',
  'install.apple.share': 'In Safari, tap Share at the bottom of the screen.',
  'install.apple.sheet': 'Scroll the list and choose “Add to Home Screen”.',
  'install.apple.add': 'Tap “Add” at the top right.',
  'install.android.title': 'Android',
  'install.android.text':
    'In Chrome, open the ⋮ menu at the top right and choose “Add to Home screen” or “Install app”. Other browsers have it in their menus too.',
  'install.computer.title': 'Computer',
  'install.computer.text': 'In Chrome or Edge, press the install icon at the right of the address bar.',
  'install.not_needed': 'You need not install anything: all of it works in the browser too.',
  'install.screen.report': 'A report: its state, history and answer',
  'install.screen.form': 'A new report',
  'install.screen.city': 'The city’s reports on the map and in the list',
} as const satisfies Record<keyof typeof uk, string>
