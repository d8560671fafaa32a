import type { Failure } from "../api/failure";
import { t } from "./i18n";
import { money } from "./money";
import { whenWords } from "./time";

/// What a failure means to the reader, and what they can do. The server's own sentence is for
/// programs and for English; here it is told in the reader's language by its code.
///
/// @param currency of the amounts that it tells of; without one they are left out
export function explain(failure: Failure, currency: string | null = failure.text("currency")): string {
  const w = t().failure;
  const amount = (name: string) => {
    const value = failure.number(name);
    return value === null || currency === null ? null : money(value, currency);
  };
  switch (failure.code) {
    case "restaurant_closed": {
      const opens = failure.text("opens_at");
      return opens ? w.restaurant_closed(whenWords(opens)) : w.closed;
    }
    case "below_minimum": {
      const missing = amount("missing");
      return missing ? w.below_minimum(missing) : w.belowMinimum;
    }
    case "promotion_below_minimum":
      return w.promotion_minimum(amount("minimum") ?? "…");
  }
  const known = BY_CODE[failure.code];
  if (known) return w[known];
  if (failure.status === 401) return w.sign_in;
  if (failure.status === 403) return w.forbidden;
  if (failure.status === 404) return w.not_found;
  if (failure.status === 429) return w.rate_limited;
  if (failure.status === 422 || failure.status === 400) return w.field;
  if (failure.status >= 500) return w.unavailable;
  return w.unknown;
}

type Plain = {
  [K in keyof ReturnType<typeof t>["failure"]]: ReturnType<typeof t>["failure"][K] extends string ? K : never;
}[keyof ReturnType<typeof t>["failure"]];

/// Codes with a sentence of their own; several may mean the same to a person.
export const BY_CODE: Record<string, Plain | undefined> = {
  offline: "offline",
  unavailable: "unavailable",
  busy: "unavailable",
  too_slow: "unavailable",
  deadline_passed: "unavailable",
  not_found: "not_found",
  no_such_path: "not_found",
  token_invalid: "sign_in",
  token_expired: "sign_in",
  refresh_token_invalid: "sign_in",
  not_allowed: "forbidden",
  wrong_credentials: "wrong_credentials",
  email_taken: "email_taken",
  invalid_field: "field",
  missing_field: "field",
  too_many_requests: "rate_limited",
  too_many_attempts: "rate_limited",
  refresh_token_reused: "sign_in",
  sold_out: "sold_out",
  unknown_item: "unknown_item",
  unknown_option: "wrong_choice",
  wrong_choice: "wrong_choice",
  too_far: "too_far",
  zone_restricted: "zone_restricted",
  zone_paused: "zone_paused",
  unreachable: "unreachable",
  outside_city: "outside_city",
  unknown_restaurant: "unknown_restaurant",
  quote_changed: "quote_changed",
  quote_mismatch: "quote_changed",
  invalid_quote: "quote_changed",
  slot_gone: "slot_gone",
  promotion_unknown: "unknown_promotion",
  promotion_over: "promotion_ended",
  promotion_not_yet: "promotion_ended",
  promotion_used: "promotion_used",
  promotion_used_up: "promotion_ended",
  promotion_elsewhere: "promotion_elsewhere",
  promotion_needs_account: "promotion_account",
  card_declined: "card_declined",
  insufficient_funds: "insufficient_funds",
  insufficient_credit: "insufficient_credit",
  wrong_state: "wrong_state",
  changed_meanwhile: "changed_meanwhile",
  in_flight: "in_flight",
  cost_changed: "cost_changed",
  already_asked: "already_answered",
  already_answered: "already_answered",
  too_late: "too_late",
  already_reported: "already_reported",
  too_many: "too_many",
  not_an_image: "not_an_image",
  too_large: "too_large",
  body_too_large: "too_large",
};
