package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.stand.Stand;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One line of the table.
public interface Trial {
    /// `B1`; variants of a row have a suffix, as in `B2-gzip`.
    String name();

    /// What is divided by what.
    String about();

    /// What must be installed.
    Set<Program> needs();

    List<Finding> measure(Stand stand) throws Exception;

    /// Whether somebody who asks for this name means this row.
    default boolean isCalled(String asked) {
        return name().equalsIgnoreCase(asked)
                || name().toLowerCase(Locale.ROOT).startsWith(asked.toLowerCase(Locale.ROOT) + "-");
    }
}
