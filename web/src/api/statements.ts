import { Failure } from "./failure";
import { send } from "./http";
import { json } from "./json";

export interface StatementLine { at: string; kind: string; order_id: number | null; text: string; amount: number; vat: number }

export interface StatementSums {
  orders: number; sales: number; commission: number; rides: number; tips: number; refunds: number;
  promotions: number; compensations: number; cash: number; payouts: number; vat: number;
}

export interface Statement {
  from: string; to: string; currency: string; opening: number; closing: number;
  lines: StatementLine[]; sums: StatementSums;
}

export interface Days { from: string; to: string }

/// @param account `restaurant_id=7` or `courier_id=12`
const path = (account: string, { from, to }: Days) =>
  `/statements?${account}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;

export const readStatement = (account: string, days: Days): Promise<Statement> => json(path(account, days));

/// The statement as a file, under the name that the server gives it and its days.
export async function downloadStatement(account: string, days: Days, name: string): Promise<void> {
  const response = await send(new Request(new URL(path(account, days), location.origin), { headers: { Accept: "text/csv" } }), false);
  if (!response.ok) throw await Failure.of(response);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
