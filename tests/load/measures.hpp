#pragma once

namespace load
{

/// Each prints its figures; throws when the product does not answer as it should, because a wrong
/// answer is quick.

/// Durable writes of one row by 1, 8 and 32 clients, on both engines.
void measure_writes();

} // namespace load
