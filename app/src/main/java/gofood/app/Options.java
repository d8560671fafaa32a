package gofood.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the one who starts goFOOD can choose, beside the data folder.
///
/// @param binaries where PostgreSQL's programs are unpacked
/// @param host the address to listen on
/// @param port the gateway's port; the services' follow from it
/// @param city an OpenStreetMap extract; empty for the city that the data folder has, at first the
///   demo city
/// @param demo whether the city's restaurants and the demo's people are loaded
/// @param crowd who lives in it; empty for nobody
/// @param replicas of each service, when each has a process of its own
/// @param faults whether operators may make faults on purpose
/// @param environment their environment variables; what they say about services wins
public record Options(
        Path binaries,
        String host,
        int port,
        Optional<Path> city,
        boolean demo,
        Optional<Crowd> crowd,
        int replicas,
        boolean faults,
        Map<String, String> environment) {}
