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

/// The accounting program outside refuses entries, or our token (nothing is sent until another one
/// answered), or has not answered for an hour.
struct OutsideFailed {
    std::string why; ///< a sentence
};
/// All is sent again, or it was disconnected.
struct OutsideRecovered {
};

} // namespace accounting
