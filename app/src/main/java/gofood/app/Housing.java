package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// Where a service lives: in this very process (`Service::start`) or in one of its own
/// ([Processes]).
interface Housing {
    Running start(Service service, Env env);
}
