import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../core/i18n";
import { Icon } from "../pictures/Icon";

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  foot?: ComponentChildren;
  broad?: boolean;
}

const LAND_MS = 250;

/// What opened the sheet may have gone with what was done in it: the keyboard goes on at the top.
function landSomewhere(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}

/// A sheet from below on a phone, a dialog on a desk. The browser's own modal dialog keeps the
/// focus inside; we give it back to where it came from.
export function Sheet({ title, onClose, children, foot, broad }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    // a field that asks for it comes before the heading
    dialog.current?.querySelector<HTMLElement>("input[autofocus]")?.focus();
    document.documentElement.style.overflow = "hidden";
    return () => {
      document.documentElement.style.overflow = "";
      before?.focus?.({ preventScroll: true });
      setTimeout(landSomewhere, LAND_MS);
    };
  }, []);
  const onCancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class={broad ? "sheet broad" : "sheet"}
      aria-label={title}
      onCancel={onCancel}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet-head">
        <h2 tabIndex={-1} autofocus>{title}</h2>
        <button type="button" class="round" aria-label={t().common.close} onClick={onClose}><Icon name="close" /></button>
      </div>
      <div class="sheet-body" tabIndex={-1}>{children}</div>
      {foot && <div class="sheet-foot">{foot}</div>}
    </dialog>
  );
}
