/** Whole groups of categories are followed too: a report counts as the group's by the category that it has now. */
export const followingGroups = `
  alter table subscription add column group_id text;
  alter table subscription
    drop constraint subscription_city_id_follower_id_report_id_area_id_category_key,
    drop constraint subscription_check,
    add constraint subscription_once unique nulls not distinct
      (city_id, follower_id, report_id, area_id, category_id, group_id, organization_id, location, metres),
    add constraint subscription_of_one
      check (num_nonnulls(report_id, area_id, category_id, group_id, organization_id, location) = 1);
  create index subscription_group on subscription (city_id, group_id, follower_id) where group_id is not null;
`
