/// Decides, in one round, which courier is asked for which waiting delivery, and when. Pure: no
/// clock, no SQL, no HTTP; the same situation gives the same plan. Owns the costs of a tour and the
/// exact assignment. Calls only [gofood.delivery.planning.Travel]. Start reading at
/// [gofood.delivery.planning.Planner].
@NullMarked
package gofood.delivery.planning;

import org.jspecify.annotations.NullMarked;
