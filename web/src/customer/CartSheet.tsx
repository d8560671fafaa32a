import { useEffect, useRef } from "preact/hooks";
import { t } from "../core/i18n";
import { path } from "../core/router";
import { Sheet } from "../look/Sheet";
import { CartPanel } from "./CartPanel";

/// Leaves as soon as a link within it leads elsewhere.
export function CartSheet({ onClose }: { onClose: () => void }) {
  const here = useRef(path.value);
  useEffect(() => {
    if (path.value !== here.current) onClose();
  }, [path.value]);
  return <Sheet title={t().cart.title} onClose={onClose}><div onClick={(event) => (event.target as Element).closest("a") && onClose()}><CartPanel restaurant={null} /></div></Sheet>;
}
