/// The operators' desk: what they ask of all services at once.
///
/// Does: faults made on purpose, the audit of the whole. Owns: nothing. Calls: every service.
@NullMarked
package gofood.gateway.desk;

import org.jspecify.annotations.NullMarked;
