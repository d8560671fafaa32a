import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n";
import { Icon } from "../../pictures/Icon";

interface Props {
  sections: { id: string; name: string }[];
  wish: Signal<string>;
}

/// The menu's sections stay in reach while one scrolls, and say where one is.
export function SectionBar({ sections, wish }: Props) {
  const current = useSignal("");
  const ids = sections.map((it) => it.id).join();
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => {
        for (const it of seen) if (it.isIntersecting) current.value = it.target.id;
      },
      { rootMargin: "-25% 0px -65% 0px" },
    );
    for (const { id } of sections) {
      const section = document.getElementById(id);
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, [ids]);
  const w = t().menu;
  return (
    <div class="section-bar">
      <div class="search">
        <Icon name="search" />
        <input class="input" type="search" aria-label={w.search} placeholder={w.search} value={wish.value} onInput={(event) => (wish.value = event.currentTarget.value)} />
      </div>
      <nav class="chips" aria-label={w.sections}>
        {sections.map((it) => (
          <a key={it.id} class="chip" href={`#${it.id}`} aria-current={current.value === it.id ? "true" : undefined}>{it.name}</a>
        ))}
      </nav>
    </div>
  );
}
