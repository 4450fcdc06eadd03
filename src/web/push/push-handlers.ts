import { pushKinds } from '#src/domain/pushing.ts'
import * as devices from '#src/store/devices.ts'
import { addKinds, choose } from '#src/store/push-choices.ts'
import type { Common, Handlers } from '../context.ts'
import { text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import type { CountTry } from '../limits.ts'
import type { Viewer } from '../viewer.ts'
import { deviceFromJson } from './device-from-json.ts'
import { browserName } from './device-name.ts'

type Keys = 'addDevice' | 'removeDevice' | 'savePush'
type Person = Extract<Viewer, { kind: 'person' }>

/** On which devices a signed-in person is told, and of what. */
export function pushHandlers(countTry: CountTry): Pick<Handlers, Keys> {
  return {
    /** Asked by a script, which can't sign anybody in: it hears that nobody is. */
    addDevice: async (context) => {
      const { request, means, now, problem, door } = context
      const viewer = await context.viewer()
      if (viewer.kind === 'visitor') return problem({ kind: 'not_permitted' })
      const seconds = await countTry('act_by_person', viewer.id, now)
      if (seconds !== null) return problem({ kind: 'too_many', seconds })
      const device = await deviceFromJson(request)
      if (!device || !door.takes(device.reached)) return new Response(null, { status: 422 })

      const { reached, add } = device
      const name = reached.way === 'web' ? browserName(request.headers.get('user-agent') ?? '') : appNames[reached.way]
      await devices.register(means.store.whole, { person: viewer.id, session: viewer.session }, reached, name, now)
      if (add.length > 0) await addKinds(means.store.whole, viewer.id, add)
      return new Response(null, { status: 204 })
    },

    removeDevice: (context) =>
      asPerson(context, async ({ id }) => {
        await devices.remove(context.means.store.whole, id, context.holes.device)
        return context.seeOther(`${context.to.me()}?push=removed#push`)
      }),

    savePush: (context) =>
      asPerson(context, async ({ id }) => {
        const form = await readFields(context.request)
        if (!form.ok) return context.problem(form.problem)
        const kinds = pushKinds.filter((kind) => form.value.kind?.includes(kind))
        const quiet = text(form.value, 'quiet') === 'yes'
        await choose(context.means.store.whole, id, { kinds, quiet })
        return context.seeOther(`${context.to.me()}?push=saved#push`)
      }),
  }
}

const appNames = { fcm: 'Android', apns: 'iOS' } as const

async function asPerson(context: Common, answer: (person: Person) => Promise<Response>): Promise<Response> {
  const viewer = await context.viewer()
  if (viewer.kind === 'person') return answer(viewer)
  return context.seeOther(`${context.to.signIn()}?continue=${encodeURIComponent(context.to.me())}`)
}
