/// The health monitor: it looks at every service by the clock, remembers, and raises the alarm.
///
/// Does: polls `/status`, counts what is passed on, applies the rules, tells operators. Owns: what
/// it remembers, which is lost with a restart. Calls: every service; notification with alerts; a
/// webhook, if there is one. Emits: nothing.
@NullMarked
package gofood.gateway.monitor;

import org.jspecify.annotations.NullMarked;
