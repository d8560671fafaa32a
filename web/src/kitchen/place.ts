import { computed, effect } from "@preact/signals";
import { kept } from "../core/kept";
import { path, query } from "../core/router";
import { user } from "../api/session";

const last = kept<number | null>("kitchen.at", null);

/// Which restaurants this person works at; null for operators, who may look at all.
export const mine = computed<number[] | null>(() => {
  if (!user.value) return [];
  return user.value.roles.includes("operator") ? null : (user.value.restaurants ?? []);
});

export const worksHere = computed(() => user.value?.roles.some((it) => it === "staff" || it === "operator") ?? false);

/// The restaurant of this tab: as the address says, else the only one, else the last one chosen.
/// So tabs can show different restaurants.
export const chosen = computed<number | null>(() => {
  const may = (id: number) => mine.value === null || mine.value.includes(id);
  const asked = query.value.get("at");
  if (asked === "choose") return null;
  if (asked) return may(Number(asked)) ? Number(asked) : null;
  if (mine.value?.length === 1) return mine.value[0] ?? null;
  return last.value !== null && may(last.value) ? last.value : null;
});

export const rememberChoice = (): void => {
  effect(() => {
    if (chosen.value !== null && query.value.has("at")) last.value = chosen.value;
  });
};

export type Page = "" | "menu" | "hours" | "money" | "tills";
export const pageNow = computed<string>(() => path.value.split("/")[2] ?? "");
export const linkTo = (page: Page, restaurant: number): string =>
  `/kitchen${page ? `/${page}` : ""}?at=${restaurant}`;
