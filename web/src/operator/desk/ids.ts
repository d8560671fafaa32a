/// "7, 12" as numbers; what is none is left out.
export const idsOf = (text: string): number[] =>
  [...new Set(text.split(/[\s,;]+/).filter((it) => /^\d+$/.test(it)).map(Number))];
