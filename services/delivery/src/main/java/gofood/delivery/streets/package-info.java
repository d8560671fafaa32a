/// Ways through the city, as the city service knows them: asked in one go, remembered for a while,
/// and guessed from straight lines while the city doesn't answer.
@NullMarked
package gofood.delivery.streets;

import org.jspecify.annotations.NullMarked;
