#pragma once

#include "kernel/base/clock.hpp"

#include <string>
#include <string_view>

namespace i18n
{

/// Records, on the calling thread until it is destroyed, when a time that `relative` wrote will
/// read otherwise: « il y a 6 min » in less than a minute, « 9 h 05 » at midnight. One at a time.
class ShownTimes
{
  public:
    /// Nothing shown changes before this.
    base::Instant change_at() const { return change_at_; }

    ShownTimes();
    ~ShownTimes();
    ShownTimes(const ShownTimes&) = delete;
    ShownTimes& operator=(const ShownTimes&) = delete;

    static void note(base::Instant at, base::Instant now, std::string_view zone);
    /// The page reads otherwise tomorrow.
    void note_day(base::Instant now, std::string_view zone);

  private:
    void bring_forward(base::Instant at);

    base::Instant change_at_;
    std::string day_zone_; ///< whose midnight is counted already
};

} // namespace i18n
