#pragma once

#include "kernel/sms/gateway.hpp"

#include <string_view>

namespace sms
{

/// Messages of Twilio's API 2010-04-01. It has no key that makes a second sending harmless: what it
/// has is the list of what went to a number, which `has_taken` reads.
class Twilio final : public Gateway
{
  public:
    Twilio(Account account, std::string address);
    Reply send(const Outgoing& message) const override;
    std::optional<bool> has_taken(const Outgoing& message) const override;

    /// What an answer to a sending says.
    static Reply read(int status, std::string_view body);

  private:
    std::string url() const;
    std::string authorization() const;

    Account account_;
    std::string address_;
};

} // namespace sms
