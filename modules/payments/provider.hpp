#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/enum.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Who takes money online for a business. The rest of the module knows no provider by name: a
/// second one is another `Provider` and another reading of its notices.
namespace payments
{

inline constexpr const char* stripe = "stripe";

/// Whether money is real.
enum class Mode { test, live };
BOOST_DESCRIBE_ENUM(Mode, test, live)

/// Why a provider did not do what was asked.
enum class Trouble {
    later,           ///< busy, unreachable: another try may do
    refused,         ///< another try would say the same
    bad_credentials, ///< of the account
};
struct Failure {
    Trouble trouble = Trouble::later;
    int code = 0;      ///< HTTP status; 0 = no answer
    std::string words; ///< of the provider; never a secret
};

struct NewCheckout {
    std::string tracking; ///< ours; comes back in each notice
    base::Cents amount;   ///< above zero
    base::Currency currency = base::Currency::EUR;
    std::string title;  ///< « Facture FACT-2026-0001 »
    std::string number; ///< of the invoice
    std::string back;   ///< where the client comes back to once he paid
    std::string cancel; ///< or did not
};
struct OpenedCheckout {
    std::string reference;
    std::string address; ///< where the client pays
    base::Instant ends_at;
};

/// What a provider says it took, of one payment. Each figure only grows with time.
struct Taken {
    std::string reference; ///< of the payment
    std::string tracking;  ///< ours; empty when the notice does not carry it
    base::Cents amount;
    base::Cents refunded; ///< since the beginning
    base::Instant at;     ///< when it took it
};

struct NewRefund {
    std::string reference; ///< of the payment
    base::Cents amount;    ///< above zero
    std::string reason;
    std::string once; ///< the same for the same refund asked again
};

/// A provider, for one account. Waits for the network, never inside a transaction; any thread.
class Provider
{
  public:
    Provider() = default;
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;
    virtual ~Provider() = default;

    /// Nothing: the key is good for what is asked of it here.
    virtual std::optional<Failure> try_key() = 0;
    virtual std::variant<OpenedCheckout, Failure> open(const NewCheckout& checkout) = 0;
    /// Nobody can pay it any more; nothing when that is so.
    virtual std::optional<Failure> close(std::string_view checkout) = 0;
    /// Nothing: it is on its way.
    virtual std::optional<Failure> refund(const NewRefund& refund) = 0;
    /// What it says today of a payment.
    virtual std::variant<Taken, Failure> taken(std::string_view payment) = 0;
};

/// `key` is the secret of the account, open: held only while it is asked.
std::unique_ptr<Provider> provider_of(std::string_view name, std::string key);

} // namespace payments
