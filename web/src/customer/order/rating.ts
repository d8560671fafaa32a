const DAYS = 14;

/// Whether an order can still be rated, or its rating changed.
///
/// @param delivered when it came; null: it hasn't
export const canRate = (delivered: string | null, now: number): boolean =>
  delivered !== null && now - Date.parse(delivered) < DAYS * 86_400_000;
