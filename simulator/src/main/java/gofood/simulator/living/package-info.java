/// The living city: customers, kitchens and couriers that behave like people, only faster.
///
/// Owns nothing but its plans; all it does goes through the gateway with its people's own tokens,
/// the way that apps would ([gofood.simulator.living.Simulation] is the entry). Calls the public
/// API of every service; emits nothing. Operators drive it through its own small door
/// ([gofood.simulator.living.SimulatorDoor]); everybody looks at the
/// [gofood.simulator.living.Wheel] at each thing they do. What is drawn by chance comes from
/// [gofood.simulator.Dice], one row of throws for each order, kitchen and courier, so that the
/// platform's timing can't change it.
@NullMarked
package gofood.simulator.living;

import org.jspecify.annotations.NullMarked;
