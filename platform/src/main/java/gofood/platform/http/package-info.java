/// HTTP as our services speak it: a route table with access rules, JSON, problems, tokens, peers
/// and live streams.
@NullMarked
package gofood.platform.http;

import org.jspecify.annotations.NullMarked;
