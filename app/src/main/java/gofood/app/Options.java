package gofood.app;

import java.nio.file.Path;

/// What the one who starts goFOOD can choose, beside the data folder.
///
/// @param binaries where PostgreSQL's programs are unpacked
/// @param host the address to listen on
/// @param port the gateway's port; the services' follow from it
/// @param demo whether the demo city and its people are loaded
public record Options(Path binaries, String host, int port, boolean demo) {}
