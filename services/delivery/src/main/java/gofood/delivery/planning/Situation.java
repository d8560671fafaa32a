package gofood.delivery.planning;

import java.time.Instant;
import java.util.List;

/// All that one round knows.
///
/// @param riders who may be asked: on shift, room in the bag, no open offer
/// @param jobs deliveries that have no courier yet
public record Situation(Instant now, List<Rider> riders, List<Job> jobs) {}
