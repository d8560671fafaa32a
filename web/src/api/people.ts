import { json } from "./json";
import { signIn, updateUser } from "./session";
import type { Address, SavedAddress, User } from "./wire";

export async function signUp(name: string, email: string, password: string): Promise<void> {
  await json("/users", { method: "POST", body: { name, email, password } });
  await signIn(email, password);
}

/// Changes a profile, unless somebody changed it meanwhile.
export async function changeUser(user: User, changes: Record<string, unknown>): Promise<User> {
  const changed = await json<User>(`/users/${user.user_id}`, {
    method: "PUT",
    body: changes,
    headers: { "If-Match": `"${user.version}"` },
  });
  updateUser(changed);
  return changed;
}

export const readUser = (id: number): Promise<User> => json(`/users/${id}`);

export const exportUser = (id: number): Promise<object> => json(`/users/${id}/export`);

export const eraseUser = (user: User): Promise<null> =>
  json(`/users/${user.user_id}`, { method: "DELETE", headers: { "If-Match": `"${user.version}"` } });

export const savedAddresses = async (id: number): Promise<SavedAddress[]> =>
  (await json<{ addresses: SavedAddress[] }>(`/users/${id}/addresses`)).addresses;

export const saveAddress = (id: number, label: string, address: Address): Promise<SavedAddress> =>
  json(`/users/${id}/addresses`, { method: "POST", body: { label, address } });

export const removeAddress = (id: number, address: number): Promise<null> =>
  json(`/users/${id}/addresses/${address}`, { method: "DELETE" });
