package gofood.platform.http;

import gofood.platform.run.Running;

/// A service that listens, and can be asked for its whole table: what it is made for, and what the
/// platform adds to that. Who may use which of them is checked against this, so that no route is
/// forgotten.
public interface Serving extends Running {
    Routes everything();
}
