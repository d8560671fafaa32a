/// The wire: one file per service with its requests, replies and events, as plain records.
///
/// Field names become `snake_case` on the wire. A component that is not `@Nullable` is required:
/// the platform refuses a request without it. Limits on values are checked in the records' own
/// constructors, so that a record that exists is a record that is valid.
@NullMarked
package gofood.contracts;

import org.jspecify.annotations.NullMarked;
