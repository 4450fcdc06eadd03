import { type Frequency, frequencies, radii, type Topic } from '#src/domain/following.ts'
import type { AreaId, CategoryId, GroupId, OrganizationId } from '#src/domain/id.ts'
import { type FieldsOf, pointOf, text } from '../form/fields.ts'

/** What is followed, as one value of a form: `report:12`, `area:old-town`, `circle:50.25470,28.65870`. */
export function fieldValue(topic: Topic): string {
  switch (topic.kind) {
    case 'report':
      return `report:${topic.number}`
    case 'area':
      return `area:${topic.area}`
    case 'category':
      return `category:${topic.category}`
    case 'group':
      return `group:${topic.group}`
    case 'organization':
      return `organization:${topic.organization}`
    case 'circle':
      return `circle:${topic.center.lat.toFixed(5)},${topic.center.lng.toFixed(5)}`
  }
}

/** Null when nothing was chosen, or what was sent is no such value. How far a circle reaches is a field of its own. */
export function topicIn(fields: FieldsOf): Topic | null {
  const [kind = '', about = ''] = splitOnce(text(fields, 'what'))
  if (!about) return null
  if (kind === 'report') return /^[1-9]\d{0,8}$/.test(about) ? { kind, number: Number(about) } : null
  if (kind === 'area') return { kind, area: about as AreaId }
  if (kind === 'category') return { kind, category: about as CategoryId }
  if (kind === 'group') return { kind, group: about as GroupId }
  if (kind === 'organization') return { kind, organization: about as OrganizationId }
  const center = pointOf({ point: [about] })
  return kind === 'circle' && center ? { kind, center, metres: metresIn(fields) } : null
}

export function frequencyIn(fields: FieldsOf): Frequency {
  return frequencies.find((one) => one === text(fields, 'frequency')) ?? 'at_once'
}

export const usualRadius = 500

export function metresIn(fields: FieldsOf): number {
  return radii.find((one) => String(one) === text(fields, 'metres')) ?? usualRadius
}

function splitOnce(value: string): readonly string[] {
  const colon = value.indexOf(':')
  return colon < 0 ? [value] : [value.slice(0, colon), value.slice(colon + 1)]
}
