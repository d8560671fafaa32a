import { user } from "../api/session";
import { Apply } from "../enter/Apply";
import { Enter } from "../enter/Enter";
import { Pot } from "../pictures/scenes";
import { unlock } from "./board/bell";
import { Language } from "../look/Language";
import { k } from "./words";

/// For who isn't signed in, and for who is but cooks nowhere.
export function Outside() {
  const w = k();
  if (!user.value) return <Enter words={w.sign} demo="kitchen@gofood.test" picture={<Pot />} onTap={() => void unlock()}><Language /></Enter>;
  return <Apply words={w.apply} user={user.value} role="staff" picture={<Pot />}><Language /></Apply>;
}
