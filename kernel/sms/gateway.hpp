#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/enum.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Companies that carry text messages. Each is a Gateway; nothing else of the program knows how
/// they are spoken to.
namespace sms
{

enum class Provider { twilio, ovh };
BOOST_DESCRIBE_ENUM(Provider, twilio, ovh)

/// What a business has with a provider, secrets open. Held only while a message leaves.
struct Account {
    Provider provider = Provider::twilio;
    std::string account; ///< Twilio: « AC… »; OVHcloud: the service, « sms-ab12345-1 »
    std::string application_key; ///< OVHcloud only
    std::string secret;          ///< Twilio: auth token; OVHcloud: application secret
    std::string consumer_key;    ///< OVHcloud only; a secret too
    std::string sender;          ///< a number of the provider, or a name of at most 11 characters
};

/// One message on its way.
struct Outgoing {
    std::string reference; ///< ours, digits: what OVHcloud calls « tag »
    std::string to;        ///< E.164
    std::string words;
    base::Instant begun_at; ///< when it was first given to the provider
};

enum class Outcome {
    accepted,
    later,           ///< it was not taken: busy, unreachable, out of credit
    unknown,         ///< it may have been taken: no answer, or one that says nothing
    refused,         ///< another try would say the same
    stopped,         ///< who holds that number wants none
    bad_credentials, ///< of the account
};
struct Reply {
    Outcome outcome = Outcome::unknown;
    int code = 0;      ///< HTTP status; 0 = no answer
    std::string words; ///< of the provider, or why there are none; never a secret
};

/// A provider, for one account. Blocks for up to the patience of its exchange; any thread.
class Gateway
{
  public:
    Gateway() = default;
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;
    virtual ~Gateway() = default;

    virtual Reply send(const Outgoing& message) const = 0;
    /// Whether a message whose answer was never read has been taken; nothing when the provider does
    /// not say either.
    virtual std::optional<bool> has_taken(const Outgoing& message) const = 0;
};

/// Where the providers are; tests put their own there.
struct Addresses {
    std::string twilio = "https://api.twilio.com";
    std::string ovh = "https://eu.api.ovh.com/1.0";
};
std::unique_ptr<Gateway> gateway(const Account& account, const Addresses& addresses);

} // namespace sms
