import type { IconName } from "../pictures/Icon";

/// The pages of the desk, in the order in which the header names them.
export const PAGES = [
  ["live", "map"], ["problems", "warn"], ["zones", "pin"], ["kitchens", "pot"], ["promotions", "tag"], ["money", "wallet"],
  ["people", "person"], ["health", "pulse"], ["figures", "chart"], ["audit", "receipt"], ["simulator", "sliders"],
] as const satisfies readonly (readonly [string, IconName])[];

export type Page = (typeof PAGES)[number][0];

export const pathOf = (name: Page): string => (name === "live" ? "/operator" : `/operator/${name}`);
