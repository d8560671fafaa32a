/// The demo city: restaurants from the map with made-up menus, and the people who use them.
///
/// Knows nothing of the services but the public API that anybody has: [gofood.simulator.DemoCity]
/// loads the city through the gateway, [gofood.simulator.Api] is the client.
@NullMarked
package gofood.simulator;

import org.jspecify.annotations.NullMarked;
