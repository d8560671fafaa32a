/// The one door of goFOOD.
///
/// Does: routing, the first look at tokens, rate limits, balancing, retries, the cache of public
/// menus, live streams passed through, `/docs` and `/status` of the whole. Owns: nothing that must
/// survive a restart. Calls: every service; keys from the user service. Emits: nothing.
@NullMarked
package gofood.gateway;

import org.jspecify.annotations.NullMarked;
