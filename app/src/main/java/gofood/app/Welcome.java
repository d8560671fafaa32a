package gofood.app;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/// What one reads when everything runs: where to go, and as whom.
record Welcome(Map<String, URI> urls, DataFolder data, boolean demo) {
    String text() {
        var gateway = urls.get("gateway");
        return """

        goFOOD runs.

          Open     %s
          API      %s/docs
        %s
          Services
        %s

          Data     %s
          Logs     %s

        Ctrl-C stops everything.
        """
                .formatted(
                        gateway,
                        gateway,
                        people(),
                        services(),
                        data.root(),
                        data.root().resolve("logs"));
    }

    private String services() {
        return urls.entrySet().stream()
                .map(service -> "    %-13s %s".formatted(service.getKey(), service.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String people() {
        if (!demo)
            return """
              Sign in  %s
              with     %s
            """
                    .formatted(Settings.OPERATOR, data.secrets().typed("operator"));
        return """
          Sign in  customer@gofood.test   kitchen@gofood.test
                   courier@gofood.test    operator@gofood.test
          with     %s
        """
                .formatted(Settings.DEMO_PASSWORD);
    }
}
