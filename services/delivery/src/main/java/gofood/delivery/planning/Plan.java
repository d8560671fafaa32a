package gofood.delivery.planning;

import java.util.List;

/// What the round decided.
///
/// @param choices ordered by the moment to ask; at most one for each courier is due
/// @param unserved deliveries for which nobody in reach has room, by id. Those whose food is
///   farther away than the horizon are in neither list
public record Plan(List<Choice> choices, List<Long> unserved) {}
