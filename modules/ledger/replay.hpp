#pragma once

#include "modules/ledger/closing.hpp"
#include "modules/ledger/record.hpp"
#include "modules/ledger/verdict.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

/// The chain, counted again from its first record. Pure.
namespace ledger
{

class Replay
{
  public:
    /// `trusted` are the public keys whose signatures count.
    Replay(std::int64_t workspace, std::set<std::string> trusted)
        : workspace_(workspace), trusted_(std::move(trusted))
    {
    }

    /// The next record as the database holds it, and what is wrong with it. Nothing is taken after
    /// the first that is wrong.
    std::optional<Broken> take(const Record& record);
    /// The last record that was right; seq 0 before the first.
    const Record& last() const { return last_; }

  private:
    /// What was recorded on one day, and where it ends.
    struct Day {
        Totals totals;
        std::int64_t last_seq = 0;
        std::string head;
    };

    std::optional<Wrong> fault_of(const Record& record) const;
    /// False for a closing that says something else than its records.
    bool count(const Record& record);
    bool is_right(const Closing& closing, const std::string& payload);
    Closing counted(const Closing& closing, const std::optional<Closing>& before) const;

    std::int64_t workspace_;
    std::set<std::string> trusted_;
    Record last_;
    std::map<base::Date, Day> days_;
    std::array<std::optional<Closing>, 3> closed_; ///< the last of each period
};

} // namespace ledger
