package gofood.app.security;

import gofood.app.security.Described.Operation;
import gofood.app.security.Wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Says what is wrong with an answer, whatever was asked.
final class Oracle {
    /// What tells of the inside: classes, frames, statements, folders.
    private static final List<Pattern> INSIDE =
            List.of(
                    Pattern.compile(
                            "\\b(java|javax|jdk|io\\.helidon|org\\.postgresql|com\\.fasterxml|com\\.nimbusds)\\.[a-z]+[.\\w]*"),
                    Pattern.compile("\\bgofood\\.[a-z]+\\.[\\w.]+"),
                    Pattern.compile("\\b\\w+(Exception|Error)\\b(?! *\")"),
                    Pattern.compile("\\w+\\.java:\\d+"),
                    Pattern.compile(
                            "(?i)\\b(select|update|delete|insert)\\b.{1,80}\\b(from|set|into)\\b.{1,80}\\b(where|values)\\b"),
                    Pattern.compile("(?i)\\b(violates|sqlstate|constraint \")"),
                    Pattern.compile("/(home|root|tmp|usr|var)/\\w+"));

    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

    private Oracle() {}

    /// @param asked what the client itself said, which may come back
    static List<String> faults(Operation operation, Answer answer, String asked) {
        var faults = new ArrayList<String>();
        var status = answer.status();
        if (status >= 500 && status != 503 && status != 504) faults.add("answers " + status);
        // how a service is, is told in the same form when it isn't well
        var isReport = !operation.of().answer(operation, status).isMissingNode();
        if (status >= 400 && !isReport) problem(answer, faults);
        else if (status < 300 || isReport) described(operation, answer, faults);
        var isText = answer.type().contains("json") || status >= 400;
        if (isText) inside(answer.text(), asked, faults);
        return faults;
    }

    private static void problem(Answer answer, List<String> faults) {
        if (!answer.type().equals("application/problem+json")) {
            faults.add(answer.status() + " as " + answer.type());
            return;
        }
        // what answers a HEAD has no body
        if (answer.body().length == 0) return;
        var body = answer.json();
        if (body.path("code").asText().isBlank()) faults.add("a problem without a code");
        if (body.path("status").asInt() != answer.status())
            faults.add("a problem with another status");
        if (!TRACE.matcher(body.path("trace_id").asText()).matches())
            faults.add("a problem without a trace");
        if (body.path("detail").asText().isBlank()) faults.add("a problem without a detail");
    }

    private static void described(Operation operation, Answer answer, List<String> faults) {
        var described = operation.of();
        if (!described.knows(operation, answer.status())) {
            faults.add(answer.status() + " is not described");
            return;
        }
        var schema = described.answer(operation, answer.status());
        if (schema.isMissingNode() || !answer.type().startsWith("application/json")) return;
        faults.addAll(new Schema(described).differences(answer.json(), schema));
    }

    private static void inside(String text, String asked, List<String> faults) {
        for (var pattern : INSIDE) {
            var found = pattern.matcher(text);
            while (found.find())
                if (!asked.contains(found.group()))
                    faults.add("tells of the inside: " + found.group());
        }
    }
}
