package gofood.payment.statement;

import java.util.ArrayList;
import java.util.List;

/// Reads what RFC 4180 describes, strictly: each record ends with CRLF, a quote stands in quoted
/// fields only and there twice.
final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        var reader = new CsvReader(text);
        var records = new ArrayList<List<String>>();
        while (reader.at < text.length()) records.add(reader.record());
        return records;
    }

    private List<String> record() {
        var fields = new ArrayList<String>();
        fields.add(field());
        while (text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", at)) throw new AssertionError("no CRLF at " + at);
        at += 2;
        return fields;
    }

    private String field() {
        return text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        var start = at;
        while (",\r\n\"".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(start, at);
    }

    private String quoted() {
        var field = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            if (text.charAt(at) == '"') at++;
            field.append(text.charAt(at++));
        }
        at++;
        return field.toString();
    }
}
