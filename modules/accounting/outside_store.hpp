#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/outside.hpp"

#include <map>
#include <string>
#include <vector>

namespace accounting
{

inline constexpr int pushes_shown = 100;
inline constexpr int pushes_at_once = 50;

struct NewPush {
    EntryId entry;
    PushState state = PushState::sending;
    std::string remote{};
    std::string words{};
    base::Instant at;
};

/// Every statement on books outside and what was sent there.
class OutsideStore
{
  public:
    explicit OutsideStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// A default one when nothing was saved.
    Outside find();
    /// The same, to be changed: who else changes it waits for the end of the transaction.
    Outside hold();
    void save(const Outside& outside);

    /// By what is ours.
    std::map<std::string, std::string, std::less<>> twins();
    void save_twin(const Twin& twin);
    void forget_twin(const std::string& ours);

    /// One sends at a time. False: another one does.
    bool take_turn(base::Instant now, base::Instant until);
    /// No instant: it is over. False: it was no longer ours.
    bool keep_turn(base::Instant mine, std::optional<base::Instant> until);

    /// Of sales, credit notes and what came for them, not there yet and not refused; the first
    /// booked first.
    std::vector<EntryRow> due(const Outside& outside);
    std::int64_t count_due(const Outside& outside);
    bool is_asked(const Outside& outside, EntryId entry); ///< `sending`
    void save(const Outside& outside, const NewPush& push);
    /// What was refused is to be sent again.
    void ask_again(const Outside& outside);
    std::int64_t count_refused(const Outside& outside);
    std::vector<PushRow> refused(const Outside& outside); ///< the last tried first
    std::vector<PushRow> pushes(const Outside& outside);  ///< the others, likewise

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace accounting
