#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/bank/line.hpp"
#include "modules/bank/proposal.hpp"

#include <vector>

namespace bank
{

inline constexpr int lines_shown = 100;
inline constexpr int owed_max = 2'000; ///< invoices that wait for money, the oldest first

/// Every statement on what came to the account.
class BankStore
{
  public:
    explicit BankStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Statement& statement);
    void save_counts(const Statement& statement);
    std::vector<Statement> statements(); ///< the newest first
    std::optional<Statement> statement(StatementId id);

    /// False: another statement brought it.
    bool insert(const Line& line);
    std::optional<Line> find(LineId id);
    std::vector<Line> waiting(); ///< the oldest first, at most lines_shown
    std::vector<Line> done();    ///< settled or ignored, the latest first, at most lines_shown
    std::int64_t count_waiting();
    /// False: it is in that state no more, somebody was faster.
    bool move(LineId id, LineState from, LineState to);

    void insert(const LineShare& share);
    std::vector<LineShare> shares(LineId line); ///< those not taken back
    void take_back(const LineShare& share, invoices::PaymentId reversal);

    std::vector<Owed> owed(); ///< the oldest first, at most owed_max
    /// Lines that paid an invoice of somebody who is called so.
    std::vector<LineId> lines_of_client(std::string_view name);
    void forget(LineId id, const std::string& name);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace bank
