import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AreaKind, areaKinds } from './area.ts'
import type { AreaId, CategoryId, GroupId, OrganizationId } from './id.ts'
import { type Rule, routeFor, ruleWithoutArea } from './routing.ts'

const pothole = { id: 'pothole' as CategoryId, group: 'roads' as GroupId }
const [crew, department] = ['crew', 'department'] as [OrganizationId, OrganizationId]
const [northern, oldTown] = ['northern', 'old-town'] as [AreaId, AreaId]
const here = [
  { id: northern, kind: 'district' },
  { id: oldTown, kind: 'neighbourhood' },
] as const
const ofGroup: Rule = { group: pothole.group, organization: department }
const ofCategory: Rule = { category: pothole.id, organization: crew }

describe('a report goes', () => {
  it('where its category’s rule says, in whatever order the rules stand', () => {
    const route = { organization: crew, because: 'category', area: null }
    expect(routeFor(pothole, [], [ofGroup, ofCategory])).toEqual(route)
    expect(routeFor(pothole, [], [ofCategory, ofGroup])).toEqual(route)
  })

  it('where its group’s rule says, when the category has none', () => {
    expect(routeFor(pothole, [], [ofGroup])).toEqual({ organization: department, because: 'group', area: null })
  })

  it('where the rule of the smallest area says that it lies in', () => {
    const inDistrict: Rule = { ...ofCategory, area: northern, organization: department }
    const inNeighbourhood: Rule = { ...ofCategory, area: oldTown, organization: crew }
    const rules = [ofCategory, inDistrict, inNeighbourhood]
    expect(routeFor(pothole, here, rules)).toEqual({ organization: crew, because: 'category', area: oldTown })
    expect(routeFor(pothole, here.slice(0, 1), rules)).toMatchObject({ organization: department, area: northern })
    expect(routeFor(pothole, [], rules)).toEqual({ organization: crew, because: 'category', area: null })
  })

  it('where its category’s rule says for all the city, rather than its group’s for one area', () => {
    const groupInArea: Rule = { ...ofGroup, area: oldTown }
    expect(routeFor(pothole, here, [groupInArea, ofCategory])).toMatchObject({ organization: crew, area: null })
    expect(routeFor(pothole, here, [ofGroup, groupInArea])).toMatchObject({ because: 'group', area: oldTown })
  })

  it('where a moderator chooses, when no rule speaks of it', () => {
    const others: Rule[] = [
      { category: 'lamp' as CategoryId, organization: crew },
      { group: 'light' as GroupId, organization: crew },
      { ...ofCategory, area: oldTown },
    ]
    expect(routeFor(pothole, [], others)).toEqual({ organization: null, because: 'no_rule' })
  })

  it('by the category’s own rule alone, though a group has the same name', () => {
    const namesake: Rule = { group: 'pothole' as GroupId, organization: crew }
    expect(routeFor(pothole, [], [namesake])).toEqual({ organization: null, because: 'no_rule' })
  })
})

describe('of any rules', () => {
  const area = fc.constantFrom<AreaId>(...['a', 'b', 'c', 'd', 'e'].map((id) => id as AreaId))
  const organization = fc.constantFrom<OrganizationId>(...['one', 'two', 'three'].map((id) => id as OrganizationId))
  const rule: fc.Arbitrary<Rule> = fc
    .record({ about: fc.constantFrom('pothole', 'kerb', 'roads', 'light'), area: fc.option(area), organization })
    .map(({ about, area: where, ...rest }) => ({
      ...(about === 'roads' || about === 'light' ? { group: about as GroupId } : { category: about as CategoryId }),
      ...(where ? { area: where } : {}),
      ...rest,
    }))
  const within = fc
    .dictionary(area, fc.constantFrom<AreaKind>(...areaKinds))
    .map((kinds) => Object.entries(kinds).map(([id, kind]) => ({ id: id as AreaId, kind })))

  it('the one that wins applies, and none that applies is more specific', () => {
    fc.assert(
      fc.property(fc.array(rule), within, (rules, areas) => {
        const route = routeFor(pothole, areas, rules)
        const applying = rules.filter((one) => applies(one, areas))
        if (route.organization === null) {
          expect(applying).toEqual([])
          return
        }

        const winner = applying.find(
          (one) =>
            one.organization === route.organization &&
            (one.area ?? null) === route.area &&
            'category' in one === (route.because === 'category'),
        )
        expect(winner).toBeDefined()
        expect(applying.filter((one) => winner && isNarrower(one, winner, areas))).toEqual([])
      }),
    )
  })

  it('only those of areas that the report lies in have a say, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(rule), within, (rules, areas) => {
        const applying = rules.filter((one) => applies(one, areas))
        expect(routeFor(pothole, areas, rules)).toEqual(routeFor(pothole, areas, applying))
        const { because } = routeFor(pothole, areas.toReversed(), rules.toReversed())
        expect(because).toBe(routeFor(pothole, areas, rules).because)
      }),
    )
  })

  it('one that names an area that is gone is found', () => {
    expect(ruleWithoutArea([ofGroup, { ...ofCategory, area: oldTown }], [{ id: northern }])).toBe(oldTown)
    expect(ruleWithoutArea([ofGroup, { ...ofCategory, area: oldTown }], here)).toBeNull()
  })
})

type Within = readonly { readonly id: AreaId; readonly kind: AreaKind }[]

function applies(one: Rule, areas: Within): boolean {
  const isAboutIt = 'category' in one ? one.category === pothole.id : one.group === pothole.group
  return isAboutIt && (one.area === undefined || areas.some(({ id }) => id === one.area))
}

/** What a rule is about says more than where it holds; a neighbourhood more than a district, and that than the city. */
function isNarrower(one: Rule, than: Rule, areas: Within): boolean {
  if ('category' in one !== 'category' in than) return 'category' in one
  const sizes = [undefined, 'district', 'neighbourhood']
  const size = ({ area }: Rule) => sizes.indexOf(areas.find(({ id }) => id === area)?.kind)
  return size(one) > size(than)
}
