#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/enum.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Who takes money online for a business: each is another `Provider` and another reading of its
/// notices; the rest of the module asks none of them by name.
namespace payments
{

inline constexpr const char* stripe = "stripe";
inline constexpr const char* paypal = "paypal";
inline constexpr const char* gocardless = "gocardless";
/// In the order clients see them.
inline constexpr std::array<const char*, 3> provider_names{stripe, paypal, gocardless};

/// Whether money is real.
enum class Mode { test, live };
BOOST_DESCRIBE_ENUM(Mode, test, live)

/// What opens an account: its secret, held only while the provider is asked.
struct Access {
    std::string key;
    Mode mode = Mode::test;
    bool keeps_copies = false; ///< a paper of its own beside the invoice, where it can make one
};

/// opening → open → pending → paid; or expired, failed. `opening`: the provider was not heard yet.
/// `pending`: the client did his part, his bank has not.
enum class CheckoutState { opening, open, pending, paid, failed, expired };
BOOST_DESCRIBE_ENUM(CheckoutState, opening, open, pending, paid, failed, expired)

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
    std::string title;     ///< « Facture FACT-2026-0001 »
    std::string number;    ///< of the invoice
    std::string back;      ///< where the client comes back to once he paid
    std::string cancel;    ///< or did not
    std::string mandate{}; ///< he signed before; empty = none
};
struct OpenedCheckout {
    std::string reference;
    std::string address; ///< where the client pays
    base::Instant ends_at;
    std::string payment{}; ///< his bank was asked already: nobody goes anywhere; empty = not yet
};

/// What a provider says it took, of one payment.
struct Taken {
    std::string reference; ///< of the payment
    std::string tracking;  ///< ours; empty when the notice does not carry it
    base::Cents amount;
    base::Cents refunded;   ///< since the beginning
    base::Instant at;       ///< when it took it
    std::string currency{}; ///< ISO 4217; empty = not said
};

/// Whether what the client agreed to is still to be taken: not once it was paid otherwise.
enum class Wish { take, look };
/// A client's try, as its provider is asked about it.
struct Followed {
    std::string tracking;  ///< ours
    std::string reference; ///< of the checkout
    base::Cents amount;
    base::Currency currency = base::Currency::EUR;
    std::string title;
    std::string payment{}; ///< the provider's name of it, once it has one
    Wish wish = Wish::take;
};
/// What it says today of a client's try.
struct Standing {
    CheckoutState state = CheckoutState::open;
    std::string cause;          ///< of a failure, as the provider says it
    std::optional<Taken> taken; ///< what it holds of it; zero once it all went back to the bank
    std::string payment{};      ///< the provider's name of it; empty = none yet
    std::optional<base::Date> charge_on{}; ///< when the bank of the client is asked
    std::string mandate{};                 ///< the client signed; empty = none
};

struct NewRefund {
    std::string reference; ///< of the payment
    base::Cents amount;    ///< above zero
    std::string reason;
    std::string once;       ///< the same for the same refund asked again
    base::Cents refunded{}; ///< given back before
    base::Currency currency = base::Currency::EUR;
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
    /// Does what is left to do once the client agreed, and says where his try stands.
    virtual std::variant<Standing, Failure> follow(const Followed& checkout) = 0;
};

std::unique_ptr<Provider> provider_of(std::string_view name, Access access);

} // namespace payments
