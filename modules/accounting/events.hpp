#pragma once

#include <string>

namespace accounting
{

/// The copy of the books outside could not be sent: told at each try, one a day.
struct SafeFailed {
    std::string why; ///< a sentence
};
/// It is there again, after it was told that it failed.
struct SafeRecovered {
};

} // namespace accounting
