declare const kind: unique symbol

/** A string that can only be the id of one kind of thing: parsed at the edge, carried untouched between. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type CityId = Id<'city'>
export type GroupId = Id<'group'>
export type CategoryId = Id<'category'>
export type OrganizationId = Id<'organization'>
export type AreaId = Id<'area'>
export type ReportId = Id<'report'>
export type MediaId = Id<'media'>
export type PersonId = Id<'person'>
export type LinkId = Id<'link'>
/** One browser, or one app, that somebody signed in with. */
export type SessionId = Id<'session'>
export type DeviceId = Id<'device'>
/** Minted on the resident's device, so that sending the same draft twice makes one report. */
export type DraftKey = Id<'draft'>
/** Random too: whoever holds it can confirm that an address wants to follow. */
export type SubscriptionId = Id<'subscription'>
/** In letters to a follower: whoever holds it sees and ends what is followed by one address in one city, and nothing else. */
export type FollowKey = Id<'follow'>
/** Random: whoever holds it may go on sending one file, or end it. */
export type UploadId = Id<'upload'>
/** In a letter's way out: whoever holds it may end one person's support of one report, and nothing else. */
export type StopKey = Id<'stop'>
