/// Traces: what led to what, and how long each part took, sent to a collector by OTLP.
///
/// The trace itself travels with requests and events, with or without a collector; what is here
/// makes spans of it, and does nothing as long as no collector is named.
@NullMarked
package gofood.platform.trace;

import org.jspecify.annotations.NullMarked;
