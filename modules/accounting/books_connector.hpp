#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What an accounting program outside must be able to do so that entries may be sent to it.
namespace accounting
{

enum class BooksTrouble {
    bad_token, ///< nothing more is worth asking
    refused,   ///< this entry: it says why
    later      ///< no answer, or a busy one: what was asked may have been done
};
struct BooksFailure {
    BooksTrouble trouble = BooksTrouble::later;
    int code = 0;      ///< 0: no answer came
    std::string words; ///< its own; may be empty
};
template <class Thing>
using Answered = std::variant<Thing, BooksFailure>;

struct Company {
    std::string id;
    std::string name;
};
struct OutsideLine {
    std::int64_t account = 0; ///< as account() gave it
    std::string label;
    base::Cents debit;
    base::Cents credit;
};
struct OutsideEntry {
    base::Date day;
    std::string label; ///< begins with our number, by which it is found again
    std::int64_t journal = 0;
    base::Currency currency = base::Currency::EUR;
    std::vector<OutsideLine> lines;
};

/// One company of such a program: what another product has to be able to do. Goes at the pace that
/// it allows, over HTTPS, to an address of our own: one that a business types has to be judged as
/// the safe’s is. Waits for the network: never inside a transaction.
class BooksConnector
{
  public:
    virtual ~BooksConnector() = default;

    virtual Answered<Company> company() = 0;
    /// By code and by number; nothing: it has none.
    virtual Answered<std::optional<std::int64_t>> journal(const std::string& code) = 0;
    virtual Answered<std::optional<std::int64_t>> account(const std::string& number) = 0;
    /// Of that day and label; its number there. Nothing: it surely is not there.
    virtual Answered<std::optional<std::string>> find(const OutsideEntry& entry) = 0;
    virtual Answered<std::string> add(const OutsideEntry& entry) = 0;
};

/// Pennylane, with the token of one company (pennylane_api.cpp).
std::unique_ptr<BooksConnector> pennylane(std::string token);

} // namespace accounting
