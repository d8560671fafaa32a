/// Everything that concerns the client at the door, before anybody is asked.
///
/// Does: who it is and from where, how much they may ask for, plain paths, what browsers are told,
/// how large a body may be. Owns: the buckets of the rate limits. Calls: nobody; the keys of tokens
/// come from the platform. Emits: nothing.
@NullMarked
package gofood.gateway.door;

import org.jspecify.annotations.NullMarked;
