import type { apps as uk } from '../uk/apps.ts'

export const apps = {
  'apps.offline.title': 'No connection',
  'apps.offline.text':
    'To open the app for the first time you need the internet. After that the form, phone numbers and your reports open without it too.',
  'apps.offline.again': 'Try again',
  'apps.offline.urgent': 'If you need help at once',
  'apps.camera': 'To take a photo or a video of the problem you report.',
  'apps.microphone': 'So that a video you take for a report has sound.',
  'apps.photos': 'To add a photo or a video from your library to a report.',
  'apps.share.kept': 'Kept. Open {name} to finish the report.',
  'apps.share.failed': 'Not all of it could be handed over. Open {name} and add the rest in the form of the report.',
  'apps.location': 'To put the problem on the map where you are, when you ask for it.',
} as const satisfies Record<keyof typeof uk, string>
