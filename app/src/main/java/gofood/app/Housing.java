package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;

/// Where a replica lives: in this very process or in one of its own ([Processes]).
interface Housing {
    Running start(Service service, Replica replica, Env env);
}
