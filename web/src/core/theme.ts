import { effect } from "@preact/signals";
import { kept } from "./kept";

export const theme = kept<"auto" | "light" | "dark">("theme", "auto");

const night = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

export const isDark = (): boolean =>
  theme.value === "dark" || (theme.value === "auto" && (night?.matches ?? false));

export function startTheme(): void {
  effect(() => {
    if (theme.value === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset.theme = theme.value;
  });
}
