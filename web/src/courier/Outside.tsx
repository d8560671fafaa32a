import { user } from "../api/session";
import { Apply } from "../enter/Apply";
import { Enter } from "../enter/Enter";
import { Scooter } from "../pictures/scenes";
import { wakeBell } from "./offer/bell";
import { Language } from "../look/Language";
import { c } from "./words";

/// For who isn't signed in, and for who is but doesn't ride yet.
export function Outside() {
  const w = c();
  if (!user.value) return <Enter words={w.sign} demo="courier@gofood.test" picture={<Scooter />} onTap={wakeBell}><Language /></Enter>;
  return <Apply words={w.apply} user={user.value} role="courier" picture={<Scooter />}><Language /></Apply>;
}
