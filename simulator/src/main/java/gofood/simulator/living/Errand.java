package gofood.simulator.living;

import gofood.simulator.Api;

/// An order that one of our customers has placed.
record Errand(long orderId, Intent intent, Api customer) {}
