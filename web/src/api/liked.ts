import { body, http } from "./http";
import type { Applicant, Preferences } from "./wire";

// What a person has set for themselves, kept with their account.

const of = (user_id: number) => ({ path: { user_id } });

export const readFavourites = async (user: number): Promise<number[]> =>
  ((await body(http.GET("/users/{user_id}/favourites", { params: of(user) }))) as { restaurants: number[] }).restaurants;

export async function setFavourite(user_id: number, restaurant_id: number, on: boolean): Promise<void> {
  const params = { path: { user_id, restaurant_id } };
  await (on
    ? http.PUT("/users/{user_id}/favourites/{restaurant_id}", { params })
    : http.DELETE("/users/{user_id}/favourites/{restaurant_id}", { params }));
}

export const readPreferences = (user: number): Promise<Preferences> =>
  body(http.GET("/users/{user_id}/preferences", { params: of(user) })) as Promise<Preferences>;

export const changePreferences = (user: number, it: Preferences): Promise<Preferences> =>
  body(http.PUT("/users/{user_id}/preferences", { params: of(user), body: it })) as Promise<Preferences>;

export type Trade = Applicant["role"];

export const readApplications = async (user: number): Promise<Applicant[]> =>
  ((await body(http.GET("/users/{user_id}/applications", { params: of(user) }))) as { applications: Applicant[] }).applications;

export const applyFor = (user_id: number, role: Trade, text: string): Promise<Applicant> =>
  body(http.PUT("/users/{user_id}/applications/{role}", { params: { path: { user_id, role } }, body: { text } })) as Promise<Applicant>;

export const takeBack = async (user_id: number, role: Trade): Promise<void> => {
  await http.DELETE("/users/{user_id}/applications/{role}", { params: { path: { user_id, role } } });
};
