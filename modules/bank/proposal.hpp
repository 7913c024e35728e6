#pragma once

#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/bank/statement.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

/// Which invoices a transfer may pay. Pure: it proposes, somebody decides.
namespace bank
{

/// What a client still owes of an issued invoice.
struct Owed {
    invoices::InvoiceId id;
    tenancy::ClientId client_id;
    std::string number;
    std::string title;
    std::string client_name;
    std::optional<base::Date> due_on;
    base::Cents left_due; ///< above zero
};
BOOST_DESCRIBE_STRUCT(Owed, (), (id, client_id, number, title, client_name, due_on, left_due))

/// Why those invoices. `number`: named, and the amount is what they ask; `part`: one is named, and
/// asks more; `named`: named, and the amount fits otherwise; `client_amount`: one of the client
/// named; `client_sum`: several of his together; `client`: he is named, no amount fits; `amount`:
/// nobody is named, and one invoice alone asks that; `several`: more than one answer.
enum class Reason { none, number, part, named, client_amount, client_sum, client, amount, several };
BOOST_DESCRIBE_ENUM(Reason, none, number, part, named, client_amount, client_sum, client, amount,
                    several)

struct Proposal {
    Reason reason = Reason::none;
    std::vector<invoices::InvoiceId> invoices; ///< in the order they are paid, at most proposed_max

    /// One answer, which takes the amount to the cent: a click may confirm it.
    bool is_whole() const
    {
        return reason == Reason::number || reason == Reason::part ||
               reason == Reason::client_amount || reason == Reason::client_sum ||
               reason == Reason::amount;
    }
};
inline constexpr std::size_t proposed_max = 10;

/// Knows what is owed, so that many transfers are compared with it.
class Proposer
{
  public:
    explicit Proposer(const std::vector<Owed>& owed);
    Proposal propose(const StatementLine& line) const;

  private:
    struct Known {
        const Owed* owed;
        std::string number;             ///< letters and digits alone, folded
        std::vector<std::string> words; ///< of the client's name, those that say something
    };
    using Some = std::vector<const Owed*>;
    Proposal by_number(const StatementLine& line) const;
    Proposal by_client(const StatementLine& line) const;

    std::vector<Known> known_;
};

} // namespace bank
