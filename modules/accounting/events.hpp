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

/// The accounting program outside takes our token no more: told once, nothing is sent until then.
struct OutsideFailed {
    std::string why; ///< a sentence
};
/// It does again, or was disconnected.
struct OutsideRecovered {
};

} // namespace accounting
