/// The longest that a kitchen may say it takes.
export const longest = 240;

const to5 = (minutes: number) => Math.max(5, Math.round(minutes / 5) * 5);

/// Three times to choose from: quicker than usual, as usual, slower.
export function chipsAround(usual: number): number[] {
  const step = usual >= 30 ? 10 : 5;
  return [...new Set([to5(usual - step), usual, to5(usual + step)])].filter((it) => it <= longest).sort((a, b) => a - b);
}
