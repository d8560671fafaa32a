import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { findAddresses } from "../../api/city";
import type { Failure } from "../../api/failure";
import type { Address, AddressHit, AddressList } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";

const PAUSE_MS = 180;

/// Types an address against the city's own, and takes only a door: a combobox with a list.
export function AddressField({ onPick, focus = false }: { onPick: (address: Address) => void; focus?: boolean }) {
  const text = useSignal("");
  const found = useSignal<AddressList | null>(null);
  const fault = useSignal("");
  const active = useSignal(-1);
  const input = useRef<HTMLInputElement>(null);
  const w = t().door;

  const typed = text.value.trim();
  useEffect(() => {
    if (typed.length < 2) {
      found.value = null;
      fault.value = "";
      return;
    }
    let stale = false;
    const wait = setTimeout(() => {
      findAddresses(typed).then(
        (it) => {
          if (stale) return;
          found.value = it;
          active.value = it.addresses.length ? 0 : -1;
          fault.value = it.finding === "outside" ? w.outside : it.addresses.length ? "" : w.unknown;
        },
        (failure: Failure) => {
          if (!stale) fault.value = explain(failure);
        },
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(wait);
    };
  }, [typed]);

  const hits = found.value?.addresses ?? [];
  const pick = (hit: AddressHit | undefined) => {
    if (!hit) return;
    if (hit.precise) {
      onPick(hit.address);
      return;
    }
    // a street alone: its number is still wanted, and the cursor stands where it goes
    text.value = `${hit.address.text} `;
    fault.value = w.number;
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move && hits.length) {
      event.preventDefault();
      active.value = (active.value + move + hits.length) % hits.length;
    } else if (event.key === "Enter") {
      event.preventDefault();
      pick(hits[Math.max(active.value, 0)]);
    }
  };
  return (
    <div class="address">
      <div class="search">
        <Icon name="pin" />
        <input
          ref={input} autofocus={focus} class="input" type="text" role="combobox" aria-label={w.label} placeholder={w.placeholder}
          autocomplete="street-address" aria-autocomplete="list" aria-expanded={hits.length > 0} aria-controls="address-list"
          aria-activedescendant={active.value >= 0 && hits.length ? `address-${active.value}` : undefined}
          aria-describedby={fault.value ? "address-fault" : undefined}
          value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} onKeyDown={onKeyDown}
        />
      </div>
      <ul id="address-list" role="listbox" aria-label={w.label} class={hits.length ? "hits" : "hidden"}>
        {hits.map((hit, i) => (
          <li
            key={hit.address.text} id={`address-${i}`} role="option" aria-selected={i === active.value} class="hit"
            onPointerDown={(event) => event.preventDefault()} onClick={() => pick(hit)}
          >
            <Icon name={hit.precise ? "home" : "map"} size={20} /><span class="grow">{hit.address.text}</span>
            {hit.interpolated && <span class="soft small">{w.near}</span>}
          </li>
        ))}
      </ul>
      <div aria-live="polite">{fault.value && <Fault id="address-fault">{fault.value}</Fault>}</div>
    </div>
  );
}
