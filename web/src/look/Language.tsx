import { choose, language } from "../core/i18n";
import { Icon } from "../pictures/Icon";

/// The other of our two languages, in its own words.
export function Language() {
  const other = language.value === "fr" ? "en" : "fr";
  return (
    <button type="button" class="plain" lang={other} onClick={() => void choose(other)}>
      <Icon name="globe" size={20} />{other === "fr" ? "Français" : "English"}
    </button>
  );
}
