import type { components } from "schema/user";
import { Failure } from "./failure";
import { json } from "./json";
import { renew, user } from "./session";
import type { Solid } from "./solid";
import type { User } from "./wire";

export type Applicant = Solid<components["schemas"]["Applicant"]>;
export type Wanted = Applicant["role"];

const path = (who: User, role: Wanted) => `/users/${who.user_id}/applications/${role}`;

/// What somebody has applied for and nobody has answered yet.
export interface Standing { sent: Applicant | null }

export async function application(who: User, role: Wanted): Promise<Standing> {
  const found = await json<{ applications: Applicant[] }>(`/users/${who.user_id}/applications`);
  return { sent: found.applications.find((it) => it.role === role) ?? null };
}

export const apply = (who: User, role: Wanted, text: string): Promise<Applicant> =>
  json(path(who, role), { method: "PUT", body: { text } });

export const takeBack = (who: User, role: Wanted): Promise<null> => json(path(who, role), { method: "DELETE" });

/// Who somebody is now, with a token that says so: a role may have been given to them meanwhile.
export async function lookAgain(before: User): Promise<User> {
  if (!(await renew())) throw new Failure(0, "offline");
  return user.peek() ?? before;
}
