package gofood.app;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one reads when everything runs: where to go, and as whom.
record Welcome(Map<String, URI> urls, DataFolder data, boolean demo, Optional<URI> prometheus) {
    String text() {
        var gateway = urls.get("gateway");
        return """

        goFOOD runs.

          Open     %s
          API      %s/docs
        %s%s
          Services
        %s

          Data     %s
          Logs     %s

        Ctrl-C stops everything.
        """
                .formatted(
                        gateway,
                        gateway,
                        prometheus.map("  Metrics  %s\n"::formatted).orElse(""),
                        people(),
                        services(),
                        data.root(),
                        data.root().resolve("logs"));
    }

    private String services() {
        return urls.entrySet().stream()
                .map(service -> "    %-14s %s".formatted(service.getKey(), service.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String people() {
        var operator = data.secrets().typed("operator");
        var owner = signIn(Settings.OPERATOR, operator);
        if (!demo) return owner;
        var others = "customer@gofood.test   kitchen@gofood.test   courier@gofood.test";
        return operator.equals(Settings.DEMO_PASSWORD)
                ? signIn(others + "   " + Settings.OPERATOR, operator)
                : signIn(others, Settings.DEMO_PASSWORD) + owner;
    }

    private static String signIn(String people, String password) {
        return """
          Sign in  %s
          with     %s
        """
                .formatted(people, password);
    }
}
